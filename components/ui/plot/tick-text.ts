import { countText, numberText } from '../number-text.ts';
import type { Scale } from './scale.ts';

/**
 * How the ticks of an axis are read, all of them in one manner: thousands are parted, and on a logarithmic axis where one
 * tick has to be a power of ten, those from a hundred on and below a tenth are powers too: 10⁻⁶, 10⁻⁴, 10⁻², 1.
 */
export function tickTextOf(scale: Scale, ticks: readonly number[]): (value: number) => string {
  const needsPower = ticks.some((value) => value >= 1e6 || (value > 0 && value < 1e-4));
  if (scale.kind === 'log' && needsPower) return powerOrPlain;
  return (value) =>
    value >= 1000 && Number.isInteger(value) && value < 1e6 ? countText(value) : numberText(value);
}

/** A far power of ten as a power, and any other number as it is written everywhere. */
export function powerOrPlain(value: number): string {
  const exponent = Math.log10(value);
  const isFarPower = Number.isInteger(exponent) && Math.abs(exponent) >= 2;
  if (!isFarPower) return numberText(value);
  const digits = [...String(Math.abs(exponent))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

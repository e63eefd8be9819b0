/**
 * A number as a reader sees it: a true minus sign, few digits, powers of ten where zeros would have to be counted.
 *
 * @param digits Significant digits. Defaults to 4.
 */
export function numberText(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  const rounded = Number(size.toPrecision(digits));
  if (rounded >= 1e6 || rounded < 1e-4) {
    const [mantissa, exponent] = rounded.toExponential().split('e') as [string, string];
    const power = superscript(exponent.replace('+', ''));
    return mantissa === '1' ? `${sign}10${power}` : `${sign}${mantissa}\u00a0×\u00a010${power}`;
  }
  return sign + String(rounded);
}

function superscript(integer: string): string {
  return [...integer].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)).join('');
}

/** Every digit that tells this double from its neighbours, and the sign of zero: 0.48780487804878037, −0. */
export function exactNumber(value: number): string {
  if (Object.is(value, -0)) return '−0';
  if (!Number.isFinite(value)) return numberText(value);
  return String(value).replaceAll('-', '−');
}

/** A number short enough for a picture, with the sign of zero. Digits default to 3. */
export function shortNumber(value: number, digits = 3): string {
  if (Object.is(value, -0)) return '−0';
  return Number.isNaN(value) ? 'NaN' : numberText(value, digits);
}

/** A number of few signs, as a disc of a diagram holds them: 0.25, 485, −1.4, 1e−5. */
export function discNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0 || (size >= 0.01 && size < 9999.5))
    return shortNumber(value, size >= 1000 ? 4 : size >= 100 ? 3 : 2);
  return value.toExponential(0).replace('+', '').replaceAll('-', '−');
}

/**
 * A whole number with its thousands parted: 100,000. The browser's own formatter gives the same, but its first use
 * takes a slow phone a fifth of a second.
 */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** So many of a thing, one of them in the singular: "1 update", "100,000 updates". */
export const countedText = (count: number, thing: string): string =>
  `${countText(count)} ${thing}${count === 1 ? '' : 's'}`;

/** A share from 0 to 1 as a percentage to one decimal: 85.8%. */
export const percentText = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/**
 * Numbers as readers see them, the same everywhere: a true minus sign, few digits, powers of ten where zeros would have to
 * be counted, NaN and ∞ by name.
 */

/**
 * A number in a sentence, a table or beside a control: 0.4878, 1,236, −2.5 × 10¹². Zero has no sign here.
 *
 * @param digits Significant digits. Defaults to 4.
 */
export function numberText(value: number, digits = 4): string {
  return value === 0 ? '0' : written(value, digits, parted);
}

/**
 * A number as a network holds it, in a picture or among others: with the sign of zero, and its thousands not parted, since
 * commas part such numbers from each other.
 *
 * @param digits Significant digits. Defaults to 3.
 */
export function heldText(value: number, digits = 3): string {
  return signedZero(value) ?? written(value, digits, String);
}

/** Every digit that tells this double from its neighbours, and the sign of zero: 0.48780487804878037, −0. */
export function exactText(value: number): string {
  return signedZero(value) ?? notFinite(value) ?? withMinus(String(value));
}

/** A number of few signs, as a disc of a diagram holds them: 0.25, 485, −1.4, 1e−5. */
export function discText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0 || (size >= 0.01 && size < 9999.5))
    return heldText(value, size >= 1000 ? 4 : size >= 100 ? 3 : 2);
  return withMinus(value.toExponential(0).replace('+', ''));
}

/** With so many digits after the point, for numbers that change in place; no minus stands before 0.000. */
export function fixedText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return notFinite(value) ?? withMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

/** As a power of ten, to so many significant digits, whatever its size: 3.00 × 10⁻⁹. */
export function powerText(value: number, digits: number): string {
  return notFinite(value) ?? timesPower(value.toExponential(digits - 1));
}

/** A whole number that counts: 100,000. */
export function countText(count: number): string {
  return withMinus(parted(count));
}

/**
 * A share from 0 to 1 as a percentage: always with one decimal, 63.0%, so that equal shares look equal wherever they stand
 * and a changing one keeps its width. None and all are said without decimals: 0% and 100% are never rounded.
 *
 * @param decimals Defaults to 1. None for what is no measurement, such as how far a run has come.
 */
export function percentText(share: number, decimals = 1): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  return `${fixedText(share * 100, decimals)}%`;
}

/** Two ends with what lies between them: "83.5% to 87.8%", "−1 to 1". */
export function rangeText(low: number, high: number, text: (end: number) => string = numberText): string {
  return `${text(low)} to ${text(high)}`;
}

/** The ends of an interval of shares: "83.5% to 87.8%". */
export function intervalText({ low, high }: { low: number; high: number }): string {
  return rangeText(low, high, (end) => percentText(end));
}

/**
 * How the ticks of an axis are read, all of them in one manner: where one of them has to be a power of ten, so have all
 * powers from a hundred on and below a tenth: 10⁻⁶, 10⁻⁴, 10⁻², 1.
 */
export function tickTextOf(ticks: readonly number[]): (value: number) => string {
  const needsPower = ticks.some((tick) => Math.abs(tick) >= 1e7 || isTooSmall(Math.abs(tick)));
  return (value) => {
    const exponent = Math.log10(value);
    if (needsPower && Number.isInteger(exponent) && Math.abs(exponent) >= 2) return `10${raised(exponent)}`;
    return Number.isInteger(value) && !needsPower ? countText(value) : numberText(value);
  };
}

/** The digits of a whole number as raised signs: ⁻¹². */
export const raised = (integer: number): string =>
  [...String(integer)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]!)).join('');

/** The digits of a count as lowered signs: ₁₂. */
export const lowered = (count: number): string =>
  [...String(count)].map((sign) => '₀₁₂₃₄₅₆₇₈₉'[Number(sign)]!).join('');

/** Whether the zeros before the digits of a number of this size would have to be counted. */
const isTooSmall = (size: number): boolean => size > 0 && size < 1e-4;

function written(value: number, digits: number, plain: (value: number) => string): string {
  const rounded = Number(value.toPrecision(digits));
  return (
    notFinite(value) ??
    (Math.abs(rounded) >= 1e6 || isTooSmall(Math.abs(rounded))
      ? timesPower(rounded.toExponential())
      : withMinus(plain(rounded)))
  );
}

function timesPower(exponential: string): string {
  const [mantissa, exponent] = exponential.split('e') as [string, string];
  const power = `10${raised(Number(exponent))}`;
  if (mantissa === '1' || mantissa === '-1') return withMinus(mantissa.replace('1', '')) + power;
  return `${withMinus(mantissa)}\u00a0×\u00a0${power}`;
}

function notFinite(value: number): string | undefined {
  if (Number.isFinite(value)) return undefined;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
}

const signedZero = (value: number): string | undefined => (Object.is(value, -0) ? '−0' : undefined);

/** Its thousands parted. The platform's own formatter gives the same, but its first use takes a slow phone a fifth of a second. */
const parted = (value: number): string =>
  String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const withMinus = (text: string): string => text.replaceAll('-', '−');

/** Exact fractions, for the values that a short decimal such as 0.2 gives. */
export interface Fraction {
  numerator: bigint;
  /** Positive, and without a factor in common with the numerator. */
  denominator: bigint;
}

/** @throws if the denominator is zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new Error('fraction: the denominator is 0; expected any other integer');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The fraction that a number's shortest decimal stands for, or nothing if that has more than six decimals. */
export function fractionOfDecimal(value: number): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(value));
  if (!match) return undefined;
  const decimals = match[3] ?? '';
  return fraction(BigInt(`${match[1]}${match[2]}${decimals}`), 10n ** BigInt(decimals.length));
}

/** "20/41", or "2" for a whole number. */
export function fractionText({ numerator, denominator }: Fraction): string {
  const sign = numerator < 0n ? '−' : '';
  const size = numerator < 0n ? -numerator : numerator;
  return denominator === 1n ? `${sign}${size}` : `${sign}${size}/${denominator}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

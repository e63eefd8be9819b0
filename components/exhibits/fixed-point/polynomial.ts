import { raised } from '../../../src/words/numbers.ts';

/** Polynomials as lists of coefficients, the constant term first: [1, 0, 2] is 1 + 2r². */
export type Polynomial = number[];

/** The value at `r`, by Horner's rule. */
export function evaluate(polynomial: Polynomial, r: number): number {
  return polynomial.reduceRight((sum, coefficient) => sum * r + coefficient, 0);
}

/**
 * The real roots between two bounds, both excluded, in rising order; one root where the curve only touches zero.
 *
 * Between two neighbouring roots of the derivative the polynomial is monotonic, so that each such stretch
 * holds at most one root, found by bisection.
 *
 * @param tolerance A turning point whose value is at most this, relative to the coefficients, touches zero.
 *   Defaults to 1e-13.
 */
export function rootsBetween(polynomial: Polynomial, low: number, high: number, tolerance = 1e-13): number[] {
  const trimmed = trim(polynomial);
  if (trimmed.length < 2) return [];
  const derivative = trimmed.slice(1).map((coefficient, i) => coefficient * (i + 1));
  const bounds = [low, ...rootsBetween(derivative, low, high, tolerance), high];
  const size = Math.max(...trimmed.map(Math.abs)) * tolerance;
  const isZero = (r: number) => Math.abs(evaluate(trimmed, r)) <= size;
  const roots: number[] = bounds.slice(1, -1).filter(isZero);
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [a, b] = [bounds[i]!, bounds[i + 1]!];
    if (isZero(a) || isZero(b)) continue;
    if (Math.sign(evaluate(trimmed, a)) !== Math.sign(evaluate(trimmed, b)))
      roots.push(bisect(trimmed, a, b));
  }
  return roots.sort((a, b) => a - b);
}

/**
 * Divides two polynomials with whole coefficients by their common factors of the kind 1 + r, 1 + r², 1 + r + r² ...:
 * the cyclotomic polynomials, which are all that can divide 1 + r + ... + r^(n-1).
 */
export function cancelCyclotomic(
  numerator: Polynomial,
  denominator: Polynomial,
): { numerator: Polynomial; denominator: Polynomial } {
  let [top, bottom] = [trim(numerator), trim(denominator)];
  for (const factor of cyclotomicFactors(denominator.length)) {
    const [topQuotient, bottomQuotient] = [divideExactly(top, factor), divideExactly(bottom, factor)];
    if (topQuotient && bottomQuotient) [top, bottom] = [topQuotient, bottomQuotient];
  }
  return { numerator: top, denominator: bottom };
}

/** "1 − r + r²"; "0" for the zero polynomial. */
export function polynomialText(polynomial: Polynomial): string {
  const terms = polynomial.flatMap((coefficient, power) => {
    if (coefficient === 0) return [];
    const size = Math.abs(coefficient);
    const name = power === 0 ? '' : power === 1 ? 'r' : `r${raised(power)}`;
    return [{ sign: coefficient < 0 ? '−' : '+', text: size === 1 && name ? name : `${size}${name}` }];
  });
  if (terms.length === 0) return '0';
  return terms
    .map(({ sign, text }, i) => (i === 0 ? (sign === '−' ? `−${text}` : text) : ` ${sign} ${text}`))
    .join('');
}

function bisect(polynomial: Polynomial, low: number, high: number): number {
  let [a, b] = [low, high];
  const sign = Math.sign(evaluate(polynomial, a));
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) break;
    if (Math.sign(evaluate(polynomial, middle)) === sign) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** The factors of (r^n - 1)/(r - 1), by dividing r^d - 1 by the factors found before. */
function cyclotomicFactors(n: number): Polynomial[] {
  const byOrder = new Map<number, Polynomial>();
  for (let d = 1; d <= n; d++) {
    if (n % d !== 0) continue;
    let factor: Polynomial = [-1, ...Array<number>(d - 1).fill(0), 1];
    for (const [order, smaller] of byOrder) if (d % order === 0) factor = divideExactly(factor, smaller)!;
    byOrder.set(d, factor);
  }
  byOrder.delete(1);
  return [...byOrder.values()];
}

/** The quotient by a polynomial whose leading coefficient is 1, or nothing where a remainder is left. */
function divideExactly(dividend: Polynomial, divisor: Polynomial): Polynomial | undefined {
  const rest = [...dividend];
  const quotient: Polynomial = [];
  for (let power = rest.length - divisor.length; power >= 0; power--) {
    const factor = rest[power + divisor.length - 1]!;
    quotient[power] = factor;
    divisor.forEach((coefficient, i) => (rest[power + i] = rest[power + i]! - factor * coefficient));
  }
  return rest.every((coefficient) => coefficient === 0) ? trim(quotient) : undefined;
}

function trim(polynomial: Polynomial): Polynomial {
  let length = polynomial.length;
  while (length > 0 && polynomial[length - 1] === 0) length--;
  return polynomial.slice(0, length);
}

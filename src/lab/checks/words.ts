/** Numbers and names as the findings say them. */

/** A number as one writes it by hand: at most so many digits, and a power of ten for very large and very small ones. */
export function number(value: number, digits = 4): string {
  if (Object.is(value, -0)) return '−0';
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size === 0 || !Number.isFinite(size) || (size >= 1e-4 && size < 1e7))
    return String(rounded).replaceAll('-', '−');
  const [mantissa, exponent] = rounded.toExponential().split('e') as [string, string];
  const power = [...exponent.replace('+', '')]
    .map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'['0123456789-'.indexOf(sign)]!)
    .join('');
  const times = mantissa === '1' ? '' : `${mantissa.replace('-', '−')}\u00a0×\u00a0`;
  return `${times}10${power}`;
}

/** "the hidden layer", "hidden layer 2", "the output layer". */
export function layerName(layer: number, layerCount: number): string {
  if (layer === layerCount - 1) return 'the output layer';
  return layerCount === 2 ? 'the hidden layer' : `hidden layer ${layer + 1}`;
}

/** "1", "1 and 3", "1, 2 and 3", counted from 1. */
export function listed(indices: readonly number[]): string {
  return joined(indices.map((index) => String(index + 1)));
}

export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** "(0, 1)": the inputs of a sample; of no more than three they stay on one line, held by no-break spaces. */
export function sampleName(input: readonly number[]): string {
  const gap = input.length <= 3 ? '\u00a0' : ' ';
  return `(${input.map((value) => number(value)).join(`,${gap}`)})`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A fraction with a small denominator that a number is, to the last digits; nothing when there is none. */
export function fraction(value: number): string | undefined {
  for (let denominator = 1; denominator <= 2_000; denominator++) {
    const numerator = Math.round(value * denominator);
    if (Math.abs(value - numerator / denominator) < 1e-13 * Math.max(1, Math.abs(value)))
      return denominator === 1 ? number(numerator) : `${number(numerator)}/${denominator}`;
  }
  return undefined;
}

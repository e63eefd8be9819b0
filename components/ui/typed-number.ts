/** Numbers as people type them: a comma or a point, any minus, a leading plus, powers of ten as 1e-9. */

/** One number; undefined where the text is none, or one too large to be a number. */
export function typedNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[−–]/g, '-').replace(',', '.');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * Numbers with commas, semicolons or spaces between them, so with points for their decimals; undefined where one of them is
 * none, there is none at all, or there are more than `most`.
 */
export function typedNumbers(text: string, most: number): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = parts.map(typedNumber);
  const isList = numbers.length >= 1 && numbers.length <= most && !numbers.includes(undefined);
  return isList ? (numbers as number[]) : undefined;
}

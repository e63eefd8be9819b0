/** How a fact's number reads where nothing else is said. */

/** To so many significant digits. */
export const digits = (count: number) => (value: number) => String(Number(value.toPrecision(count)));

/** As a power of ten, with so many significant digits. */
export const scientific = (count: number) => (value: number) => {
  const [mantissa, exponent] = value.toExponential(count - 1).split('e') as [string, string];
  const superscript = [...exponent.replace('+', '')]
    .map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)])
    .join('');
  return `${mantissa} · 10${superscript}`;
};

/** None and all without digits that would claim a precision of their own. */
export const percent = (share: number) =>
  share === 0 || share === 1 ? `${share * 100}%` : `${(share * 100).toFixed(1)}%`;

/**
 * A table as CSV, as RFC 4180 has it. What a spreadsheet would take for a formula begins with an apostrophe: the words come from
 * files that somebody else has made.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Whatever stands before it: spaces, and the wide forms that some spreadsheets take for the narrow ones. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cell(content: string | number): string {
  if (typeof content === 'number') return String(content);
  const text = formula.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

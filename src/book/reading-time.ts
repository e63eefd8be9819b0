/** Adults read plain prose at about 240 words a minute (Brysbaert 2019); a page of mathematics is slower. */
const wordsPerMinute = 200;

/**
 * Whole minutes to read the prose of an MDX page, at least 1. Tags, code blocks and displayed formulas are not
 * counted, so the time is that of reading, without the exhibits and exercises.
 */
export function readingMinutes(mdx: string): number {
  const prose = mdx
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/<Speak\b.*?<\/Speak>/gs, ' ')
    .replace(/```.*?```/gs, ' ')
    .replace(/\$\$.*?\$\$/gs, ' ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ');
  const words = prose.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? [];
  return Math.max(1, Math.round(words.length / wordsPerMinute));
}

/** Minutes in class that the notes of a page plan for its sections. */
export function plannedMinutes(mdx: string): number {
  return [...mdx.matchAll(/<Speak\b[^>]*?\sminutes="(\d+)"/g)].reduce(
    (sum, [, minutes]) => sum + Number(minutes),
    0,
  );
}

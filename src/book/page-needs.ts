/** Whether an MDX page shows formulas, its own or those of its exercises. */
export function showsFormulas(mdx: string): boolean {
  return /\$|<(Exercise|Exercises)\b/.test(mdx);
}

/** Roughly the characters of MDX that a tall screen shows before the reader scrolls. */
const firstScreen = 1500;

/** Whether formulas stand where a reader begins, so that their typeface should be there from the start. A bench fills a screen. */
export function opensWithFormulas(mdx: string): boolean {
  return mdx.slice(0, firstScreen).split('<Bench', 1)[0]!.includes('$');
}

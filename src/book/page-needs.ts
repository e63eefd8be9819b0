/** Whether an MDX page shows formulas, its own or those of its exercises. */
export function showsFormulas(mdx: string): boolean {
  return /\$|<(Exercise|Exercises)\b/.test(mdx);
}

/** Whether an MDX page shows code in its text. */
export function showsCode(mdx: string): boolean {
  return mdx.includes('`');
}

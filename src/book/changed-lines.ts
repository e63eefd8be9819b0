import { variantSource } from './program-variants.ts';

/**
 * The one place in which two variants of a case's program differ, in the one and in the other, written on one line without
 * indentation and closing comma. Where several lines of one pair of brackets differ, the brackets are shown with them.
 *
 * @throws if lines differ that are not next to one another, or none.
 */
export function changedLines(caseId: string, before: string, after: string): [before: string, after: string] {
  const posted = variantSource(caseId, before).split('\n');
  const changed = variantSource(caseId, after).split('\n');
  const different = posted.flatMap((line, i) => (line === changed[i] ? [] : [i]));
  const [first = 0, last = 0] = [different[0], different.at(-1)];
  if (posted.length !== changed.length || different.length !== last - first + 1) {
    throw new Error(
      `changedLines(${caseId}, ${before}, ${after}): ${different.length} lines differ; expected one, or lines next to one another`,
    );
  }
  const around = first === last ? 0 : 1;
  const shown = (lines: string[]) =>
    lines
      .slice(first - around, last + 1 + around)
      .map((line) => line.trim())
      .join(' ')
      .replace(/,(?= [\])}])|,$/g, '');
  return [shown(posted), shown(changed)];
}

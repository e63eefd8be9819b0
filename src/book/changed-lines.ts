import { variantSource } from './program-variants.ts';

/**
 * The one line in which a variant differs from the program as posted, before and after, without indentation and closing comma.
 *
 * @throws if more than one line differs, or none.
 */
export function changedLines(caseId: string, variantId: string): [posted: string, changed: string] {
  const posted = variantSource(caseId, 'as-posted').split('\n');
  const changed = variantSource(caseId, variantId).split('\n');
  const different = posted.flatMap((line, i) => (line === changed[i] ? [] : [i]));
  if (posted.length !== changed.length || different.length !== 1) {
    throw new Error(`changedLines(${caseId}, ${variantId}): ${different.length} lines differ; expected one`);
  }
  const shown = (line: string) => line.trim().replace(/,$/, '');
  return [shown(posted[different[0]!]!), shown(changed[different[0]!]!)];
}

/**
 * Which of many programs have the same text, once comments and layout are taken away. Where one line has to be mended, the same
 * text is what everybody writes: so it is also said in how many lines it differs from the program that all began from.
 */
import { differences } from '../bench-link/line-difference.ts';

export interface SamePrograms {
  /** Places in the list, two or more. */
  places: number[];
  /** Lines that differ from the given program, comments and layout aside. */
  changedLines: number;
}

/**
 * @param given The program that all began from. Who has not changed it is left out.
 * @returns groups, those with the most changed lines first.
 */
export function samePrograms(programs: readonly string[], given: string): SamePrograms[] {
  const begun = bareLines(given);
  const byText = Map.groupBy(programs.keys(), (place) => bareLines(programs[place]!).join(''));
  byText.delete(begun.join(''));
  return [...byText.values()]
    .filter((places) => places.length > 1)
    .map((places) => ({
      places,
      changedLines: Math.min(...places.map((place) => changedLines(begun, bareLines(programs[place]!)))),
    }))
    .sort((one, other) => other.changedLines - one.changedLines || one.places[0]! - other.places[0]!);
}

const changedLines = (before: readonly string[], after: readonly string[]): number =>
  differences(before.join('\n'), after.join('\n')).reduce(
    (sum, { removed, inserted }) => sum + Math.max(removed.length, inserted.length),
    0,
  );

/** A comment, a piece of text between quotes, or spaces. A pattern (/…/) is not known as such: it is compared all the same. */
const pieces =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|`(?:\\[^]|[^`\\])*`?|[^\S\n]+/g;

/** The lines of a program without comments, without layout, and without those that are empty then. */
function bareLines(program: string): string[] {
  const bare = program.replaceAll('\r\n', '\n').replaceAll(pieces, (piece, at: number, whole: string) => {
    if (/^["'`]/.test(piece)) return piece;
    // A comment over several lines, and a space between two words, still part what stands before them from what follows.
    if (piece.includes('\n')) return '\n';
    const [before, after] = [whole[at - 1] ?? '', whole[at + piece.length] ?? ''];
    return /[\w$]/.test(before) && /[\w$]/.test(after) ? ' ' : '';
  });
  return bare.split('\n').filter((line) => line !== '');
}

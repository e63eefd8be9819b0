/**
 * What a sentence speaks of, as a list of concepts: its words without their endings, those that an author calls alike as one,
 * those that say nothing left out. So "the cost won't go down" and "loss not decreasing" come to the same.
 */
import { stemmer } from 'stemmer';

export interface Wording {
  /** Words that say nothing of what is asked, such as "the". */
  ignored: readonly string[];
  /** Groups of words and phrases that people use for one another. The first of a group stands for it. */
  alike: readonly (readonly string[])[];
  /** Those that turn what is said into its opposite: a phrase with such a word says little of a text without. */
  turning: readonly string[];
  /** Those that lead from what is seen to what should have been, as "instead of" does. What follows them is left out. */
  contrasting: readonly string[];
  /** Names of languages, libraries and data sets: they say with what, and little of what happens. */
  naming: readonly string[];
}

/**
 * @returns A function that gives the concepts of a text, in their order. A number is one of them, written as JavaScript does
 * ("0.50" is 0.5), and one between 0 and 1 is followed by what it is to a tenth ("~0.5"), because nobody types all its digits. One that is
 * printed several times in a row is followed by "again", and by how often from the third time on.
 */
export function createConceptReader({
  ignored,
  alike,
  contrasting,
}: Pick<Wording, 'ignored' | 'alike' | 'contrasting'>): (text: string) => string[] {
  const skipped = new Set(ignored.flatMap(stemsOf));
  const contrasts = contrasting.map(stemsOf);
  // By their first stem, the longest first, so that "go down" is found before "go".
  const groups = new Map<string, { stems: string[]; concept: string }[]>();
  for (const group of alike) {
    for (const words of group) {
      const stems = stemsOf(words);
      const beginning = groups.get(stems[0]!) ?? [];
      beginning.push({ stems, concept: group[0]! });
      groups.set(stems[0]!, beginning);
    }
  }
  for (const group of groups.values()) group.sort((a, b) => b.stems.length - a.stems.length);

  return (text) => {
    const stems = stemsOf(text);
    /** Where the words end that begin at a place, though words that say nothing stand between: "not really learning". */
    const endOf = (words: readonly string[], begin: number): number | undefined => {
      let at = begin;
      for (const [k, word] of words.entries()) {
        while (k > 0 && stems[at] !== word && skipped.has(stems[at]!)) at++;
        if (stems[at++] !== word) return undefined;
      }
      return at;
    };
    /** What stands at a place: one concept, or several of a number, or none; and where the next begins. */
    const readAt = (begin: number): { read: string[]; end: number } => {
      for (const { stems: words, concept } of groups.get(stems[begin]!) ?? []) {
        const end = endOf(words, begin);
        if (end !== undefined) return { read: [concept], end };
      }
      const stem = stems[begin]!;
      return { read: skipped.has(stem) ? [] : [stem, ...toTenth(stem)], end: begin + 1 };
    };

    /** One concept is over, or all the numbers of a list, "1, 1, 0" or "0 or 1". */
    const endAfterContrast = (begin: number): number => {
      let i = begin;
      while (i < stems.length) {
        const { read, end } = readAt(i);
        const isNumeric = isNumber(stems[i]!);
        i = end;
        if (read.length === 0) continue;
        let next = i;
        while (skipped.has(stems[next]!)) next++;
        if (!isNumeric || next >= stems.length || !isNumber(stems[next]!)) break;
        i = next;
      }
      return i;
    };

    const concepts: string[] = [];
    let inARow = 1;
    for (let i = 0; i < stems.length;) {
      const contrast = contrasts.find((words) => endOf(words, i) !== undefined);
      if (contrast) {
        i = endAfterContrast(endOf(contrast, i)!);
        continue;
      }
      const { read, end } = readAt(i);
      concepts.push(...read);
      inARow = i > 0 && stems[i] === stems[i - 1] && isNumber(stems[i]!) ? inARow + 1 : 1;
      if (inARow > 1) concepts.push(`${stems[i]} again${inARow > 2 ? ` ${inARow}` : ''}`);
      i = end;
    }
    return concepts;
  };
}

/** To take its ending off takes long, and most words come often. */
const stemsFound = new Map<string, string>();

function stemOf(word: string): string {
  const known = stemsFound.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  stemsFound.set(word, stem);
  return stem;
}

/** The words of a text without their endings; numbers as numbers. */
function stemsOf(text: string): string[] {
  const plain = text
    .replace(/½/g, ' 0.5 ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(/[’`]/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/(\d) ?(percent|per cent|%)/g, '$1%')
    .replace(/\b1\/2\b/g, '0.5')
    .replace(/\bbetween (-?1|0|0?\.5) and (1|0|0?\.5)(?![\w.])/g, '0 to 1')
    // A range, such as 0-1 or 0..255.
    .replace(/(?<![\w.-])(-?\d+)(?:-|\.\.+)(\d+)(?![\w.-])/g, '$1 to $2');
  return (plain.match(/(?<![\w.])-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?(?![\w])|[\p{L}\p{N}]+/gu) ?? []).map(
    (word) => {
      const value = /^-?[\d.]+(e[-+]?\d+)?%?$/.test(word) ? Number.parseFloat(word) : NaN;
      if (Number.isNaN(value)) return stemOf(word);
      return `${Object.is(value, -0) ? '-0' : value}${word.endsWith('%') ? '%' : ''}`;
    },
  );
}

const isNumber = (stem: string) => !Number.isNaN(Number(stem));

function toTenth(stem: string): string[] {
  const value = Number(stem);
  return value > 0 && value < 1 ? [`~${value.toFixed(1)}`] : [];
}

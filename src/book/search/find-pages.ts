/**
 * Which pages tell of what a reader describes, in a few words or in a pasted report of forty.
 *
 * Pagefind finds the pages that hold all the words; no page holds all the words of a report. Here every phrase that a page declares
 * is laid over the text, and counts by how much of it is there, its rare words most (inverse document frequency, after Spärck Jones
 * 1972). So is every question of somebody whom the page answers, for half as much. Beside it each word that the page's head or those
 * questions share with the text counts a little.
 */
import { createConceptReader } from './wording.ts';
import type { Wording } from './wording.ts';

export interface SearchablePage {
  /** Its address in the book, such as "/symptoms/nan-or-infinity/". */
  address: string;
  title: string;
  about: string;
  /** What people type who need it. */
  phrases: readonly string[];
  /** What others have asked whom it answers. It stands on no page. */
  asked: readonly string[];
}

export interface FoundPage {
  page: SearchablePage;
  /** The phrase of the page, or its title, that fits best. */
  phrase: string;
  score: number;
  /** Whether it accounts for so much of what is asked that it is likely to be about that. */
  isLikely: boolean;
}

/** What a word counts that stands in a page's phrases or title, and in the sentence about it. */
const inPhrases = 1;
const inAbout = 0.4;
/** A word counts as much as one in a phrase where so many of the questions have it, and less where fewer do. */
const enoughQuestions = 3;
/** A question counts so much of a phrase: its words were not chosen for the page. */
const askedWeight = 0.5;
/** The phrase that fits best counts so much beside the single words; the next one half as much, and so on. */
const bestPhrase = 2.5;
const nextPhrase = 0.5;
/** A phrase that turns on a word that the text has not, such as "not". */
const turned = 0.5;
/** Of what is asked, the least that a page must account for, and from where on it is likely to be about that. */
const least = 0.3;
const likely = 0.6;
/** A word that no page knows counts so much of the rarest: it says which text this is, and little of which page. */
const unknownWord = 0.25;
/** A name, such as a library's, counts so much of its rarity: whoever tells what happens is asked about that. */
const nameWeight = 0.3;

/** A page as it is laid over a text. */
interface Head {
  page: SearchablePage;
  /** What each of its words counts. */
  weightOf: ReadonlyMap<string, number>;
  own: readonly Phrase[];
  asked: readonly Phrase[];
}

interface Phrase {
  text: string;
  concepts: readonly string[];
}

/** @returns A function that gives the pages that fit a text, the best first, none where nothing fits. */
export function createPageFinder(
  pages: readonly SearchablePage[],
  wording: Wording,
): (text: string) => FoundPage[] {
  const read = createConceptReader(wording);
  const heads = pages.map((page) => headOf(page, read));
  const holders = new Map<string, number>();
  for (const { weightOf } of heads) {
    for (const concept of weightOf.keys()) holders.set(concept, (holders.get(concept) ?? 0) + 1);
  }
  const names = new Set(wording.naming.flatMap(read));
  const rarity = (concept: string) => {
    const held = holders.get(concept) ?? 0;
    const rare = Math.log(1 + (heads.length - held + 0.5) / (held + 0.5));
    return names.has(concept) ? nameWeight * rare : rare;
  };
  const sum = (concepts: readonly string[]) =>
    concepts.reduce((total, concept) => total + rarity(concept), 0);

  /** How much of a phrase is there: the whole of it far more than a part, and a long one more than a short one. */
  const fitOf = ({ concepts }: Phrase, asked: ReadonlySet<string>) => {
    const there = concepts.filter((concept) => asked.has(concept));
    if (there.length === 0) return 0;
    const isTurned = concepts.some((concept) => wording.turning.includes(concept) && !asked.has(concept));
    const share = sum(there) / sum(concepts);
    return sum(there) * share ** 2 * Math.sqrt(there.length) * (isTurned ? turned : 1);
  };

  return (text) => {
    const asked = new Set(read(text));
    const known = [...asked].filter((concept) => holders.has(concept));
    const whole = sum(known) + unknownWord * (asked.size - known.length) * rarity('');
    return heads
      .map((head): FoundPage => {
        const own = head.own.map((phrase) => ({ text: phrase.text, fit: fitOf(phrase, asked) }));
        const fits = [
          ...own.map(({ fit }) => fit),
          ...head.asked.map((one) => askedWeight * fitOf(one, asked)),
        ];
        const phrased = fits
          .sort((a, b) => b - a)
          .reduce((total, fit, k) => total + fit * nextPhrase ** k, 0);
        const words = known.reduce(
          (total, concept) => total + rarity(concept) * (head.weightOf.get(concept) ?? 0),
          0,
        );
        const best = own.reduce((a, b) => (b.fit > a.fit ? b : a));
        const score = words + bestPhrase * phrased;
        return { page: head.page, phrase: best.text, score, isLikely: score >= likely * whole };
      })
      .filter(({ score }) => score >= least * whole && score > 0)
      .sort((a, b) => b.score - a.score);
  };
}

function headOf(page: SearchablePage, read: (text: string) => string[]): Head {
  const phraseOf = (text: string): Phrase => ({ text, concepts: [...new Set(read(text))] });
  const own = [page.title, ...page.phrases].map(phraseOf);
  const asked = page.asked.map(phraseOf);
  const weightOf = new Map(read(page.about).map((concept) => [concept, inAbout]));
  for (const { concepts } of own) for (const concept of concepts) weightOf.set(concept, inPhrases);
  const questions = new Map<string, number>();
  for (const { concepts } of asked)
    for (const concept of concepts) questions.set(concept, (questions.get(concept) ?? 0) + 1);
  for (const [concept, count] of questions) {
    const weight = inPhrases * Math.min(1, count / enoughQuestions);
    weightOf.set(concept, Math.max(weight, weightOf.get(concept) ?? 0));
  }
  return { page, weightOf, own, asked };
}

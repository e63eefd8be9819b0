/**
 * Above what Pagefind finds, the pages that tell of what a reader describes: it looks for pages that hold every word, and no page
 * holds every word of a pasted report. Where nothing is found, and before anything is typed, the symptoms as a place to start from.
 */
import { createPageFinder, type SearchablePage, type Wording } from '../../src/book/index.ts';

/** As many pages as are shown, and how good the others must be beside the best. */
const most = 3;
const besideTheBest = 0.6;
/** Longer texts than that are not looked for word by word. */
const fewWords = 5;

export interface FoundPages {
  /** Puts what it shows between the field and Pagefind's results. */
  placeIn(search: Element): void;
  /** What Pagefind is to look for: the words typed, or of a longer text the phrase that fits it best. */
  wordsFor(typed: string): string;
  /** Looks at a result of Pagefind's: where it knows no word it gives pages with a shorter one, "type" for "TypeError". */
  judge(result: { excerpt: string; sub_results: { excerpt: string }[] }): void;
}

/** @param address Where the heads of the pages are (src/pages/search.json.ts). */
export async function showFoundPages(address: string): Promise<FoundPages> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { pages, wording, clinic } = (await response.json()) as {
    pages: SearchablePage[];
    wording: Wording;
    /** Where the clinic is, if the course has it. */
    clinic?: string;
  };
  const find = createPageFinder(pages, wording);

  const found = document.createElement('div');
  found.className = 'found-pages';
  const heading = line('p', '');
  heading.setAttribute('role', 'status');
  const list = document.createElement('ol');
  list.setAttribute('role', 'list');
  found.append(heading, list);

  let words: string[] = [];
  const show = (typed: string) => {
    words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    delete found.dataset['pagefind'];
    const [best, ...next] = find(typed);
    const shown = best
      ? [best, ...next.filter(({ score }) => score >= besideTheBest * best.score)].slice(0, most)
      : [];
    const isLikely = best?.isLikely ?? false;
    heading.textContent = isLikely
      ? 'Pages on what you describe'
      : best
        ? 'Perhaps no page is about that. These come near it; or bring the network itself:'
        : '';
    const others = best && !isLikely ? placesForOnesOwn(pages, clinic) : [];
    list.replaceChildren(...shown.map(({ page }) => entry(page)), ...others);
  };
  return {
    placeIn: (search) => {
      search.querySelector('.pagefind-ui__drawer')?.before(found);
      search.append(beginnings(pages, clinic));
      search.querySelector('input')?.addEventListener('input', ({ target }) => {
        show((target as HTMLInputElement).value);
      });
      // The cross that empties the field tells nobody of it.
      search.querySelector('button')?.addEventListener('click', () => show(''));
    },
    wordsFor: (typed) =>
      typed.trim().split(/\s+/).length <= fewWords ? typed : (find(typed)[0]?.phrase ?? typed),
    judge: (result) => {
      const marked = [result, ...result.sub_results].flatMap(({ excerpt }) =>
        [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word!.toLowerCase()),
      );
      const isFound =
        words.length > fewWords || marked.some((mark) => words.some((word) => isWord(mark, word)));
      if (isFound) {
        if (found.dataset['pagefind'] === 'near') heading.textContent = '';
        found.dataset['pagefind'] = 'found';
      } else if (list.childElementCount === 0 && !found.dataset['pagefind']) {
        found.dataset['pagefind'] = 'near';
        heading.textContent = 'No page has these words. What is listed comes near them.';
      }
    },
  };
}

/** Whether a marked word is the one that was typed, or begins with it, or differs in its ending. */
const isWord = (mark: string, word: string) =>
  mark.startsWith(word) || sameBeginning(mark, word) >= Math.max(3, word.length - 3);

function sameBeginning(a: string, b: string): number {
  let k = 0;
  while (k < a.length && a[k] === b[k]) k += 1;
  return k;
}

/** Where to begin who knows no word for it; the style sheet hides it beside results. */
function beginnings(pages: readonly SearchablePage[], clinic: string | undefined): Element {
  const symptoms = pages.filter(({ address }) => /\/symptoms\/[^/]+\/$/.test(address));
  const start = document.createElement('div');
  start.className = 'search-start';
  const list = document.createElement('ul');
  list.append(...symptoms.map((page) => linkLine(page)), ...placesForOnesOwn(pages, clinic));
  start.append(line('p', 'Paste a sentence or an error message, or start from what you see:'), list);
  return start;
}

/** For one's own program, and for the numbers that it printed. */
function placesForOnesOwn(pages: readonly SearchablePage[], clinic: string | undefined): HTMLLIElement[] {
  const workshops = pages.filter(({ address }) => /\/workshop\/$/.test(address));
  const clinics = clinic ? [{ address: clinic, title: 'The clinic: paste what your network printed' }] : [];
  return [...workshops, ...clinics].map(linkLine);
}

function entry(page: SearchablePage): HTMLLIElement {
  const item = linkLine(page);
  item.append(line('p', page.about));
  return item;
}

function linkLine({ address, title }: Pick<SearchablePage, 'address' | 'title'>): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  item.append(link);
  return item;
}

function line(tag: 'p', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../book-page.ts';

/** A height that is not the one at first: after what, and by how many pixels. */
interface Jump {
  after: string;
  by: number;
}

/** What nobody meant to type, and what is merely long. */
const nonsense = ['letters', '', '1e999', '-1', '1234567890'.repeat(6), '1e9', '1,2,3,4,5,6,7,8,9,10,11,12'];

/**
 * Chooses, ticks, drags and types all that the fields of a figure take, one field at a time, each put back afterwards, and then
 * all ticks one after the other, and returns every height of the figure that is more than a pixel off the first.
 */
function jumpsOf(figure: Locator): Promise<Jump[]> {
  return figure.evaluate(async (element: HTMLElement, texts: string[]): Promise<Jump[]> => {
    const height = () => element.getBoundingClientRect().height;
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    // A change may put another element in the place of a field, so each is looked up by its place.
    const fields = () =>
      [...element.querySelectorAll<Field>('select, textarea, input')].filter(
        (field) => !field.disabled && field.checkVisibility(),
      );
    const put = (field: Field | undefined, value: string) => {
      if (!field) return;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const valuesFor = (field: Field): string[] => {
      if (field instanceof HTMLSelectElement) return [...field.options].map(({ value }) => value);
      if (field.type !== 'range') return texts;
      const [low, high] = [Number((field as HTMLInputElement).min), Number((field as HTMLInputElement).max)];
      return [low, Math.round((low + high) / 2), high].map(String);
    };
    await drawn();
    const first = height();
    const jumps: Jump[] = [];
    const look = async (after: string) => {
      await drawn();
      const by = Math.round(height() - first);
      if (Math.abs(height() - first) > 1) jumps.push({ after, by });
    };
    for (const [i, field] of fields().entries()) {
      const name = (field.getAttribute('aria-label') ?? field.closest('label')?.textContent ?? '').slice(
        0,
        40,
      );
      if (field.type === 'radio' || field.type === 'checkbox') {
        const chosen = element.querySelector<HTMLInputElement>(
          `input[type="radio"][name="${CSS.escape(field.name)}"]:checked`,
        );
        field.click();
        await look(name);
        (field.type === 'radio' ? chosen : fields()[i])?.click();
      } else {
        const { value } = field;
        for (const text of valuesFor(field)) {
          put(fields()[i], text);
          await look(`${name} ${text}`);
        }
        put(fields()[i], value);
      }
      await look(`${name}, put back`);
    }
    // Ticks may add up to what none of them brings alone.
    const ticks = () => fields().filter(({ type }) => type === 'checkbox');
    for (const turn of ['with', 'without']) {
      for (const i of ticks().keys()) {
        ticks()[i]?.click();
        await look(`ticks, ${turn} the first ${i + 1}`);
      }
    }
    return jumps;
  }, nonsense);
}

/** The jumps of every exhibit of a page, by the exhibit's place on it. */
async function jumpsOnPage(page: Page): Promise<Record<string, Jump[]>> {
  const jumps: Record<string, Jump[]> = {};
  for (const figure of await page.locator('figure.exhibit:has(.exhibit-body)').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('astro-island[ssr]').first().waitFor({ state: 'detached' });
    const found = await jumpsOf(figure);
    if (found.length > 0) jumps[(await figure.getAttribute('class')) ?? ''] = found;
  }
  return jumps;
}

describe.concurrent('no exhibit changes its height under the hands of a reader', () => {
  const pages = ['/chapters/exhibits/', '/chapters/practice/', '/cases/xor/', '/cases/deep/'];
  for (const path of pages) {
    for (const width of [360, 1440]) {
      test(`${path} at ${width} px`, { timeout: 240_000 }, async ({ openPage }) => {
        const page = await openPage(path, { width, motion: true });
        expect(await jumpsOnPage(page)).toEqual({});
      });
    }
  }
});

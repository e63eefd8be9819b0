/** In the built book: what people ask leads to its page by the first link of the search. */
import { expect } from 'vitest';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { readAsked } from '../content/asked.ts';
import { test } from '../browser/book-page.ts';

const { strangers, reports, isMost } = readAsked();

test.runIf(isMost)(
  'the first link of the dialog leads to the page for what is asked',
  async ({ openPage }) => {
    const page = await openPage('/references/');
    await page.locator('button[data-open-modal]:enabled').waitFor();
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox');
    await field.waitFor();
    // The phrases are tried without a browser (tests/content/asked.test.ts): the same code finds them.
    const rows = [...strangers.filter((_, row) => row % 10 === 0), ...reports];
    const wrong: string[] = [];
    for (const { ask, pages } of rows) {
      await field.fill(ask);
      const links = dialog.locator('.found-pages a, .search-start a');
      const first = await links.first().getAttribute('href');
      if (!pages.some((right) => first?.endsWith(right))) wrong.push(`${ask}: ${first}`);
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.05 * rows.length);
  },
);

test('the listings of programs are not searched, and what is not found leads on', async ({ openPage }) => {
  const page = await openPage('/references/');
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('TypeError');
  await dialog.getByText('No page has these words.').waitFor();
  // Where nothing is found there is a way on.
  const start = dialog.locator('.search-start');
  const offered = await start
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const symptoms = pagesOf(readCourse()).filter((name) => name.startsWith('symptoms/'));
  for (const symptom of symptoms)
    expect(offered.filter((path) => path.endsWith(`/${symptom}/`))).toHaveLength(1);
  expect(await start.getByRole('link').first().isVisible()).toBe(true);
});

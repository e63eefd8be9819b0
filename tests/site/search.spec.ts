/** A page is found by what its own head says people type for it. */
import { expect } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { test } from '../browser/book-page.ts';

const pages = pagesOf(readCourse()).flatMap((page) => {
  const [, head] = /^---\n([^]*?)\n---/.exec(readFileSync(pageFile(page), 'utf8'))!;
  const { phrases = [] } = parse(head!) as { phrases?: string[] };
  return phrases.length > 0 ? [{ page, phrases }] : [];
});

test.for(pages)(
  '$page is among the first three for each of its phrases',
  async ({ page, phrases }, { openPage }) => {
    const opened = await openPage('/references/');
    await opened.locator('button[data-open-modal]:enabled').waitFor();
    await opened.keyboard.press('Control+k');
    const dialog = opened.getByRole('dialog');
    await dialog.getByRole('textbox').waitFor();
    for (const phrase of phrases) {
      await dialog.getByRole('textbox').fill(phrase);
      await dialog.getByText(`for ${phrase}`).waitFor();
      const found = dialog.locator('.pagefind-ui__result');
      await found.first().getByRole('link').first().waitFor();
      const first = await found.evaluateAll((results) =>
        results.slice(0, 3).map((result) => result.querySelector('a')?.getAttribute('href') ?? ''),
      );
      expect(first, phrase).toContainEqual(expect.stringContaining(`/${page}/`));
    }
  },
);

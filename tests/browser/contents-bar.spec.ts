import { expect } from 'vitest';
import { test } from './book-page.ts';

test('the contents on a narrow screen name the section that is read, and close once they have served', async ({
  visit,
}) => {
  const page = await visit('/chapters/exhibits/', { width: 360 });
  const bar = page.getByRole('navigation', { name: 'Contents of this page', exact: true });
  const opener = bar.locator('summary');
  const list = bar.getByRole('list');
  const read = bar.locator('a[aria-current]');

  const headings = page.locator('.prose > h2');
  for (const i of [2, 0]) {
    const heading = headings.nth(i);
    await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    const title = (await heading.innerText()).trim();
    await opener.getByText(title).waitFor();
    expect(await read.evaluateAll((links) => links.map((link) => link.textContent.trim()))).toEqual([title]);
  }

  await opener.click();
  await list.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await list.waitFor();
  await page.mouse.click(180, 850);
  await list.waitFor({ state: 'hidden' });

  await opener.click();
  const link = bar.locator('a').nth(2);
  await link.click();
  await list.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).hash).toBe(await link.getAttribute('href'));
});

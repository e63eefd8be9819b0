import { test } from './book-page.ts';

test('a line of a dense network tells its weight to whoever points at it', async ({ openPage }) => {
  const page = await openPage('/cases/negative-zero/');
  const network = page.locator('.network-diagram').first();
  await network.scrollIntoViewIfNeeded();
  await page.locator('astro-island:not([ssr]) .network-diagram').first().waitFor();
  const box = (await network.locator('svg').boundingBox())!;
  // Before the output, where sixteen lines come together: one of them is near any height.
  await page.mouse.move(box.x + box.width * 0.86, box.y + box.height * 0.45);
  await network.getByText(/^weight from h/).waitFor();
  await page.mouse.move(box.x + box.width * 0.5, box.y - 40);
  await network.getByText(/Point at a line/).waitFor();
});

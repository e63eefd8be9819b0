import { expect } from 'vitest';
import { test } from './book-page.ts';

test('a line of a dense network tells its weight to whoever points at it', async ({ visit }) => {
  const page = await visit('/cases/deep/');
  const network = page.locator('.network-diagram').first();
  await network.scrollIntoViewIfNeeded();
  await page.locator('.in-turn:not([data-asleep]) .network-diagram').first().waitFor();
  const box = (await network.locator('svg').boundingBox())!;
  // Before the output, where sixteen lines come together: one of them is near any height. The drawing may be narrower than its box.
  const near = await network.locator('svg').evaluate((svg: SVGSVGElement) => {
    const { width, height } = svg.viewBox.baseVal;
    const { x, y } = new DOMPoint(width * 0.86, height * 0.45).matrixTransform(svg.getScreenCTM()!);
    return { x, y };
  });
  await page.mouse.move(near.x, near.y);
  await network.getByText(/^weight from h/).waitFor();
  await page.mouse.move(box.x + box.width * 0.5, box.y - 40);
  await network.getByText(/Point at a line/).waitFor();
});

test('a long readout keeps its words while the keyboard scrolls it', async ({ visit }) => {
  const page = await visit('/cases/deep/', { width: 360 });
  await page.locator('.network-diagram').first().scrollIntoViewIfNeeded();
  await page.locator('.in-turn:not([data-asleep]) .network-diagram').first().waitFor();
  await page.locator('.network-unit[tabindex="0"]').first().focus();
  const words = page.locator('.network-readout').first();
  await words.getByText('its activation').waitFor();
  await page.keyboard.press('Tab');
  expect(await words.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('End');
  await expect.poll(() => words.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  expect(await words.innerText()).toContain('its activation');

  await page.keyboard.press('Tab');
  // Before a run the plane of the inputs has nothing to be worked, and the loss comes next.
  const next = await page.evaluate(() => document.activeElement?.closest('section')?.className);
  expect(next).toMatch(/^bench-loss\b/);
  await words.getByText(/Point at a line/).waitFor();
});

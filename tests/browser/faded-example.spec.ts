import { describe, expect } from 'vitest';
import { test, type OpenPage } from './book-page.ts';

const address = '/chapters/exhibits/';

/** The third pass of the exhibit, once its script has taken it over: its last two steps are blank. */
async function thirdPass(visit: OpenPage, width = 1280) {
  const page = await visit(address, { width });
  const figure = page.locator('.exhibit-faded-example');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  return { page, pass: figure.getByRole('region', { name: /^3\./ }) };
}

describe('the faded example', () => {
  test('says what a wrong number comes from, and takes the right ones, by keyboard alone', async ({
    visit,
  }) => {
    const { page, pass } = await thirdPass(visit);
    const [delta1, delta2] = [pass.getByLabel('δ₁ ='), pass.getByLabel('δ₂ =')];
    await delta1.focus();
    await page.keyboard.type('0.0739');
    await page.keyboard.press('Enter');
    await pass.getByText('leaves out the slope of the unit, f′(z₁)').waitFor();
    expect(await delta1.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0,0320');
    await page.keyboard.press('Tab');
    await page.keyboard.type('-0.0413');
    await page.keyboard.press('Enter');
    await expect.poll(() => pass.getByText('Right.', { exact: true }).count()).toBe(2);
    expect(await delta2.getAttribute('aria-invalid')).toBe('false');
    await pass.getByLabel('∂L/∂w₁₂ =').fill('0.0448');
    await pass.getByLabel('∂L/∂w₂₁ =').fill('0.0248');
    await page.keyboard.press('Enter');
    await pass.getByText('All 4 right').waitFor();
  });

  test('shows on the picture where the number belongs, and moves nothing when it answers', async ({
    visit,
  }) => {
    const { pass } = await thirdPass(visit, 360);
    await pass.getByLabel('∂L/∂w₁₂ =').focus();
    expect(await pass.locator('.faded-connection[data-on="true"]').count()).toBe(1);
    expect(await pass.locator('.faded-unit[data-on="true"]').allTextContents()).toEqual([
      expect.stringMatching(/^x₂1.4/),
      expect.stringMatching(/^a₁0.753/),
    ]);
    const height = async () => (await pass.boundingBox())!.height;
    const before = await height();
    await pass.getByLabel('∂L/∂w₁₂ =').fill('7');
    await pass.getByLabel('δ₁ =').fill('0.0739');
    for (const check of await pass.getByRole('button', { name: 'Check' }).all()) await check.click();
    await pass.getByText('not one of the usual slips').waitFor();
    expect(await height()).toBe(before);
  });

  test('can be read to its end without scripts', async ({ visit }) => {
    const page = await visit(address, { javaScript: false });
    const figure = page.locator('.exhibit-faded-example');
    expect(await figure.getByRole('textbox').count()).toBe(0);
    const pass = figure.getByRole('region', { name: /^3\./ });
    await pass.getByText('How it is done').first().click();
    expect(await pass.getByText('δ₁ = δ · v₁ · (1 − a₁²)').isVisible()).toBe(true);
  });
});

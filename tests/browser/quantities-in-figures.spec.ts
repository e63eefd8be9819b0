import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

/** How the figure draws the parts that bear a name, and how it draws the rest of that plot. */
async function drawn(page: Page, name: string) {
  return page.evaluate((quantity) => {
    const part = document.querySelector(`.plot-dots[data-quantity="${quantity}"]`)!;
    const other = part.parentElement!.querySelector(
      `:scope > path:is(.plot-line, .plot-dots):not([data-quantity="${quantity}"])`,
    )!;
    const styleOf = (element: Element) => {
      const { strokeWidth, opacity } = getComputedStyle(element);
      return { width: parseFloat(strokeWidth), opacity: Number(opacity) };
    };
    return { part: styleOf(part), other: styleOf(other) };
  }, name);
}

const address = '/chapters/practice/';

describe('a quantity that the text names', () => {
  test('stands out in the figure while it is pointed at, by more than colour', async ({ visit }) => {
    const page = await visit(address, { motion: true });
    const word = page.locator('.quantity[data-of="theta"]').first();
    const before = await drawn(page, 'theta');
    expect(before.other.opacity).toBe(1);
    await word.hover();
    const during = await drawn(page, 'theta');
    expect(during.part.width).toBeGreaterThan(before.part.width);
    expect([during.part.opacity, during.other.opacity]).toEqual([1, 0.3]);
    await page.mouse.move(1, 1);
    expect(await drawn(page, 'theta')).toEqual(before);
  });

  test('is reached and kept by the keyboard, and let go with Escape', async ({ visit }) => {
    const page = await visit(address, { motion: true });
    const before = await drawn(page, 'theta');
    const word = page.getByRole('button', { name: 'Θ', exact: true }).first();
    await word.focus();
    await page.keyboard.press('Enter');
    expect(await word.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Tab');
    expect((await drawn(page, 'theta')).other.opacity).toBe(0.3);
    await word.focus();
    await page.keyboard.press('Escape');
    expect(await word.getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('Tab');
    expect(await drawn(page, 'theta')).toEqual(before);
  });

  test('brings its figure into view on a narrow screen, and outlives what the figure draws anew', async ({
    visit,
  }) => {
    const page = await visit(address, { width: 360, height: 640 });
    const word = page.getByRole('button', { name: 'Θ', exact: true }).first();
    await word.click();
    const figure = page.locator('figure:has([data-quantity="theta"])').first();
    const inView = () =>
      figure.locator('.plot').evaluate((plot) => {
        const { top, bottom } = plot.getBoundingClientRect();
        return top < window.innerHeight && bottom > 0;
      });
    await expect.poll(inView).toBe(true);
    await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    await figure.getByRole('slider').press('ArrowRight');
    expect((await drawn(page, 'theta')).other.opacity).toBe(0.3);
  });

  test('is plain text without scripts', async ({ visit }) => {
    const page = await visit(address, { javaScript: false });
    expect(await page.locator('.quantity[role], .quantity[tabindex]').count()).toBe(0);
    expect(await page.locator('.quantity').count()).toBeGreaterThan(1);
  });
});

import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

describe('a program to take home', () => {
  test('becomes part of the page when it is opened, and can be copied', async ({ visit }) => {
    const page = await visit('/cases/xor/');
    const program = page.locator('.take-home-program').first();
    expect(await program.locator('pre').count()).toBe(0);
    await program.locator('summary').click();
    await program.locator('pre').waitFor();
    expect(await program.locator('pre').innerText()).toContain('mulberry32');
    await program.getByRole('button', { name: /copy/i }).waitFor();
    const colours = await program
      .locator('pre span')
      .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
    expect(colours, 'colours of the highlighted program').toBeGreaterThan(3);
    await program.locator('summary').click();
    await program.locator('summary').click();
    expect(await program.locator('pre').count()).toBe(1);
  });

  test('is there without JavaScript', async ({ visit }) => {
    const page = await visit('/cases/xor/', { javaScript: false });
    const program = page.locator('.take-home-program').first();
    await program.locator('summary').click();
    expect(await program.locator('pre').innerText()).toContain('mulberry32');
  });
});

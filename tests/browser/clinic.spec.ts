// What a reader does in the clinic: describes, pastes, is told and asked, and comes back by the address.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

const printed = (page: Page) => page.getByRole('textbox', { name: /^The outputs after training/ });
const suspects = (page: Page) => page.getByRole('region', { name: 'Suspects' });
const asking = (page: Page) => page.getByRole('region', { name: 'One more number' });

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: ReturnType<typeof printed>, most = 30): Promise<void> {
  for (let k = 0; k < most; k++) {
    if (await element.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach it within ${most} steps`);
}

describe('the clinic', () => {
  test('names what prints that, asks one thing at a time, and has it all again from the address: by keyboard alone', async ({
    visit,
  }) => {
    const page = await visit('/clinic/');
    const epochs = page.getByRole('textbox', { name: /^Epochs/ });
    await epochs.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('200');
    await tabTo(page, printed(page));
    await page.keyboard.insertText('[[nan] [nan] [nan] [nan]]');
    const first = suspects(page).getByRole('listitem').first();
    await first.getByRole('heading', { name: 'A rate that was never set' }).waitFor();
    const ask = asking(page).locator('.clinic-ask');
    const question = await ask.textContent();
    // In numbers, not by a bar alone.
    await expect.poll(() => first.innerText()).toMatch(/\d%/);

    const skip = asking(page).getByRole('button', { name: 'Skip: ask something else' });
    const take = asking(page).getByRole('button', { name: 'Take this into account' });
    await tabTo(page, take, 60);
    await page.keyboard.press('Enter');
    await asking(page).getByRole('alert').waitFor();
    await tabTo(page, skip);
    await page.keyboard.press('Enter');
    await asking(page)
      .getByRole('heading', { name: 'One more number' })
      .and(page.locator(':focus'))
      .waitFor();
    await expect.poll(() => ask.textContent()).not.toBe(question);

    await page.reload();
    await first.getByRole('heading', { name: 'A rate that was never set' }).waitFor();
    expect(await printed(page).inputValue()).toBe('[[nan] [nan] [nan] [nan]]');
    expect(await epochs.inputValue()).toBe('200');
    await ask.waitFor();
    expect(await ask.textContent()).not.toBe(question);
  });

  test('answers an absurd link with what to change, and goes on once it is changed', async ({ visit }) => {
    const link = `#widths=0+4&epochs=1000000000&rate=NaN&printed=${'9'.repeat(9000)}&hidden=<script>&a.check=x`;
    const page = await visit(`/clinic/${link}`);
    const problems = page.getByRole('alert').getByRole('listitem');
    await expect.poll(() => problems.count()).toBe(4);
    await page.getByRole('textbox', { name: /^Hidden units/ }).fill('2');
    await page.getByRole('textbox', { name: /^Epochs/ }).fill('100');
    await page.getByRole('textbox', { name: /^Learning rate/ }).fill('0.1');
    await page.getByRole('combobox', { name: 'Hidden activation' }).selectOption('relu');
    await expect.poll(() => problems.count()).toBe(0);
    await printed(page).fill('0.5 0.5 0.5 0.5');
    await suspects(page).getByRole('listitem').first().waitFor();
  });
});

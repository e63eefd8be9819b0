// From an answer to a grade: what a reader hands in is read, run and judged again on the desk.
import { text as textOf } from 'node:stream/consumers';
import { expect } from 'vitest';
import { classOf } from '../desk/made-up-class.ts';
import { addressOf, test } from './book-page.ts';
import { reachExercise } from './reach-exercise.ts';

test('a reader hands in, and the desk judges it beside others, a boaster and a file that is none', async ({
  openPage,
}) => {
  const page = await openPage('/chapters/practice/');
  const to = (path: string) => page.goto(addressOf(path));
  const exercise = await reachExercise(page, 'practice.read-the-rate');
  await exercise.number.fill('1/4');
  await exercise.number.press('Enter');
  await exercise.solved.waitFor();

  await to('/progress/');
  await page.locator('astro-island[ssr]:has(.progress)').waitFor({ state: 'detached' });
  const save = page.getByRole('button', { name: 'Save the hand-in' });
  await save.click();
  await page.getByRole('alert').getByText('Write your name first').waitFor();
  await page.getByLabel('Your name, as your course knows it').fill('Ada Lovelace');
  const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(saved.suggestedFilename()).toBe('hand-in-ada-lovelace.json');
  const text = await textOf(await saved.createReadStream());
  await page.getByLabel('Progress file to import').setInputFiles({
    name: saved.suggestedFilename(),
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByText('Imported: 1 answer was added').waitFor();

  await to('/desk/');
  await page.locator('astro-island[ssr]:has(.desk)').waitFor({ state: 'detached' });
  // The first whose program is right, and one who says more of it than is so.
  const made = classOf(40).slice(-27);
  const honest = made.find(({ code, less }) => code === 'right' && less === 0)!;
  const boaster = made.find(({ code, less }) => code === 'wrong' && less > 0)!;
  const files = [
    ['ada.json', text],
    ...[honest, boaster].map((one) => [one.file, one.text]),
    ['none.json', '{'],
  ] as [string, string][];
  await page
    .getByLabel('Hand-ins, or a zip of them')
    .setInputFiles(
      files.map(([name, content]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) })),
    );
  await page
    .getByText('Read: 3 hand-ins; not read: 1 file. Everything has been judged.')
    .waitFor({ timeout: 60_000 });
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name }) });
  await expect.poll(() => row('Ada Lovelace').innerText()).toMatch(/1 of 5\s+1\s+–/);
  expect(await row(honest.name).innerText()).toContain(`${honest.right} of 5`);
  expect(await row(boaster.name).innerText()).toContain(`${boaster.less} less`);
  await page.getByText('none.json: It is not JSON, or not whole.').waitFor();

  await page.getByRole('button', { name: boaster.name }).click();
  await page.getByText(/The update does not follow the gradient of the loss/).waitFor();
  await page.getByLabel('Show').selectOption({ label: 'who differs from what they say (1)' });
  expect(await row(honest.name).count()).toBe(0);
});

/** Exhibits in links: set, locked and hidden by an address, alone in a frame of another page, and as a bug hunt. */
import { expect } from 'vitest';
import { writeHuntLink } from '../../src/book/bench-link/hunt-link.ts';
import { addressOf, test } from './book-page.ts';

test('an address sets, locks and hides what it names in one exhibit, says what it can’t, and keeps nothing', async ({
  openPage,
}) => {
  const page = await openPage(
    '/chapters/exhibits/?exhibit=plateau&seed=7&epoch=nine&speed=2&lock=seed&hide=epoch',
  );
  const plateau = page.locator('[data-exhibit="chapters/exhibits/plateau"]');
  const notice = plateau.locator('.assigned-notice');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/^Set by your instructor: seed 7\. What is locked says so\./);
  expect(await notice.getByRole('alert').innerText()).toBe(
    'Epoch can’t be “nine”: it is a number from 0 to 4000.\nThe link says something of “speed”, which is not in this exhibit; there are epoch and seed.',
  );
  const seed = plateau.getByRole('slider', { name: 'Seed' });
  expect(await seed.isDisabled()).toBe(true);
  expect(await seed.getAttribute('aria-valuetext')).toBe('7');
  const why = await seed.getAttribute('aria-describedby');
  expect(await page.locator(`#${why}`).innerText()).toBe('set by your instructor');
  expect(await plateau.getByRole('slider', { name: 'Epoch' }).count()).toBe(0);
  // Another exhibit with a seed is as ever.
  const copies = page.locator('[data-exhibit="chapters/exhibits/copies"]');
  await copies.scrollIntoViewIfNeeded();
  expect(await copies.getByRole('slider', { name: 'Seed' }).isEnabled()).toBe(true);
});

test('Share makes a link and a frame of an exhibit as it stands; the frame is as high as it needs to be', async ({
  openPage,
}) => {
  const page = await openPage('/chapters/exhibits/');
  const gap = page.locator('[data-exhibit="chapters/exhibits/range-gap"]');
  await gap.scrollIntoViewIfNeeded();
  await gap.locator('astro-island[ssr]').waitFor({ state: 'detached' });
  await gap.getByLabel('Activation at the output').selectOption('tanh');
  await gap.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('group', { name: 'Share' });
  await panel.getByText('Lock or hide something').click();
  await panel.getByLabel('Targets targets').selectOption('lock');
  // A browser may refuse: then the text stands there, selected.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await panel.getByRole('button', { name: 'Copy assignment link' }).click();
  const text = panel.getByRole('textbox', { name: 'To be copied' });
  await text.waitFor();
  expect(await text.inputValue()).toMatch(
    /\/chapters\/exhibits\/\?exhibit=range-gap&activation=tanh&targets=0,\+1,\+1,\+2,\+1,\+2,\+2,\+3&lock=targets$/,
  );
  await panel.getByRole('button', { name: 'Copy embed code' }).click();
  await expect.poll(() => text.inputValue()).toMatch(/^<iframe /);
  const code = await text.inputValue();
  await page.keyboard.press('Escape');
  expect(
    await gap.getByRole('button', { name: 'Share' }).evaluate((it) => it === document.activeElement),
  ).toBe(true);

  // Somebody else's page, which the book's own policy does not bind.
  await page.route('**/somebody-elses-page', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Theirs</title>${code}` }),
  );
  await page.goto(addressOf('/somebody-elses-page'));
  const frame = page.frameLocator('iframe');
  await frame.locator('.assigned-notice').waitFor();
  expect(await frame.getByLabel('Activation at the output').inputValue()).toBe('tanh');
  expect(await frame.getByLabel(/^Targets/).isDisabled()).toBe(true);
  const heights = () =>
    page.locator('iframe').evaluate((it) => {
      const { contentDocument, clientHeight } = it as HTMLIFrameElement;
      return clientHeight - Math.ceil(contentDocument!.body.getBoundingClientRect().height);
    });
  await expect.poll(heights).toBe(0);
});

test(
  'a bug hunt shows a program with the chosen fault, takes any mend that works, and then names what was in it',
  { timeout: 180_000 },
  async ({ openPage }) => {
    const hash = await writeHuntLink({ bench: 'cases/xor/program.ts', faults: ['derivative-always-one'] });
    const page = await openPage(`/embed/cases/xor/bench/#${hash}`);
    const hunt = page.getByRole('group', { name: 'Bug hunt' });
    await hunt.waitFor();
    expect(await hunt.innerText()).not.toContain('derivative');
    expect(await page.getByRole('button', { name: 'Give me a hint' }).count()).toBe(0);
    const program = page.locator('[data-program]');
    await program.waitFor();
    const write = (from: string, to: string) =>
      program.evaluate(
        (element, [found, put]) => {
          let text = '';
          element.dispatchEvent(new CustomEvent('book:ask', { detail: (now: string) => (text = now) }));
          element.dispatchEvent(new CustomEvent('book:set', { detail: text.replace(found!, put!) }));
        },
        [from, to],
      );
    await write('x >= 0 ? 1 : 0', 'Number(x > 0)');
    await hunt.getByRole('button', { name: 'Check my program' }).click();
    await expect.poll(() => hunt.innerText(), { timeout: 150_000 }).toContain('Found and mended.');
    expect(await hunt.innerText()).toMatch(/ReLU.s derivative is 1 everywhere/);
    // What was written is kept for this hunt, and not for the bench.
    await page.reload();
    await hunt.waitFor();
    await expect.poll(() => program.innerText()).toContain('Number(x > 0)');
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('bench/')));
    expect(kept).toEqual([expect.stringContaining('#hunt=')]);
  },
);

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './book-page.ts';

/** The exhibit of a page, once its script has taken it over. */
async function exhibit(page: Page, name: string) {
  const figure = page.locator(`.exhibit-${name}`).first();
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  return { figure, finding: figure.locator('.figure-finding') };
}

describe('the exhibits of mechanisms', () => {
  test('FixedPoint reads the learning rate off the constant, and moves by arrow keys', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/cases/xor/');
    const { figure, finding } = await exhibit(page, 'fixed-point');
    await figure.getByLabel('The constant your network prints').fill('90/181');
    await finding.getByText('the learning rate is 0.1').waitFor();
    const slider = figure.getByRole('slider', { name: 'Learning rate η' });
    await slider.press('Shift+ArrowRight');
    await finding.getByText('20/41 = 0.487805').waitFor();
    await figure.getByLabel('Another order of them').selectOption('1, 1, 0, 0');
    await finding.getByText('16/41').waitFor();
  });

  test('StabilityBound throws a run, kills a run, and lets its start be moved by keys', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'stability-bound');
    await finding.getByText('survives on flatter ground').waitFor();
    await figure.getByRole('button', { name: 'blows up' }).click();
    await finding.getByText('dead after 8 steps').waitFor();
    const start = figure.getByRole('button', { name: /^Start: u 1.4, v 0.5/ });
    await start.press('ArrowUp');
    expect(await figure.getByRole('button', { name: /^Start: u 1.4, v 0.55/ }).count()).toBe(1);
  });

  test('ActivationExplorer says what cannot be read, and finds a mended derivative right', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'activation-explorer');
    await finding.getByText('Wrong: at z =').waitFor();
    await figure.getByLabel('f′(x) =').fill('x > 0 ? 1 :');
    await figure.getByText('the formula ends too early').waitFor();
    await figure.getByLabel('f′(x) =').fill('x > 0 ? 1 : 0.1');
    await finding.getByText('matches the slope everywhere shown').waitFor();
  });

  test('ShapeTrace keeps the biases alike until the sum goes over the samples', async ({ sharedPage }) => {
    const page = await sharedPage('/cases/deep/');
    const { figure, finding } = await exhibit(page, 'shape-trace');
    await figure.getByRole('button', { name: '20 steps' }).click();
    await finding.getByText('max(b) − min(b) is 0 after 20 steps').waitFor();
    await figure.getByLabel('the samples, g.sum(axis=0)').check();
    await finding.getByText('the biases part').waitFor();
  });

  test('SignedZero makes not-a-number of minus infinity', async ({ sharedPage }) => {
    const page = await sharedPage('/cases/deep/');
    const { figure, finding } = await exhibit(page, 'signed-zero');
    await figure.getByRole('button', { name: '-inf' }).click();
    await finding.getByText('Infinity times 0 is not a number').waitFor();
  });

  test('RangeGap removes the error when the targets are moved into the range', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/', 360);
    const { figure, finding } = await exhibit(page, 'range-gap');
    await finding.getByText('the least mean squared error is 0.875').waitFor();
    await figure.getByLabel('Move the targets into the range first').check();
    await finding.getByText('as near to 0 or 3 as you like').waitFor();
  });

  test('ReadNumber reads what is pasted, and says what it cannot read', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/', 360);
    const { figure, finding } = await exhibit(page, 'read-number');
    const readings = figure.getByRole('region', { name: 'Readings' });
    await figure.getByLabel('It stands at').fill('Epoch 90/100 - loss: 1.0986');
    await figure.getByLabel('and the targets are').fill('[[1. 0. 0.]\n [0. 1. 0.]\n [0. 0. 1.]]');
    await readings.getByText('1/3 for each of 3 classes').waitFor();
    await figure.getByLabel('which is').selectOption('answer');
    await finding.getByText('None of these fits 1.0986').waitFor();
    await figure.getByLabel('It stands at').fill('high');
    await figure.getByText('Type a number, such as 0.693.').waitFor();
    expect(await figure.getByLabel('It stands at').getAttribute('aria-invalid')).toBe('true');
  });

  test('GradientTable turns its rows right when the fault is mended', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'gradient-table');
    await finding.getByText('4 of 17 gradients').waitFor();
    await figure.getByLabel('ReLU’s derivative is 1 everywhere').uncheck();
    await finding.getByText(/^All 17 gradients/).waitFor();
  });

  test('SlopeProfile takes the pre-activations that a reader types', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'slope-profile');
    await figure.getByLabel('Pre-activations z of your units').fill('-3 -2');
    await finding.getByText('At these 2 units').waitFor();
    expect(await figure.getByText('2 of 2 pass back nothing at all.').count()).toBe(1);
  });

  test('Plateau follows its units from the straight part of the sigmoid to where it bends', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'plateau');
    const before = (await finding.textContent())!;
    const epoch = figure.getByRole('slider', { name: 'Epoch' });
    await figure.getByText('At epoch 600 the network').waitFor();
    await epoch.press('Shift+ArrowRight');
    await figure.getByText('At epoch 800 the network').waitFor();
    await epoch.press('End');
    await figure.getByText('the unit that bends most bends by').waitFor();
    await figure.getByRole('slider', { name: 'Seed' }).press('ArrowRight');
    await expect.poll(() => finding.textContent()).not.toBe(before);
  });

  test('Copies parts units that differ by enough, and not by less', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'copies');
    await finding.getByText('equal at every epoch, to the last bit').waitFor();
    const apart = figure.getByRole('slider', { name: 'They differ from that' });
    await apart.press('ArrowRight');
    await finding.getByText('XOR is not learned').waitFor();
    for (let press = 0; press < 3; press++) await apart.press('Shift+ArrowRight');
    await finding.getByText('drifted apart').waitFor();
    await finding.getByText('XOR is learned').waitFor();
  });

  test('SignalDepth loses a signal to small weights, and a large one to saturation', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'signal-depth');
    await finding.getByText('died out on the way').waitFor();
    const weights = figure.getByRole('slider', { name: 'Size of the weights' });
    for (let press = 0; press < 6; press++) await weights.press('Shift+ArrowRight');
    await finding.getByText('lie where the curve is flat').waitFor();
    await figure.getByLabel('Activation').selectOption('relu');
    await finding.getByText('too large for a step').waitFor();
  });

  test('WrongUpdates tells less of the rules on the first update than on the second', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'wrong-updates');
    await finding.getByText('On update 2, sample 10, 11 of the 11').waitFor();
    await figure.getByRole('slider', { name: 'Update' }).press('ArrowLeft');
    await finding.getByText('On update 1, sample 00, 9 of the 11').waitFor();
  });

  test('SampleOrder learns once the samples take turns, and is moved by keys', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'sample-order');
    await finding.getByText('XOR is not learned').waitFor();
    const card = figure.getByRole('button', { name: /^00 target 0/ });
    await card.press('ArrowRight');
    await card.press('ArrowRight');
    await figure.getByRole('button', { name: '00 target 0, place 3 of 4' }).waitFor();
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    await finding.getByText('which came last').waitFor();
    const inARow = figure.getByRole('slider', { name: 'Updates in a row' });
    for (let press = 0; press < 5; press++) await inARow.press('Shift+ArrowLeft');
    await finding.getByText('XOR is learned').waitFor();
  });

  test('ClassScores keeps its shares when all scores grow, and has a floor with two softmaxes', async ({
    sharedPage,
  }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'class-scores');
    const before = await finding.textContent();
    await figure.getByRole('button', { name: 'Add 10 to every score' }).click();
    await figure.getByRole('cell', { name: '12', exact: true }).waitFor();
    expect(await finding.textContent()).toBe(before);
    await figure.getByLabel('a softmax, and another in the loss').check();
    await finding.getByText('can never be below 0.5514').waitFor();
  });

  test('ChanceLevels reads counts, and says what it cannot read', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'chance-levels');
    const field = figure.getByLabel('Samples of each class');
    await field.fill('1000 x 10');
    await finding.getByText('With 10 classes').waitFor();
    await field.fill('ten classes');
    await figure.getByText('Type two counts or more').waitFor();
  });

  test('Broadcast makes a table of a column and a row, and none of two columns', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'broadcast');
    await finding.getByText('the shape (4, 4): 16 numbers').waitFor();
    await figure.getByLabel('Shape of the targets').selectOption('(N, 1)');
    await finding.getByText('the shape (4, 1): every prediction less its own target').waitFor();
    expect(await figure.getByRole('cell').count()).toBe(4);
  });

  test('SoftmaxAxis leaves a sample alone once the softmax is over its classes', async ({ sharedPage }) => {
    const page = await sharedPage('/chapters/exhibits/');
    const { figure, finding } = await exhibit(page, 'softmax-axis');
    await finding.getByText('and no row does').waitFor();
    await figure.getByLabel('the classes of a sample').check();
    await finding.getByText('does not hang on who else is in the batch').waitFor();
  });

  test('the pictures stand without scripts, and the controls that would do nothing do not', async ({
    visit,
  }) => {
    const page = await visit('/cases/xor/', { javaScript: false });
    const figure = page.locator('.exhibit-fixed-point').first();
    await figure.getByText('A silent network prints 20/41').waitFor();
    expect(await figure.getByRole('slider').count()).toBe(0);
    expect(await figure.getByRole('img', { name: /^Cobweb of the bias/ }).isVisible()).toBe(true);
  });
});

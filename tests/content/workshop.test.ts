/** Every template of the workshop is what it says of itself: it learns, and the diagnosis finds nothing wrong with it. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkshopTemplates } from '../../src/book/workshop-templates.ts';
import { lastReadings, runProgram } from '../lab/run-program.ts';

const isThere = existsSync('content/workshop/templates.yaml');
const templates = isThere ? readWorkshopTemplates() : [];
const seeds = Array.from({ length: 30 }, (_, n) => n + 1);

it.runIf(isThere)('every program of the folder is a template that is listed', () => {
  const files = readdirSync('content/workshop/templates').map((name) => name.replace(/\.ts$/, ''));
  expect(files.toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
});

describe.each(templates.filter(({ learns }) => learns !== undefined))('$title', ({ text, learns }) => {
  it('learns its task from as many seeds as it says', () => {
    const readings = lastReadings(runProgram(text, 1).sweep(seeds), seeds);
    const solved = readings.filter(({ outcome }) => outcome.kind === 'solved').length;
    expect(solved / seeds.length).toBeGreaterThanOrEqual(learns!);
  });

  it('has a right gradient, and nothing that the diagnosis takes for a problem', () => {
    for (const seed of [1, 2, 3])
      for (const epochs of [0, 3, 50]) {
        const run = runProgram(text, seed);
        run.advance(epochs * run.loaded.info.updatesPerEpoch);
        const { findings, gradients } = run.diagnose();
        expect(findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
        expect(gradients.length).toBeGreaterThanOrEqual(2);
        expect(findings.map(({ code }) => code)).toContain('gradient-right');
      }
  });
});

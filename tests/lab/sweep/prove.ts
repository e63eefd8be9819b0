/**
 * npm run prove:sweep: a sweep on the bench of a case, in a page and to the program's own number of epochs, comes to what the
 * case's measured sweep has kept, seed for seed, for seeds 1 to 200; or with a word for the cases whose name contains it. It takes
 * as long as readers wait: minutes for each case, so it is no part of the gate.
 */
import { globSync } from 'node:fs';
import { lettersOf } from '../../../src/book/experiments/measured.ts';
import { readingOf } from '../../../src/book/experiments/own-readings.ts';
import { checkedProgram } from '../../../src/book/experiments/programs.ts';
import { experimentsOf } from '../../../src/book/experiments/read-experiments.ts';
import { lettersOfResults } from '../../../src/book/experiments/run-sweep.ts';
import { asPosted } from '../../../src/book/experiments/variants.ts';
import { programOfSpec } from '../../../src/lab/program-of-spec.ts';
import { openLabInChromium } from './open-lab.ts';

const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
const words = process.argv.slice(2);

let failed = 0;
for (const file of globSync('content/cases/*/program.ts').toSorted()) {
  const [, , name] = file.split('/');
  if (words.length > 0 && !words.some((word) => name!.includes(word))) continue;
  const experiments = experimentsOf(`cases/${name}`);
  const sweep = experiments.sweeps.get(asPosted.id);
  if (!sweep) continue;
  const { epochs, updatesPerEpoch, inputs, targets } = checkedProgram(file).info;
  // An epoch of a program may be one sample where that of a spec is all.
  const measured =
    sweep.runs.kind === 'spec'
      ? sweep.runs.training.epochs * programOfSpec(sweep.runs.training.spec).updatesPerEpoch
      : (sweep.runs.epochs ?? epochs) * updatesPerEpoch;
  if (measured !== epochs * updatesPerEpoch)
    throw new Error(
      `${experiments.file}: "${sweep.id}" makes ${measured} updates, the program ${epochs * updatesPerEpoch}`,
    );

  const lab = await openLabInChromium();
  const began = performance.now();
  const ends = await lab.page.evaluate(({ source, all }) => labSession.sweep({ source, seeds: all }), {
    source: experiments.textOf(experiments.variants.get(asPosted.id)!),
    all: seeds,
  });
  await lab.close();
  if (ends.kind === 'failed') throw new Error(`${file}: ${ends.failure.message}`);
  const found = lettersOfResults(ends.value, { inputs, targets }, readingOf(sweep.folder, sweep.reading));
  const kept = lettersOf(sweep);
  const others = seeds.filter((seed) => seed <= kept.length && found[seed - 1] !== kept[seed - 1]);
  const compared = Math.min(seeds.length, kept.length);
  if (others.length > 0) failed++;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    others.length === 0
      ? `✓ ${name}: seeds 1 to ${compared} end as they were measured, ${epochs} epochs each, in ${seconds} s`
      : `✗ ${name}: of seeds 1 to ${compared}, these end otherwise: ${others.map((seed) => `${seed} (${kept[seed - 1]} was measured, ${found[seed - 1]} found)`).join(', ')}; in ${seconds} s`,
  );
}
process.exit(failed === 0 ? 0 : 1);

import '../../../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import {
  createRun,
  epochCount,
  epochsOfNextPicture,
  finishedRun,
  outcomeOf,
} from '../../../../components/exhibits/home-network/model.ts';
import { programVariants } from '../../../../src/book/program-variants.ts';
import type { Program } from '../../../../src/lab/index.ts';

async function loadVariant(variant: string): Promise<Program> {
  const file = `${process.cwd()}/content/cases/xor/program.ts?variant=${variant}`;
  const { code } = programVariants().load(file)!;
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Program;
}

const posted = await loadVariant('as-posted');
const mended = await loadVariant('leaky-line');
const targets = [[0], [1], [1], [0]];

describe('the network of the first page', () => {
  it('ends at 20/41 for all four inputs as posted, by the closed form r / (1 + r²) with r = 1 − 0.2', () => {
    const run = finishedRun(posted, 1);
    const { outputs } = run.trace.at(-1)!;
    for (const output of outputs) expect(output).toBeCloseTo(0.8 / (1 + 0.8 ** 2), 15);
    expect(outcomeOf(run, targets)).toEqual({ kind: 'constant', value: outputs[0] });
  });

  it('has no hidden unit left that any input wakes, as posted', () => {
    expect(finishedRun(posted, 1).silent).toEqual([true, true, true, true]);
  });

  it('learns from the same seed once the line is mended', () => {
    const run = finishedRun(mended, 1);
    const { outputs } = run.trace.at(-1)!;
    expect(outcomeOf(run, targets)).toEqual({ kind: 'solved' });
    outputs.forEach((output, i) => expect(output).toBeCloseTo(targets[i]![0]!, 6));
  });

  it('starts both programs from the same weights', () => {
    expect(createRun(posted, 7).layers.map(({ weights }) => weights)).toEqual(
      createRun(mended, 7).layers.map(({ weights }) => weights),
    );
  });

  it('comes to the same end in many small steps as in one', () => {
    const run = createRun(posted, 3);
    while (run.epoch < epochCount) run.step(epochsOfNextPicture(run.epoch) * posted.updatesPerEpoch);
    expect(run.epoch).toBe(epochCount);
    expect(run.trace.at(-1)).toEqual(finishedRun(posted, 3).trace.at(-1));
  });

  it('draws the first epoch, the last, and few enough between for a picture', () => {
    const epochs = finishedRun(mended, 1).trace.map(({ epoch }) => epoch);
    expect(epochs.slice(0, 3)).toEqual([0, 1, 2]);
    expect(epochs.at(-1)).toBe(epochCount);
    expect(epochs.length).toBeLessThan(120);
  });

  it('looking at a run changes nothing in it', () => {
    const run = createRun(mended, 5);
    run.step(4000);
    const looked = createRun(mended, 5);
    for (let i = 0; i < 4000; i++) looked.step(1);
    expect(looked.layers).toEqual(run.layers);
  });
});

describe('what became of a run', () => {
  const run = (...outputs: number[]) => ({ ...createRun(posted, 1), trace: [{ epoch: 1, outputs }] });

  it('counts an output as right on its target’s side of the middle', () => {
    expect(outcomeOf(run(0.1, 0.6, 0.9, 0.4), targets)).toEqual({ kind: 'solved' });
    expect(outcomeOf(run(0.1, 0.6, 0.2, 0.4), targets)).toEqual({ kind: 'partly', right: 3 });
  });

  it('is no success where an output is not a number', () => {
    expect(outcomeOf(run(0.1, 0.6, 0.9, NaN), targets)).toEqual({ kind: 'diverged' });
  });
});

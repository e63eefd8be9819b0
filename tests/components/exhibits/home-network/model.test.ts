import '../../../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import {
  createRun,
  epochsOfNextPicture,
  finishedRun,
  outcomeOf,
  silentCount,
} from '../../../../components/exhibits/home-network/model.ts';
import { outputCurves } from '../../../../components/exhibits/home-network/output-curves.ts';
import { programVariants } from '../../../../src/book/program-variants.ts';
import type { DataSet, Program } from '../../../../src/lab/index.ts';

async function loadVariant(variant: string): Promise<Program> {
  const file = `${process.cwd()}/content/cases/xor/program.ts?variant=${variant}`;
  const { code } = programVariants().load(file)!;
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Program;
}

const posted = await loadVariant('as-posted');
const mended = await loadVariant('leaky-line');
const epochCount = 20_000;
const targets = [[0], [1], [1], [0]];

describe('the network of the first page', () => {
  it('ends at 20/41 for all four inputs as posted, by the closed form r / (1 + r²) with r = 1 − 0.2', () => {
    const run = finishedRun(posted, 1, epochCount);
    const { outputs } = run.trace.at(-1)!;
    for (const [output] of outputs) expect(output).toBeCloseTo(0.8 / (1 + 0.8 ** 2), 15);
    expect(outcomeOf(run)).toEqual({ kind: 'constant', value: outputs[0]![0] });
  });

  it('has no hidden unit left that any input wakes, as posted', () => {
    expect(silentCount(finishedRun(posted, 1, epochCount))).toBe(4);
  });

  it('learns from the same seed once the line is mended', () => {
    const run = finishedRun(mended, 1, epochCount);
    const { outputs } = run.trace.at(-1)!;
    expect(outcomeOf(run)).toEqual({ kind: 'solved' });
    outputs.forEach(([output], i) => expect(output).toBeCloseTo(targets[i]![0]!, 6));
  });

  it('starts both programs from the same weights', () => {
    expect(createRun(posted, 7, epochCount).layers.map(({ weights }) => weights)).toEqual(
      createRun(mended, 7, epochCount).layers.map(({ weights }) => weights),
    );
  });

  it('comes to the same end in many small steps as in one', () => {
    const run = createRun(posted, 3, epochCount);
    while (run.epoch < epochCount)
      run.step(epochsOfNextPicture(run.epoch, epochCount) * posted.updatesPerEpoch);
    expect(run.epoch).toBe(epochCount);
    expect(run.trace.at(-1)).toEqual(finishedRun(posted, 3, epochCount).trace.at(-1));
  });

  it('draws the first epoch, the last, and few enough between for a picture', () => {
    const epochs = finishedRun(mended, 1, epochCount).trace.map(({ epoch }) => epoch);
    expect(epochs.slice(0, 3)).toEqual([0, 1, 2]);
    expect(epochs.at(-1)).toBe(epochCount);
    expect(epochs.length).toBeLessThan(120);
  });

  it('looking at a run changes nothing in it', () => {
    const run = createRun(mended, 5, epochCount);
    run.step(4000);
    const looked = createRun(mended, 5, epochCount);
    for (let i = 0; i < 4000; i++) {
      looked.step(1);
      void looked.layers;
    }
    expect(looked.layers).toEqual(run.layers);
  });
});

describe('what became of a run', () => {
  const run = (...outputs: number[]) => ({
    ...createRun(posted, 1, epochCount),
    trace: [{ epoch: 1, outputs: outputs.map((output) => [output]) }],
  });

  it('counts an output as right on its target’s side of the middle', () => {
    expect(outcomeOf(run(0.1, 0.6, 0.9, 0.4))).toEqual({ kind: 'solved' });
    expect(outcomeOf(run(0.1, 0.6, 0.2, 0.4))).toEqual({ kind: 'partly', right: 3 });
  });

  it('is no success where an output is not a number', () => {
    expect(outcomeOf(run(0.1, 0.6, 0.9, NaN))).toEqual({ kind: 'diverged' });
  });
});

describe('the curves of the outputs', () => {
  const classes: DataSet = {
    inputs: Array.from({ length: 150 }, (_, n) => [n / 150, 1]),
    targets: Array.from({ length: 150 }, (_, n) => [0, 1, 2].map((o) => (o === n % 3 ? 1 : 0))),
  };
  const line: DataSet = {
    inputs: Array.from({ length: 1000 }, (_, n) => [n]),
    targets: Array.from({ length: 1000 }, (_, n) => [n + 1]),
  };
  const trace = (data: DataSet, output: number) =>
    [0, 1, 20].map((epoch) => ({ epoch, outputs: data.targets.map((row) => row.map(() => output)) }));
  const textsOf = (data: DataSet, output: number) =>
    outputCurves(trace(data, output), data, 20).marks.flatMap((mark) =>
      mark.kind === 'label' ? [mark.text] : [],
    );

  it('are few enough to follow, whatever the network', () => {
    for (const data of [classes, line]) {
      const { marks } = outputCurves(trace(data, 0.5), data, 20);
      const lines = marks.filter(({ kind, tone }: { kind: string; tone?: string }) => kind === 'line' && tone === 'output'); // prettier-ignore
      expect(lines.length).toBeGreaterThan(8);
      expect(lines.length).toBeLessThanOrEqual(16);
    }
  });

  it('say by what they are near which targets, and one number once', () => {
    const xor = { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets }; // prettier-ignore
    expect(textsOf(xor, 20 / 41)).toEqual(['target of 00 and 11', 'target of 01 and 10', '0.4878 × 4']);
    expect(textsOf(classes, 1 / 3)).toEqual(['target 0', 'target 1', '0.3333 × 15']);
    expect(textsOf(line, 500.5)).toEqual(['500.5 × 16']);
  });

  it('have few ticks and few labels, however long the run and however many its outputs', () => {
    expect(outputCurves(trace(line, 500), line, 100_000).xTicks).toEqual([1, 100, 10_000]);
    const apart = [{ epoch: 20, outputs: line.targets }];
    const { marks } = outputCurves(apart, line, 20);
    expect(marks.filter(({ kind }) => kind === 'label')).toEqual([]);
  });

  it('run along the edge where outputs leave the picture, and stop where they are no numbers', () => {
    const far = outputCurves(trace(line, 1e30), line, 20);
    const { points } = far.marks.find((mark) => mark.kind === 'line')!;
    for (const [, y] of points) expect(y).toBe(far.y.domain[1]);
    expect(textsOf(line, 1e30)).toEqual(['10³⁰ × 16']);
    expect(textsOf(line, NaN)).toEqual([]);
  });
});

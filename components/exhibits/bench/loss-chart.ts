import type { ChartData } from '../../ui/chart/series.ts';
import type { Frame, LossPoints, ProgramInfo } from '../../../src/lab/index.ts';
import type { LossFinding } from './said.ts';
import { benchWords } from './words.ts';

interface RunLoss {
  frame: Pick<Frame, 'update'>;
  loss: LossPoints;
  nonFiniteAt?: number;
}

/** Below this the error has fallen. */
const low = 0.01;

function findingOf({ loss, nonFiniteAt }: RunLoss): LossFinding {
  if ((loss.updates.at(-1) ?? 0) === 0) return { kind: 'none' };
  if (nonFiniteAt !== undefined) return { kind: 'blown-up', update: nonFiniteAt };
  const best = Math.min(...loss.meanSquaredErrors.filter(Number.isFinite));
  const last = loss.meanSquaredErrors.at(-1) ?? NaN;
  if (last < low) return { kind: 'fallen', to: last };
  return last > best * 1.5 ? { kind: 'risen', from: best, to: last } : { kind: 'standing', at: last };
}

/** The loss curve of a run, with its finding as a title. */
export function lossChart({ targets, epochs, updatesPerEpoch }: ProgramInfo, run: RunLoss): ChartData {
  const { loss, frame, nonFiniteAt } = run;
  const { x, y, series, constant: label } = benchWords.lossAxes;
  const furthest = loss.updates.at(-1) ?? 0;
  const last = loss.meanSquaredErrors.at(-1) ?? NaN;
  const constant = constantError(targets);
  return {
    title: benchWords.loss(findingOf(run)),
    xTitle: x,
    yTitle: y,
    series: [
      {
        name: series,
        xs: loss.updates,
        ys: loss.meanSquaredErrors,
        colour: last < low ? 'mended' : 'output',
        death: nonFiniteAt === undefined ? undefined : benchWords.lossDeath(nonFiniteAt),
      },
    ],
    // Where all targets are alike it is 0, which no logarithmic axis has.
    ...(Number.isFinite(constant) && constant > 0 && { target: { value: constant, label } }),
    ...(furthest > 0 ? { cursor: frame.update } : { xMax: epochs * updatesPerEpoch }),
  };
}

/** The error of always answering the mean of the targets: what a network must get below to have learned anything. */
function constantError(targets: readonly (readonly number[])[]): number {
  const width = targets[0]?.length ?? 0;
  let sum = 0;
  for (let o = 0; o < width; o++) {
    const mean = targets.reduce((total, row) => total + (row[o] ?? 0), 0) / targets.length;
    sum += targets.reduce((total, row) => total + ((row[o] ?? 0) - mean) ** 2, 0) / targets.length;
  }
  return sum / Math.max(1, width);
}

import type { ChartData } from '../../ui/chart/series.ts';
import { countText, heldText } from '../../../src/words/numbers.ts';
import type { Frame, LossPoints, ProgramInfo } from '../../../src/lab/index.ts';

interface RunLoss {
  frame: Pick<Frame, 'update'>;
  loss: LossPoints;
  nonFiniteAt?: number;
}

/** What the loss curve of a run shows, with its finding as a title. */
export function lossChart({ targets, epochs, updatesPerEpoch }: ProgramInfo, run: RunLoss): ChartData {
  const { loss, frame, nonFiniteAt } = run;
  const furthest = loss.updates.at(-1) ?? 0;
  const best = Math.min(...loss.meanSquaredErrors.filter(Number.isFinite));
  const last = loss.meanSquaredErrors.at(-1) ?? NaN;
  const constant = constantError(targets);
  const finding =
    furthest === 0
      ? 'The error of a run, update by update'
      : nonFiniteAt !== undefined
        ? `The run blows up at update ${countText(nonFiniteAt)}: a number is no longer finite`
        : last < 0.01
          ? `The error falls to ${heldText(last, 3)}`
          : last > best * 1.5
            ? `The error has been as low as ${heldText(best, 3)} and is now ${heldText(last, 3)}`
            : `The error stands at ${heldText(last, 4)}`;
  return {
    title: finding,
    xTitle: 'updates',
    yTitle: 'mean squared error',
    series: [
      {
        name: 'error',
        xs: loss.updates,
        ys: loss.meanSquaredErrors,
        colour: last < 0.01 ? 'mended' : 'output',
        death: nonFiniteAt === undefined ? undefined : `not finite after update ${countText(nonFiniteAt)}`,
      },
    ],
    ...(Number.isFinite(constant.value) && { target: constant }),
    ...(furthest > 0 ? { cursor: frame.update } : { xMax: epochs * updatesPerEpoch }),
  };
}

/** The error of always answering the mean of the targets: what a network must get below to have learned anything. */
function constantError(targets: readonly (readonly number[])[]): { value: number; label: string } {
  const width = targets[0]?.length ?? 0;
  let sum = 0;
  for (let o = 0; o < width; o++) {
    const mean = targets.reduce((total, row) => total + (row[o] ?? 0), 0) / targets.length;
    sum += targets.reduce((total, row) => total + ((row[o] ?? 0) - mean) ** 2, 0) / targets.length;
  }
  return { value: sum / Math.max(1, width), label: 'always answering the mean' };
}

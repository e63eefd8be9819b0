/** The outputs of a run over its epochs as what a plot draws: a line for each output of each sample, the targets, and labels. */
import type { DataSet } from '../../../src/lab/index.ts';
import type { Mark } from '../../ui/plot/marks.ts';
import { linearScale, logScale, type Scale } from '../../ui/plot/scale.ts';
import { shownSamples } from '../../ui/shown-samples.ts';
import type { TracePoint } from './model.ts';
import { homeWords } from './words.ts';

/** More lines than these cannot be followed. */
const mostLines = 16;
/** More targets than these are no lines to come to, but values of a curve. */
const mostTargets = 4;
/** Outputs nearer than this share of the axis are told by one label, and labels stand this far apart. */
const together = 0.03;
const labelHeight = 0.085;
/** More labels than these would stand far from their lines. */
const mostLabels = 6;
/** More ticks than these would touch each other on a telephone. */
const mostTicks = 4;
/** The share of the picture that the epochs take; the labels stand in the rest. */
const shareOfEpochs = 0.68;

export interface OutputCurves {
  x: Scale;
  y: Scale;
  xTicks: number[];
  marks: Mark[];
  /** The samples whose outputs are drawn. */
  samples: number[];
}

export function outputCurves(trace: readonly TracePoint[], data: DataSet, epochCount: number): OutputCurves {
  const outputCount = data.targets[0]?.length ?? 0;
  const samples = shownSamples(data.inputs.length, Math.max(2, Math.floor(mostLines / outputCount)));
  const x = xScale(epochCount);
  const y = yScale(data.targets);
  // What leaves the picture runs along its edge.
  const within = (value: number) => Math.min(Math.max(value, y.domain[0]), y.domain[1]);
  const middle = (y.domain[0] + y.domain[1]) / 2;
  const last = trace.at(-1)!;
  const lines = samples.flatMap((sample) =>
    Array.from({ length: outputCount }, (_, output): Mark => ({
      kind: 'line',
      tone: 'output',
      ...(data.targets[sample]![output]! < middle && { dash: 'dashed' }),
      points: trace.map(({ epoch, outputs }) => [Math.max(epoch, first), within(outputs[sample]![output]!)]),
    })),
  );
  const ends = samples.flatMap((sample) => last.outputs[sample]!);
  const labels = labelsOf(ends, y).map(({ text, share }): Mark => ({
    kind: 'label',
    tone: 'output',
    at: [Math.max(last.epoch, first), y.value(share)],
    text,
  }));
  return {
    x,
    y,
    xTicks: powersUpTo(epochCount),
    marks: [...targetMarks(data, x, epochCount), ...lines, ...labels],
    samples,
  };
}

/** 1, 100, 10,000: powers of ten, and of many every second or third. */
function powersUpTo(epochCount: number): number[] {
  const count = Math.floor(Math.log10(epochCount)) + 1;
  const every = Math.ceil(count / mostTicks);
  return Array.from({ length: Math.ceil(count / every) }, (_, k) => 10 ** (k * every));
}

/** Where the network before the first update is drawn, on an axis that knows no zero. */
const first = 0.7;

function xScale(epochCount: number): Scale {
  const span = Math.log(Math.max(epochCount, 2) / first);
  return logScale(first, first * Math.exp(span / shareOfEpochs));
}

/** The targets with some room around them. */
function yScale(targets: readonly (readonly number[])[]): Scale {
  const all = targets.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.15 * (high - low || Math.max(1, Math.abs(high)));
  return linearScale(low - room, high + room);
}

/** A line for each target, with the samples that have it where there are few; none where the targets are a curve of their own. */
function targetMarks({ inputs, targets }: DataSet, x: Scale, epochCount: number): Mark[] {
  const values = [...new Set(targets.flat())].sort((a, b) => a - b);
  if (values.length > mostTargets) return [];
  const isOne = targets[0]!.length === 1;
  return values.flatMap((value, i): Mark[] => {
    const own = isOne ? inputs.filter((_, sample) => targets[sample]![0] === value) : [];
    return [
      {
        kind: 'line',
        tone: 'target',
        width: 1.5,
        dash: 'dotted',
        points: [
          [x.domain[0], value],
          [x.domain[1], value],
        ],
      },
      {
        kind: 'label',
        tone: 'target',
        at: [epochCount, value],
        side: i === 0 && values.length > 1 ? 'below-left' : 'above-left',
        text: homeWords.target(value, own),
      },
    ];
  });
}

/** One label for outputs too near each other to be told apart, pushed apart where they would overlap; the highest first. */
function labelsOf(outputs: readonly number[], y: Scale): { text: string; share: number }[] {
  const span = y.domain[1] - y.domain[0];
  const finite = outputs.filter(Number.isFinite);
  const groups: { value: number; count: number }[] = [];
  for (const value of [...finite].sort((a, b) => b - a)) {
    const group = groups.at(-1);
    if (group && Math.abs(group.value - value) < together * span) group.count++;
    else groups.push({ value, count: 1 });
  }
  if (groups.length > mostLabels) return [];
  const isAlone = groups.length === 1;
  let free = 1 - labelHeight / 2;
  const labels = groups.map(({ value, count }) => {
    const share = Math.min(Math.max(y.share(value), labelHeight / 2), free);
    free = share - labelHeight;
    return { text: homeWords.output(value, count, { span, isAlone }), share };
  });
  // Those at the bottom push the ones above them up again.
  let floor = labelHeight / 2;
  for (const label of labels.toReversed()) {
    label.share = Math.max(label.share, floor);
    floor = label.share + labelHeight;
  }
  return labels;
}

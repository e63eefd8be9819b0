import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { FixedPointModel } from './model.ts';

/** Whole cycles that are drawn. */
const shownCycles = 6;

/** The bias after each update, with the value that the program prints at the end of each cycle marked. */
export function Sawtooth({ model }: { model: FixedPointModel }) {
  const n = model.targets.length;
  const count = n * shownCycles;
  const biases = model.history.slice(0, count + 1);
  const printed = biases.flatMap((bias, update): Point[] =>
    update > 0 && update % n === 0 ? [[update, bias]] : [],
  );
  const values = [...model.targets, model.history[0]!];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least || 1) * 0.08;
  const y = linearScale(least - margin, most + margin);
  const marks: Mark[] = [
    ...(model.longRun.kind === 'settles'
      ? [
          {
            kind: 'line',
            tone: 'output',
            width: 1,
            dash: 'dashed',
            quantity: 'printed-constant',
            points: [
              [0, model.cycle[0]!],
              [count, model.cycle[0]!],
            ],
          } satisfies Mark,
        ]
      : []),
    ...Array.from({ length: count }, (_, update): Mark => {
      const target = model.targets[update % n]!;
      return {
        kind: 'line',
        tone: 'target',
        width: 2,
        quantity: 'bias-targets',
        points: [
          [update + 0.1, target],
          [update + 0.9, target],
        ],
      };
    }),
    { kind: 'line', tone: 'dead', width: 1.5, points: biases.map((bias, update): Point => [update, bias]) },
    { kind: 'dots', tone: 'output', size: 9, points: printed, quantity: 'printed-constant' },
    {
      kind: 'label',
      tone: 'target',
      quantity: 'bias-targets',
      at: [count, model.targets[n - 1]!],
      side: 'above-left',
      text: 'targets',
    },
    ...(model.longRun.kind === 'settles'
      ? [
          {
            kind: 'label',
            tone: 'output',
            quantity: 'printed-constant',
            at: [count + 0.5, (Math.min(...model.cycle) + least) / 2],
            side: 'left',
            text: '● printed: the end of a cycle',
          } satisfies Mark,
        ]
      : []),
  ];
  return (
    <Plot
      label={`The bias after each of ${count} updates; at the end of the last cycle shown it is ${numberText(biases[count] ?? NaN)}.`}
      shape="square"
      x={{
        scale: linearScale(0, count + 0.8),
        name: 'updates',
        ticks: Array.from({ length: shownCycles + 1 }, (_, cycle) => cycle * n),
      }}
      y={{ scale: y, name: 'bias' }}
      marks={marks}
    />
  );
}

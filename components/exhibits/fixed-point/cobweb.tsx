import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { FixedPointModel } from './model.ts';

/** Updates drawn on the way to the cycle. */
const shownUpdates = 80;

/** The bias after an update against the bias before it: one line a target, and the path between them. */
export function Cobweb({ model }: { model: FixedPointModel }) {
  const { low, high } = boundsOf(model);
  const scale = linearScale(low, high);
  const r = 1 - model.learningRate;
  const after = (bias: number, target: number) => bias + model.learningRate * (target - bias);
  const distinct = [...new Set(model.targets)].sort((a, b) => a - b);
  // The outermost lines are named; those between them would be written over.
  const labelled = distinct.length < 3 ? distinct : [distinct[0]!, distinct[distinct.length - 1]!];
  const settled = model.longRun.kind === 'settles';

  const marks: Mark[] = [
    {
      kind: 'line',
      tone: 'faint',
      width: 1,
      points: [
        [low, low],
        [high, high],
      ],
    },
    ...distinct.map((target): Mark => ({
      kind: 'line',
      tone: 'target',
      width: 1.5,
      points: [
        [low, after(low, target)],
        [high, after(high, target)],
      ],
    })),
    { kind: 'line', tone: 'dead', width: 1.25, points: cobwebOf(model.history.slice(0, shownUpdates)) },
    ...(settled
      ? [
          {
            kind: 'line',
            tone: 'output',
            width: 3,
            quantity: 'bias-cycle',
            points: cobwebOf([...model.cycle, model.cycle[0]!]),
          } satisfies Mark,
          {
            kind: 'dots',
            tone: 'output',
            size: 10,
            quantity: 'printed-constant',
            points: [[model.cycle[0]!, model.cycle[0]!]],
          } satisfies Mark,
          {
            kind: 'label',
            tone: 'output',
            quantity: 'printed-constant',
            at: [high, low + (high - low) * 0.08],
            side: 'left',
            text: `● printed: ${numberText(model.cycle[0]!)}`,
          } satisfies Mark,
        ]
      : []),
    ...labelled.map((target): Mark =>
      nameOfLine(target, target === distinct[0], low, high, model.learningRate),
    ),
  ];
  return (
    <Plot
      label={`Cobweb of the bias: with learning rate ${numberText(model.learningRate)} each update keeps ${numberText(r)} of the bias and moves it towards the target.`}
      shape="square"
      x={{ scale, name: 'bias before the update' }}
      y={{ scale, name: 'bias after it' }}
      marks={marks}
    />
  );
}

/** The lowest line is named below its low end, the highest above its high end, where the path does not come. */
function nameOfLine(target: number, isLowest: boolean, low: number, high: number, rate: number): Mark {
  const r = 1 - rate;
  const span = high - low;
  const y = isLowest ? low + span * 0.07 : high - span * 0.07;
  const x =
    Math.abs(r) < 1e-9
      ? high
      : Math.max(low + span * 0.02, Math.min(high - span * 0.02, (y - rate * target) / r));
  return {
    kind: 'label',
    tone: 'target',
    at: [x, r * x + rate * target],
    side: isLowest === r > 0 ? 'right' : 'left',
    text: `target ${numberText(target)}`,
  };
}

/** Up or down to the line of the target, then across to the diagonal, for each update. */
function cobwebOf(biases: number[]): Point[] {
  return biases.flatMap((bias, i): Point[] => {
    const next = biases[i + 1];
    return next === undefined
      ? [[bias, bias]]
      : [
          [bias, bias],
          [bias, next],
        ];
  });
}

function boundsOf(model: FixedPointModel): { low: number; high: number } {
  const cycle = model.longRun.kind === 'settles' ? model.cycle : [];
  const values = [...(cycle.length > 0 ? cycle : model.targets), model.history[0]!];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least || 1) * 0.12;
  return { low: least - margin, high: most + margin };
}

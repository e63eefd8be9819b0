import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { numberText } from '../../ui/number-text.ts';
import type { StabilityBoundModel } from './model.ts';

/** The error |u v - 1| after each step, on a logarithmic axis, up to the end of the run. */
export function ProductPlot({ model }: { model: StabilityBoundModel }) {
  const { fate, path } = model;
  const errors = path.map(([u, v]) => Math.abs(u * v - 1));
  const last = Math.max(12, Math.min(60, errors.length));
  const floor = 1e-6;
  const finite = errors.filter(Number.isFinite);
  const top = fate.kind === 'blows-up' ? 1e12 : Math.max(10, ...finite.slice(0, last)) * 2;
  const points = errors.slice(0, last).flatMap((error, step): Point[] => {
    if (!Number.isFinite(error)) return [];
    return [[step, Math.max(floor / 2, Math.min(top * 10, error))]];
  });
  const isDead = fate.kind === 'blows-up';
  const marks: Mark[] = [
    { kind: 'line', tone: isDead ? 'broken' : 'output', width: 2, points },
    { kind: 'dots', tone: isDead ? 'broken' : 'output', size: 6, points },
    ...(isDead
      ? ([
          {
            kind: 'line',
            tone: 'broken',
            width: 1.5,
            dash: 'dashed',
            points: [
              [fate.step, floor / 2],
              [fate.step, top * 2],
            ],
          },
          {
            kind: 'label',
            tone: 'broken',
            at: [fate.step, 1e-3],
            side: fate.step > last / 2 ? 'left' : 'right',
            text: `✕ dead at step ${fate.step}`,
          },
        ] satisfies Mark[])
      : []),
  ];
  return (
    <Plot
      label={`The error of the product u v over ${points.length} steps; ${endText(model)}`}
      shape="square"
      x={{ scale: linearScale(0, last), name: 'steps' }}
      y={{ scale: logScale(floor, top), name: 'error |u v − 1|' }}
      marks={marks}
    />
  );
}

function endText({ fate }: StabilityBoundModel): string {
  switch (fate.kind) {
    case 'settles':
      return `it is gone after ${fate.step}.`;
    case 'blows-up':
      return `it is infinite after ${fate.step}.`;
    default:
      return `it never goes away: u v stays between ${numberText(fate.low, 3)} and ${numberText(fate.high, 3)}.`;
  }
}

import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { StabilityBoundModel } from './model.ts';

/** The error |u v - 1| after each step, on a logarithmic axis, up to the end of the run. */
export function ProductPlot({ model }: { model: StabilityBoundModel }) {
  const { fate, path } = model;
  const isDead = fate.kind === 'blows-up';
  const errors = path.map(([u, v]) => Math.abs(u * v - 1));
  const last = isDead ? errors.length : Math.max(12, Math.min(60, errors.length));
  // A run that dies passes through all the sizes a double has.
  const floor = isDead ? 1e-2 : 1e-6;
  const finite = errors.filter(Number.isFinite);
  const top = isDead ? 1e308 : Math.max(10, ...finite.slice(0, last)) * 2;
  const points = errors.slice(0, last).flatMap((error, step): Point[] => {
    if (!Number.isFinite(error)) return [];
    return [[step, Math.max(floor / 2, Math.min(top, error))]];
  });
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
              [fate.step, top],
            ],
          },
          {
            kind: 'label',
            tone: 'broken',
            at: [fate.step, 1e20],
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
      y={{
        scale: logScale(floor, top),
        name: 'error |u v − 1|',
        ...(isDead && { ticks: [1, 1e100, 1e200, 1e300] }),
      }}
      marks={marks}
    />
  );
}

function endText({ fate }: StabilityBoundModel): string {
  switch (fate.kind) {
    case 'stands':
      return `it stays ${fate.fits ? 0 : 1}.`;
    case 'on-the-pass':
      return 'it comes to rest at 1.';
    case 'settles':
      return `it is gone after ${fate.step}.`;
    case 'blows-up':
      return `it is infinite after ${fate.step}.`;
    default:
      return `it never goes away: u v stays between ${numberText(fate.low, 3)} and ${numberText(fate.high, 3)}.`;
  }
}

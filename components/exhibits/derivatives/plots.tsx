import { type Mark, type Point, zeroLine } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { type ActivationExplorerModel, worstOf } from './explorer.ts';
import { explorerWords } from './explorer-words.ts';

type Valid = Extract<ActivationExplorerModel, { kind: 'valid' }>;

/** The function itself. */
export function FunctionPlot({ model }: { model: Valid }) {
  const [low, high] = [model.z[0]!, model.z[model.z.length - 1]!];
  const marks: Mark[] = [
    zeroLine(low, high),
    { kind: 'line', tone: 'output', width: 2.5, points: brokenAt(model, zip(model.z, model.value)) },
    ...model.kinks.map((kink): Mark => ({
      kind: 'label',
      tone: 'warning',
      at: [kink.x, 0],
      side: 'below',
      text: kink.kind === 'jump' ? 'jump' : 'kink',
    })),
  ];
  return (
    <Plot
      label="The function f(z)."
      x={{ scale: linearScale(low, high), name: 'z' }}
      y={{ scale: scaleOver(model.value), name: 'f(z)' }}
      marks={marks}
    />
  );
}

/** The derivative as written over the slope by differences, with the stretches where they differ; small without names. */
export function SlopePlot({ model, isSmall = false }: { model: Valid; isSmall?: boolean }) {
  const [low, high] = [model.z[0]!, model.z[model.z.length - 1]!];
  const y = scaleOver(model.slope, model.claimed);
  const isWrong = model.mismatches.length > 0;
  const worst = isWrong ? worstOf(model.mismatches) : undefined;
  const mid = (y.domain[0] + y.domain[1]) / 2;
  const nameAt = Math.round(model.z.length * 0.8);
  const isHigh = (model.slope[nameAt] ?? 0) > mid;
  // The name is as wide as a third of a narrow picture: it keeps clear of the line over all of that.
  const under = model.slope.slice(Math.round(model.z.length * 0.6)).filter(Number.isFinite);
  const clear = under.length === 0 ? mid : isHigh ? Math.min(...under) : Math.max(...under);
  const nameOfSlope: Mark = {
    kind: 'label',
    quantity: 'true-slope',
    tone: 'output',
    at: [model.z[nameAt]!, clear],
    side: isHigh ? 'below' : 'above',
    text: isWrong ? 'true slope' : 'true slope and f′',
  };
  const marks: Mark[] = [
    ...model.mismatches.map(({ from, to }): Mark => ({
      kind: 'band',
      axis: 'x',
      from,
      to,
      tone: 'broken',
      hatched: true,
      quantity: 'slope-difference',
    })),
    zeroLine(low, high),
    {
      kind: 'line',
      tone: 'output',
      width: 5,
      points: brokenAt(model, zip(model.z, model.slope)),
      quantity: 'true-slope',
    },
    {
      kind: 'line',
      tone: isWrong ? 'broken' : 'mended',
      width: 2,
      dash: 'dashed',
      points: brokenAt(model, zip(model.z, model.claimed)),
      quantity: 'followed-slope',
    },
    ...(worst && Number.isFinite(worst.claimed)
      ? [
          {
            kind: 'line',
            tone: 'broken',
            width: 1.5,
            points: [
              [worst.z, worst.claimed],
              [worst.z, worst.slope],
            ],
          } satisfies Mark,
        ]
      : []),
    ...(isSmall ? [] : [nameOfSlope, ...(worst ? [nameOfClaim(worst, low, high, y.domain)] : [])]),
  ];
  return (
    <Plot
      label={`The derivative as written over the slope by differences. ${explorerWords.finding(model)}.`}
      shape={isSmall ? 'low' : 'wide'}
      x={{ scale: linearScale(low, high), name: isSmall ? '' : 'z' }}
      y={{ scale: y, name: isSmall ? '' : 'slope', ticks: y.ticks(isSmall ? 3 : 5) }}
      marks={marks}
    />
  );
}

function nameOfClaim(
  worst: { z: number; claimed: number },
  low: number,
  high: number,
  domain: [number, number],
): Mark {
  const isRight = worst.z > (low + high) / 2;
  const claimed = Math.max(domain[0], Math.min(domain[1], worst.claimed));
  const isHigh = claimed > (domain[0] + domain[1]) / 2;
  return {
    kind: 'label',
    quantity: 'followed-slope',
    tone: 'broken',
    at: [worst.z, claimed],
    side: `${isHigh ? 'below' : 'above'}-${isRight ? 'left' : 'right'}`,
    text: 'f′ as written',
  };
}

/** A scale that holds the values, and at least -0.1 to 1.1; values beyond ten are cut off. */
function scaleOver(...lists: number[][]) {
  const values = lists.flat().filter(Number.isFinite);
  const low = Math.max(-6, Math.min(0, ...values));
  const high = Math.min(6, Math.max(1, ...values));
  const margin = (high - low) * 0.1;
  return linearScale(low - margin, high + margin);
}

/** The points with a gap at every kink, so that no line is drawn where there is a step. */
function brokenAt(model: Valid, points: Point[]): Point[] {
  if (model.kinks.length === 0) return points;
  return points.flatMap((point, i): Point[] => {
    const next = points[i + 1];
    const isBroken = next && model.kinks.some(({ x }) => x > point[0] && x <= next[0]);
    const jumps = next && Math.abs(next[1] - point[1]) > 0.05;
    return isBroken && jumps ? [point, [NaN, NaN]] : [point];
  });
}

function zip(x: number[], y: number[]): Point[] {
  return x.map((value, i) => [value, y[i]!]);
}

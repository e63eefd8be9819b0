/** The backward pass of a 2-2-1 network as the lines that one writes down, each a product. */
import { type Factor, productOf } from './product.ts';
import type { Pair, Pass, Sample, Weights } from './pass.ts';

export interface Line {
  /** Names the line within its pass: "delta-1". */
  id: string;
  /** What is worked out: "δ₁". */
  symbol: string;
  factors: Factor[];
  value: number;
  /** The line whose value is one of the factors, if one is. */
  from?: { line: string; symbol: string; value: number };
}

export type StepId = 'output-delta' | 'output-gradients' | 'hidden-deltas' | 'hidden-gradients';

export interface Step {
  id: StepId;
  lines: Line[];
}

const low = ['₁', '₂'] as const;
const both = [0, 1] as const;

/** 1 - tanh² of a number. */
const tanhSlope = (x: number) => 1 - Math.tanh(x) ** 2;

export function stepsOf(weights: Weights, { input, target }: Sample, pass: Pass): Step[] {
  const error = pass.output - target;
  const outputSlope = pass.output * (1 - pass.output);

  const delta = line('delta', 'δ', [
    {
      text: '(p − y)',
      value: error,
      leftOut: { kind: 'no-error' },
      mistaken: [],
    },
    {
      text: 'p (1 − p)',
      value: outputSlope,
      leftOut: { kind: 'no-sigmoid-slope' },
      mistaken: [],
    },
  ]);

  const outputLines = both.map((unit) =>
    line(`output-gradient-${unit + 1}`, `∂L/∂v${low[unit]}`, [
      fromLine(delta),
      { text: `a${low[unit]}`, value: pass.a[unit], leftOut: { kind: 'no-incoming' }, mistaken: [] },
    ]),
  );

  const hiddenLines = both.map((unit) => {
    const other = (1 - unit) as 0 | 1;
    const here = low[unit];
    return line(`delta-${unit + 1}`, `δ${here}`, [
      {
        ...fromLine(delta),
        leftOut: { kind: 'no-output-delta' },
        mistaken: [
          {
            value: error,
            slip: { kind: 'error-for-delta' },
          },
        ],
      },
      {
        text: `v${here}`,
        value: weights.output[unit],
        leftOut: { kind: 'no-weight', unit },
        mistaken: [
          {
            value: weights.output[other],
            slip: { kind: 'weight-of-other', unit },
          },
          { value: pass.a[unit], slip: { kind: 'activation-for-weight', unit } },
        ],
      },
      slopeFactor(pass, unit),
    ]);
  });

  const gradientLines = both.flatMap((unit) =>
    both.map((i) => {
      const here = low[unit];
      const own = hiddenLines[unit]!;
      const sentBack = pass.outputDelta * weights.output[unit];
      return line(
        `gradient-${unit + 1}${i + 1}`,
        `∂L/∂w${here}${low[i]}`,
        [
          {
            ...fromLine(own),
            leftOut: { kind: 'no-unit-delta', unit },
            mistaken: [
              {
                value: sentBack,
                slip: { kind: 'before-own-slope', unit },
              },
              ...slopeFactor(pass, unit).mistaken.map(({ value, slip }) => ({
                value: sentBack * value,
                slip,
              })),
              {
                value: pass.outputDelta,
                slip: { kind: 'delta-of-output', unit },
              },
              { value: pass.deltas[1 - unit]!, slip: { kind: 'delta-of-other', unit } },
            ],
          },
          {
            text: `x${low[i]}`,
            value: input[i],
            leftOut: { kind: 'no-input', input: i },
            mistaken: [
              { value: input[1 - i]!, slip: { kind: 'other-input', input: i } },
              {
                value: pass.a[unit],
                slip: { kind: 'what-goes-out', unit, input: i },
              },
            ],
          },
        ],
        own,
      );
    }),
  );

  return [
    {
      id: 'output-delta',
      lines: [delta],
    },
    {
      id: 'output-gradients',
      lines: outputLines,
    },
    {
      id: 'hidden-deltas',
      lines: hiddenLines,
    },
    {
      id: 'hidden-gradients',
      lines: gradientLines,
    },
  ];
}

/** f'(z) of a hidden unit, written of its activation, and what people take for it. */
function slopeFactor({ z, a }: { z: Pair; a: Pair }, unit: 0 | 1): Factor {
  const here = low[unit];
  return {
    text: `(1 − a${here}²)`,
    value: 1 - a[unit] ** 2,
    leftOut: { kind: 'no-unit-slope', unit },
    mistaken: [
      {
        value: tanhSlope(a[unit]),
        slip: { kind: 'slope-at-activation', unit },
      },
      {
        value: 1 - z[unit] ** 2,
        slip: { kind: 'short-form-of-z', unit },
      },
      {
        value: a[unit] * (1 - a[unit]),
        slip: { kind: 'slope-of-a-sigmoid' },
      },
      { value: 1 - a[unit], slip: { kind: 'no-square', unit } },
      { value: a[unit], slip: { kind: 'activation-for-slope', unit } },
      { value: 1 - a[1 - unit]! ** 2, slip: { kind: 'slope-of-other', unit } },
    ],
  };
}

function line(id: string, symbol: string, factors: Factor[], from?: Line): Line {
  return {
    id,
    symbol,
    factors,
    value: productOf(factors),
    ...(from && { from: { line: from.id, symbol: from.symbol, value: from.value } }),
  };
}

function fromLine({ symbol, value }: Line): Factor {
  return { text: symbol, value, leftOut: { kind: 'no-factor', symbol }, mistaken: [] };
}

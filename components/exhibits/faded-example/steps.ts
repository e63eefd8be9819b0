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

export interface Step {
  title: string;
  why: string;
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
      leftOut: 'That leaves out the error, p − y.',
      mistaken: [],
    },
    {
      text: 'p (1 − p)',
      value: outputSlope,
      leftOut: 'That leaves out the slope of the sigmoid.',
      mistaken: [],
    },
  ]);

  const outputLines = both.map((unit) =>
    line(`output-gradient-${unit + 1}`, `∂L/∂v${low[unit]}`, [
      fromLine(delta),
      { text: `a${low[unit]}`, value: pass.a[unit], leftOut: 'That leaves out what comes in.', mistaken: [] },
    ]),
  );

  const hiddenLines = both.map((unit) => {
    const other = (1 - unit) as 0 | 1;
    const [here, there] = [low[unit], low[other]];
    return line(`delta-${unit + 1}`, `δ${here}`, [
      {
        ...fromLine(delta),
        leftOut: 'That leaves out δ, what comes back from the output.',
        mistaken: [
          {
            value: error,
            why: 'That sends back the error p − y in place of δ. It leaves out the slope of the output.',
          },
        ],
      },
      {
        text: `v${here}`,
        value: weights.output[unit],
        leftOut: `That leaves out the weight on the way back, v${here}.`,
        mistaken: [
          {
            value: weights.output[other],
            why: `That comes back through the weight of the other unit, v${there}.`,
          },
          { value: pass.a[unit], why: `That has the activation a${here} where the weight v${here} belongs.` },
        ],
      },
      slopeFactor(pass, unit),
    ]);
  });

  const gradientLines = both.flatMap((unit) =>
    both.map((i) => {
      const [here, there] = [low[unit], low[1 - unit]];
      const own = hiddenLines[unit]!;
      const sentBack = pass.outputDelta * weights.output[unit];
      return line(
        `gradient-${unit + 1}${i + 1}`,
        `∂L/∂w${here}${low[i]}`,
        [
          {
            ...fromLine(own),
            leftOut: `That leaves out the delta of the unit, δ${here}.`,
            mistaken: [
              {
                value: sentBack,
                why: `That takes what came back to the unit, δ v${here}, before its own slope: it leaves out f′(z${here}).`,
              },
              ...slopeFactor(pass, unit).mistaken.map(({ value, why }) => ({ value: sentBack * value, why })),
              {
                value: pass.outputDelta,
                why: `That takes the delta of the output. This weight leads to hidden unit ${unit + 1}: its delta is δ${here}.`,
              },
              { value: pass.deltas[1 - unit]!, why: `That takes the delta of the other unit, δ${there}.` },
            ],
          },
          {
            text: `x${low[i]}`,
            value: input[i],
            leftOut: `That leaves out the input x${low[i]}. It is the gradient of the bias, whose input is 1.`,
            mistaken: [
              { value: input[1 - i]!, why: `That takes the other input, x${low[1 - i]}.` },
              {
                value: pass.a[unit],
                why: `That takes what goes out of the unit, a${here}. A weight’s gradient takes what comes in through it, x${low[i]}.`,
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
      title: 'The delta of the output',
      why: 'The error, times the slope of the sigmoid at z. Written in terms of the output p that slope is p (1 − p).',
      lines: [delta],
    },
    {
      title: 'The gradients of its weights',
      why: 'For each weight the delta of the unit it leads to, times what comes in through it.',
      lines: outputLines,
    },
    {
      title: 'The deltas of the hidden units',
      why: 'What comes back through the weight, times the slope of tanh at the unit’s z. Written in terms of the activation that slope is 1 − a².',
      lines: hiddenLines,
    },
    {
      title: 'The gradients of their weights',
      why: 'As at the output: the delta of the unit, times what comes in.',
      lines: gradientLines,
    },
  ];
}

/** f'(z) of a hidden unit, written of its activation, and what people take for it. */
function slopeFactor({ z, a }: { z: Pair; a: Pair }, unit: 0 | 1): Factor {
  const [here, there] = [low[unit], low[1 - unit]];
  return {
    text: `(1 − a${here}²)`,
    value: 1 - a[unit] ** 2,
    leftOut: `That leaves out the slope of the unit, f′(z${here}).`,
    mistaken: [
      {
        value: tanhSlope(a[unit]),
        why: `That takes the slope at the activation, 1 − tanh²(a${here}), not at the pre-activation: a${here} is tanh z${here} already.`,
      },
      {
        value: 1 - z[unit] ** 2,
        why: `That puts z${here} into 1 − a². The short form wants the activation.`,
      },
      {
        value: a[unit] * (1 - a[unit]),
        why: `That is the slope of a sigmoid, a (1 − a). The hidden units are tanh.`,
      },
      { value: 1 - a[unit], why: `That is 1 − a${here}, without the square.` },
      { value: a[unit], why: `That multiplies by the activation a${here} itself, not by its slope.` },
      { value: 1 - a[1 - unit]! ** 2, why: `That takes the slope of the other unit, 1 − a${there}².` },
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
  return { text: symbol, value, leftOut: `That leaves out ${symbol}.`, mistaken: [] };
}

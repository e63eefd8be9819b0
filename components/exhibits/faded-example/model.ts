/**
 * One backward pass three times over: on the first sample it is written out, on the second the last step is left blank, on
 * the third the last two. All numbers are the engine's. The weights and samples were searched for, so that what one slip
 * leads to is told from the right number and from what the other slips lead to.
 */
import type { Blank } from './judge.ts';
import { passOf, type Pass, type Sample, type Weights } from './pass.ts';
import { slipsOf } from './product.ts';
import { type Line, type StepId, stepsOf } from './steps.ts';

export interface ShownLine {
  id: string;
  /** "δ₁" */
  symbol: string;
  /** "δ · v₁ · (1 − a₁²)" */
  formula: string;
  /** What the factors are, in the same order. */
  factors: number[];
  value: number;
  /** Set where the reader is to fill the number in. */
  blank?: Blank;
}

export interface ShownStep {
  id: StepId;
  lines: ShownLine[];
  /** Of a blank step: how many of its lines are not asked for. */
  notAsked: number;
}

export interface Example {
  sample: Sample;
  pass: Pass;
  steps: ShownStep[];
  /** How many steps at the end are left blank. */
  blankSteps: number;
}

export interface FadedExampleModel {
  weights: Weights;
  examples: Example[];
}

const weights: Weights = {
  hidden: [
    [1.5, 1.2],
    [0.4, -0.6],
  ],
  hiddenBiases: [0.2, -0.3],
  output: [0.6, -1.5],
  outputBias: -0.3,
};

/** A step of four like numbers is asked for by two of them; the other two go the same way. */
const given: { sample: Sample; blanks: string[] }[] = [
  { sample: { input: [1, -0.5], target: 0 }, blanks: [] },
  { sample: { input: [1.5, -1.4], target: 1 }, blanks: ['gradient-11', 'gradient-22'] },
  {
    sample: { input: [-0.6, 1.4], target: 0 },
    blanks: ['delta-1', 'delta-2', 'gradient-12', 'gradient-21'],
  },
];

export function createFadedExample(): FadedExampleModel {
  return { weights, examples: given.map(({ sample, blanks }) => exampleOf(sample, blanks)) };
}

function exampleOf(sample: Sample, blanks: string[]): Example {
  const pass = passOf(weights, sample);
  const steps = stepsOf(weights, sample, pass).map(({ id, lines }): ShownStep => {
    const asked = lines.filter((line) => blanks.includes(line.id));
    if (asked.length === 0) return { id, lines: lines.map((line) => shownLine(line, false)), notAsked: 0 };
    return {
      id,
      lines: asked.map((line) => shownLine(line, true)),
      notAsked: lines.length - asked.length,
    };
  });
  const blankSteps = steps.filter(({ lines }) => lines.some(({ blank }) => blank)).length;
  return { sample, pass, steps, blankSteps };
}

function shownLine({ id, symbol, factors, value, from }: Line, isBlank: boolean): ShownLine {
  return {
    id,
    symbol,
    formula: factors.map(({ text }) => text).join(' · '),
    factors: factors.map((factor) => factor.value),
    value,
    ...(isBlank && { blank: { symbol, value, slips: slipsOf(factors), ...(from && { from }) } }),
  };
}

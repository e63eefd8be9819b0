import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../../components/exhibits/faded-example/judge.ts';
import { createFadedExample } from '../../../../components/exhibits/faded-example/model.ts';
import { slipsOf } from '../../../../components/exhibits/faded-example/product.ts';
import { fadedWords } from '../../../../components/exhibits/faded-example/words.ts';

const { weights, examples } = createFadedExample();
const whyOf = (...typed: Parameters<typeof judge>) => fadedWords.judgement(judge(...typed));

/** The loss of a network on a sample, written here once more: half the squared error of a sigmoid of two tanh units. */
function lossOf(parameters: number[], [x1, x2]: number[], target: number): number {
  const [w11, w12, w21, w22, b1, b2, v1, v2, c] = parameters as [number, ...number[]] & number[];
  const a1 = Math.tanh(w11 * x1! + w12! * x2! + b1!);
  const a2 = Math.tanh(w21! * x1! + w22! * x2! + b2!);
  const p = 1 / (1 + Math.exp(-(v1! * a1 + v2! * a2 + c!)));
  return (p - target) ** 2 / 2;
}

const parameters = [...weights.hidden.flat(), ...weights.hiddenBiases, ...weights.output, weights.outputBias];

describe.each(examples.map((example, i) => ({ number: i + 1, ...example })))(
  'pass $number',
  ({ sample, pass, steps, blankSteps, number }) => {
    const lines = steps.flatMap((step) => step.lines);

    it('has the gradients that differences of the loss have', () => {
      const { deltas, outputDelta, outputGradient, hiddenGradient } = pass;
      const ours = [...hiddenGradient.flat(), ...deltas, ...outputGradient, outputDelta];
      for (const [j, gradient] of ours.entries()) {
        const at = (move: number) =>
          lossOf(
            parameters.map((value, k) => (k === j ? value + move : value)),
            sample.input,
            sample.target,
          );
        expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(gradient, 9);
      }
    });

    it('writes every number as a product that is the engine’s number', () => {
      const byEngine: Record<string, number> = {
        delta: pass.outputDelta,
        'output-gradient-1': pass.outputGradient[0],
        'output-gradient-2': pass.outputGradient[1],
        'delta-1': pass.deltas[0],
        'delta-2': pass.deltas[1],
        'gradient-11': pass.hiddenGradient[0][0],
        'gradient-12': pass.hiddenGradient[0][1],
        'gradient-21': pass.hiddenGradient[1][0],
        'gradient-22': pass.hiddenGradient[1][1],
      };
      for (const { id, value, factors } of lines) {
        expect(value, id).toBeCloseTo(byEngine[id]!, 14);
        expect(
          factors.reduce((product, factor) => product * factor, 1),
          id,
        ).toBeCloseTo(value, 14);
      }
    });

    it('leaves its last steps blank, as many as its place says', () => {
      expect(blankSteps).toBe(number - 1);
      const isBlank = steps.map((step) => step.lines.every(({ blank }) => blank !== undefined));
      expect(isBlank).toEqual(steps.map((_, s) => s >= steps.length - blankSteps));
    });

    it('takes a product of the numbers as they are shown, with three digits, for right', () => {
      for (const { blank, factors } of lines) {
        if (!blank) continue;
        const shown = factors.map((factor) => Number(factor.toPrecision(3)));
        const typed = shown.reduce((product, factor) => product * factor, 1).toPrecision(3);
        expect(judge(blank, typed).kind, blank.symbol).toBe('right');
      }
    });

    it('says of each slip what it was, and takes none for right', () => {
      for (const { blank } of lines) {
        for (const { value, slip } of blank?.slips ?? []) {
          const judgement = judge(blank!, value.toPrecision(6));
          expect(judgement.kind, slip.kind).toBe('wrong');
          expect(fadedWords.judgement(judgement)).toContain(fadedWords.slip(slip));
        }
      }
    });

    it('tells slips apart: few are said in one breath with another', () => {
      const said = lines.flatMap(({ blank }) =>
        (blank?.slips ?? []).map(({ value }) => fadedWords.judgement(judge(blank!, String(value)))),
      );
      const twofold = said.filter((why) => why.includes('Or else'));
      expect(twofold.length).toBeLessThanOrEqual(said.length / 25);
    });
  },
);

describe('a wrong delta of the first hidden unit', () => {
  const { sample, pass, steps } = examples[2]!;
  const blank = steps.flatMap(({ lines }) => lines).find(({ id }) => id === 'delta-1')!.blank!;
  const [v1, v2] = weights.output;
  const z1 =
    weights.hidden[0][0] * sample.input[0] + weights.hidden[0][1] * sample.input[1] + weights.hiddenBiases[0];
  const a1 = Math.tanh(z1);
  const error = pass.output - sample.target;
  const delta = error * pass.output * (1 - pass.output);

  test.each<[name: string, value: number, says: string]>([
    ['without f′(z)', delta * v1, 'leaves out the slope of the unit, f′(z₁)'],
    ['with the slope at the activation', delta * v1 * (1 - Math.tanh(a1) ** 2), 'not at the pre-activation'],
    ['with z in place of a', delta * v1 * (1 - z1 ** 2), 'The short form wants the activation'],
    ['with the slope of a sigmoid', delta * v1 * a1 * (1 - a1), 'slope of a sigmoid'],
    ['with the sign turned round', -delta * v1 * (1 - a1 ** 2), 'the sign is not'],
    ['without the weight', delta * (1 - a1 ** 2), 'leaves out the weight on the way back'],
    ['through the other weight', delta * v2 * (1 - a1 ** 2), 'weight of the other unit'],
    ['from the error', error * v1 * (1 - a1 ** 2), 'leaves out the slope of the output'],
    ['of the whole squared error', 2 * delta * v1 * (1 - a1 ** 2), 'twice too much'],
  ])('%s', (_, value, says) => {
    expect(whyOf(blank, value.toPrecision(4))).toContain(says);
  });

  it('is found however the number is written', () => {
    const typed = Math.abs(blank.value).toFixed(5);
    const sign = blank.value < 0 ? '−' : '';
    expect(judge(blank, `${sign}${typed}`).kind).toBe('right');
    expect(judge(blank, ` ${sign}${typed.replace('.', ',')} `).kind).toBe('right');
    expect(judge(blank, 'minus two').kind).toBe('unreadable');
    expect(judge(blank, '').kind).toBe('unreadable');
  });

  it('is told from one that has too few digits', () => {
    const typed = String(Number(blank.value.toPrecision(1)));
    expect(judge(blank, typed)).toEqual({ kind: 'nearly', because: 'few-digits' });
  });

  it('is carried on: what follows is right for it', () => {
    const next = steps.flatMap(({ lines }) => lines).find(({ id }) => id === 'gradient-12')!.blank!;
    const wrong = delta * v1;
    const carried = wrong * sample.input[1];
    expect(next.from?.line).toBe('delta-1');
    expect(whyOf(next, carried.toPrecision(4), wrong.toPrecision(4))).toContain('right for your δ₁');
    expect(whyOf(next, carried.toPrecision(4))).toContain('it leaves out f′(z₁)');
  });
});

it('knows a number that no slip leads to', () => {
  const blank = examples[1]!.steps.at(-1)!.lines[0]!.blank!;
  expect(whyOf(blank, '17')).toContain('not one of the usual slips');
});

it('makes a slip of each factor left out and of each taken for another, with either sign', () => {
  const slips = slipsOf([
    {
      text: 'u',
      value: 3,
      leftOut: { kind: 'no-factor', symbol: 'u' },
      mistaken: [{ value: 5, slip: { kind: 'error-for-delta' } }],
    },
    { text: 'v', value: 2, leftOut: { kind: 'no-factor', symbol: 'v' }, mistaken: [] },
  ]);
  expect(slips.map(({ value }) => value)).toEqual([-6, 12, 2, 10, 3, -2, -10, -3]);
});

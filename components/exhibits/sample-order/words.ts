/** The order of samples and what comes of it, in words. */
import { countText, numberText } from '../../../src/words/numbers.ts';
import { xor } from '../../../src/engine/index.ts';
import type { SampleOrderModel } from './model.ts';

const nameOf = (k: number): string => xor.inputs[k]!.join('');

export const sampleOrderWords = {
  name: nameOf,

  /** @param place Counted from 0. */
  place: (k: number, place: number, count: number): string =>
    `${nameOf(k)} target ${xor.targets[k]![0]!}, place ${place + 1} of ${count}. Arrow keys move it.`,

  /** A sentence without its full stop. */
  finding({ last, isLearned, answersTheLast, frames }: SampleOrderModel): string {
    const answers = frames
      .at(-1)!
      .outputs.map((output) => numberText(output, 2))
      .join(', ');
    if (isLearned) return `XOR is learned: the answers are ${answers}`;
    if (answersTheLast) {
      return `It answers ${answers}: to everything the target of ${nameOf(last)}, which came last`;
    }
    return `XOR is not learned: the answers are ${answers}`;
  },

  /** As long as a finding can be: what room is kept for. */
  longest: 'It answers 0.0012, 0.0012, 0.0012, 0.0012: to everything the target of 00, which came last',

  picture: ({ frames, last }: SampleOrderModel): string =>
    `The answers to ${xor.inputs.map((input) => input.join('')).join(', ')} over ${countText(frames.at(-1)!.update)} updates; ` +
    `at the end ${frames
      .at(-1)!
      .outputs.map((output) => numberText(output, 2))
      .join(', ')}. The last update was on ${nameOf(last)}.`,
};

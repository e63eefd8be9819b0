/** A backward pass by its shapes, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { BiasUpdate, NamedMatrix, ShapeTraceModel } from './model.ts';

const given: Partial<Record<NamedMatrix['name'], string>> = { x: 'the batch', G: 'from the layer above' };

export const shapeWords = {
  /** How a matrix came about. */
  formula: ({ name, formula }: NamedMatrix): string => formula ?? given[name] ?? '',

  /** A sentence without its full stop. @param spread max(b) − min(b). */
  finding({ biases, biasUpdate }: ShapeTraceModel, spread: number): string {
    const steps = biases.length - 1;
    const after = steps === 0 ? '' : ` after ${countedText(steps, 'step')}`;
    switch (biasUpdate.kind) {
      case 'matches':
        return steps === 0
          ? 'Summed over the samples, the bias gradient has one number for each bias'
          : `Summed over the samples, the biases part: max(b) − min(b) is ${numberText(spread, 3)}${after}`;
      case 'broadcast':
        return `One number moves all three biases: max(b) − min(b) is ${numberText(spread, 3)}${after || ', and will stay so'}`;
      case 'refused':
        return 'Summed over the units, the shapes do not fit, and the program stops';
    }
  },

  /** What the biases are; the biases themselves, in bold, stand between the two. */
  states: (steps: number): [before: string, after: (spread: number) => string] => [
    `After ${countedText(steps, 'step')} the biases are `,
    (spread) => `, and max(b)\u00a0−\u00a0min(b)\u00a0=\u00a0${numberText(spread, 3)}.`,
  ],

  biases: (biases: readonly number[]): string => biases.map((value) => numberText(value)).join(', '),

  /** @param trace The matrices of the pass that the update comes from. */
  update(update: BiasUpdate, trace: readonly NamedMatrix[] = []): string {
    const arriving = trace.find(({ name }) => name === 'g')?.values.flat();
    if (update.kind !== 'refused' && arriving?.every((value) => value === 0)) {
      const z = trace.find(({ name }) => name === 'z')?.values.flat();
      return z?.some((value) => value > 0)
        ? 'No error comes back where a unit is on: g is 0, and this step moves none of them.'
        : 'Every unit is off for every sample of the batch: g is 0, and none of them moves any more.';
    }
    switch (update.kind) {
      case 'matches':
        return 'db has one number for each bias: the shape of what it updates.';
      case 'broadcast':
        return `db is one number, ${numberText(update.value)}, and is subtracted from all three biases without a complaint. Biases that begin alike stay alike for ever.`;
      case 'refused':
        return `Here NumPy stops, luckily: ${update.message}.`;
    }
  },
};

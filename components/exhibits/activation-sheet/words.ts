/** What there is to know of an activation, in words. */
import { activationWords } from '../../../src/words/activations.ts';
import { numberText, rangeText } from '../../../src/words/numbers.ts';
import { type Character, leakySlope, type Stretch } from './model.ts';

export const sheetWords = {
  name: ({ activation }: Character): string => activationWords.name(activation),

  formula: ({ activation }: Character): string => activationWords.formula(activation, leakySlope),

  range({ range: [least, most] }: Character): string {
    if (least === -Infinity) return 'all numbers';
    return most === Infinity ? `from ${short(least)} up` : rangeText(least, most, short);
  },

  slope: ({ slopes: [least, most] }: Character): string =>
    short(least) === short(most) ? `${short(most)} everywhere` : rangeText(least, most, short),

  flat({ flat }: Character): string {
    return flat.length === 0 ? 'nowhere' : flat.map(stretchText).join(', ');
  },

  bend({ bend }: Character): string {
    switch (bend.kind) {
      case 'nowhere':
        return 'nowhere';
      case 'jump':
        return `${short(bend.at)}, a jump`;
      case 'kink':
        return `${short(bend.at)}, a kink`;
      case 'smooth': {
        const [first, second] = bend.at;
        return second === undefined ? short(nearZero(first!)) : `±${short(Math.abs(second))}`;
      }
    }
  },

  /** What the picture of one shows, for those who cannot see it. */
  picture: (character: Character): string =>
    `${sheetWords.name(character)}: range ${sheetWords.range(character)}, slope ${sheetWords.slope(character)}, flat ${sheetWords.flat(character)}, bends most at ${sheetWords.bend(character)}.`,
};

const short = (value: number) => numberText(Math.abs(value) < 5e-4 ? 0 : value, 3);

function stretchText({ from, to }: Stretch): string {
  if (from === -Infinity && to === Infinity) return 'everywhere';
  if (from === -Infinity) return `below ${short(to)}`;
  return to === Infinity ? `above ${short(from)}` : rangeText(from, to, short);
}

/** The grid's own spacing, taken for 0. */
const nearZero = (z: number) => (Math.abs(z) < 0.005 ? 0 : z);

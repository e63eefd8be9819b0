/** What becomes of a signal in a stack of layers, in words. */
import { activationWords } from '../../../src/words/activations.ts';
import { countText, numberText, percentText } from '../../../src/words/numbers.ts';
import {
  type Fate,
  leakySlope,
  type SignalDepthModel,
  type SignalDepthOptions,
  type StackActivation,
} from './model.ts';

const layersText = (depth: number) => (depth === 1 ? 'one layer' : `${countText(depth)} layers`);

const fates: Record<Fate, string> = {
  fine: 'fine',
  vanished: 'vanishes',
  dead: 'dead',
  saturated: 'saturated',
  'too-large': 'too large',
};

const slopeOf = (activation: StackActivation) => (activation === 'leakyRelu' ? leakySlope : undefined);

export const signalDepthWords = {
  activation: (activation: StackActivation): string => activationWords.name(activation, slopeOf(activation)),

  fate: (fate: Fate): string => fates[fate],

  /** A sentence without its full stop. */
  finding({ depth }: SignalDepthOptions, { signal, flat, fate }: SignalDepthModel): string {
    const top = numberText(signal.at(-1)!, 2);
    const after = `After ${layersText(depth)}`;
    switch (fate) {
      case 'fine':
        return `${after} the samples still differ by ${top}: the signal arrives`;
      case 'vanished':
        return `${after} the samples differ by ${top} only: the signal has died out on the way`;
      case 'dead':
        return `${after} all samples are alike: some layer is silent on every one of them`;
      case 'saturated': {
        const worst = Math.max(...flat);
        return `${after} the samples differ, but ${percentText(worst, 0)} of the sums in some layer lie where the curve is flat`;
      }
      case 'too-large':
        return `${after} the samples differ by ${top}: the signal has grown too large for a step of usual length`;
    }
  },

  /** As long as a finding can be: what room is kept for. */
  longest: [
    'After 20 layers the samples differ, but 100% of the sums in some layer lie where the curve is flat',
    'After 20 layers the samples differ by 1.2 × 10⁻¹² only: the signal has died out on the way',
    'After 20 layers the samples differ by 1.2 × 10¹²: the signal has grown too large for a step of usual length',
  ],

  /** What the picture along the layers shows, for those who cannot see it. */
  picture({ depth }: SignalDepthOptions, { signal, gradient }: SignalDepthModel): string {
    return (
      `Signal along ${layersText(depth)}: ${numberText(signal[0]!, 2)} at the inputs, ${numberText(signal.at(-1)!, 2)} at the top. ` +
      `What comes back: ${numberText(gradient.at(-1)!, 2)} at the top, ${numberText(gradient[0]!, 2)} at the first layer.`
    );
  },

  /** What the map shows. @param fine The sizes of weights at which stacks of this depth are fine, in their order. */
  map(depth: number, fine: readonly number[]): string {
    const where =
      fine.length === 0
        ? 'no size of weights is fine'
        : `weights are fine from ${numberText(fine[0]!, 2)} to ${numberText(fine.at(-1)!, 2)}`;
    return `Size of the weights across, depth upwards. At ${layersText(depth)} ${where}.`;
  },
};

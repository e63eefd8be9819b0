/** The gradient that is followed against the true one, in words. */
import type { Signature as Mistake } from '../../../src/engine/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { layerWords } from '../../../src/words/layers.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { GradientTableModel, Group, Row } from './model.ts';
import type { Signature } from './signature.ts';

const derivatives: Record<string, string> = {
  'derivative-of-activation': 'the derivative taken at the activation instead of at z',
  'derivative-at-least-zero': 'a test x ≥ 0 where x > 0 was meant',
  'derivative-threshold-at-slope': 'a threshold at the slope instead of at 0',
  'derivative-collapsed': 'one derivative for the whole layer',
  'derivative-is-function': 'the function used as its own derivative',
  'derivative-omitted': 'a derivative that is always 1',
};

export const gradientWords = {
  /** A sentence without its full stop. */
  finding({ finding, wrong, compared }: GradientTableModel): string {
    switch (finding.kind) {
      case 'dead':
        return 'The run has left the finite numbers: there is no gradient to check any more';
      case 'silent':
        return `All ${compared} gradients are 0, and rightly so: nothing learns from this sample`;
      case 'right':
        return `All ${compared} gradients that the program follows are right`;
      case 'wrong': {
        const what = finding.signature ? `: ${gradientWords.signature(finding.signature)}` : '';
        return `${wrong} of ${compared} gradients that the program follows are wrong${what}`;
      }
    }
  },

  /** What a group is called: "Hidden layer, weights". */
  group: ({ layer, parameters }: Pick<Group, 'layer' | 'parameters'>, layerCount: number): string =>
    `${layerWords.name(layer, layerCount)}, ${parameters}`,

  /** What a parameter is called within its group: "unit 2, from input 1", "unit 2". */
  parameter({ unit, from }: Row, layer: number): string {
    const to = `unit ${unit + 1}`;
    return from === undefined ? to : `${to}, from ${layer === 0 ? 'input' : 'unit'} ${from + 1}`;
  },

  /** What is wrong with a group, to follow a colon. */
  signature(signature: Signature): string {
    switch (signature.kind) {
      case 'right':
        return 'right';
      case 'uphill':
        return 'the sign is wrong, and every step goes uphill';
      case 'factor':
        return `${numberText(signature.factor, 3)} times the true gradient`;
      case 'frozen':
        return 'nothing is followed: these are never updated';
      case 'sum-over-units':
        return 'every bias gets the sum over all units of its layer';
      case 'leak':
        return 'a gradient passes where the true one is 0';
      case 'blocked':
        return 'no gradient passes where the true one is not 0';
      case 'factor-by-unit':
        return 'off by a factor that differs from unit to unit';
      case 'unknown':
        return 'wrong, by no simple factor';
    }
  },

  /** When the check is made, and which mistake gives this very gradient, where it is known. */
  note(
    updates: number,
    { recognised, layerCount }: Pick<GradientTableModel, 'recognised' | 'layerCount'>,
  ): string {
    const when = updates === 0 ? 'Before the first update.' : `After ${countedText(updates, 'update')}.`;
    if (recognised.length === 0) return when;
    const mistakes = recognised.map((mistake) => mistakeText(mistake, layerCount));
    return `${when} The whole gradient is exactly that of ${mistakes.join(', and ')}.`;
  },

  longestNote:
    'After 100,000 updates. The whole gradient is exactly that of a derivative that is always 1, in the hidden layers.',
};

function mistakeText(mistake: Mistake, layerCount: number): string {
  switch (mistake.kind) {
    case 'factor':
      return `the true one times ${numberText(mistake.factor)}`;
    case 'sign':
      return `a step uphill${placeText(mistake.layers, layerCount)}`;
    case 'biases-frozen':
      return `biases that are never updated${placeText(mistake.layers, layerCount)}`;
    case 'bias-gradient-summed':
      return `bias gradients summed over the units${placeText(mistake.layers, layerCount)}`;
    case 'derivative': {
      const mistakes = mistake.faults.map(({ name }) => derivatives[name] ?? name).join(' with ');
      return mistakes + placeText(mistake.faults[0]?.layers ?? [], layerCount);
    }
    case 'forward':
      return 'a network that goes forward in another way than it goes back';
  }
}

const placeText = (layers: number[], layerCount: number): string =>
  layers.length === 0 || layerCount === 1 ? '' : `, ${layerWords.places(layers, layerCount)}`;

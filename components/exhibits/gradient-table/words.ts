/** The gradient that is followed against the true one, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { layerWords } from '../../../src/words/layers.ts';
import { numberText } from '../../../src/words/numbers.ts';
import { sayPhrase } from '../../../src/words/say-finding.ts';
import type { GradientTableModel, Group, Row } from './model.ts';
import type { Signature } from './signature.ts';

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

  /** When the check is made, and what the diagnosis names in the whole gradient. */
  note(
    updates: number,
    { mistakes, layerCount }: Pick<GradientTableModel, 'mistakes' | 'layerCount'>,
  ): string {
    const when = updates === 0 ? 'Before the first update.' : `After ${countedText(updates, 'update')}.`;
    const place = { layerCount, inputs: [], arrays: [] };
    const phrases = new Map<string, number[]>();
    for (const mistake of mistakes) {
      const phrase = sayPhrase(mistake, place);
      phrases.set(phrase, [...(phrases.get(phrase) ?? []), mistake.layer ?? 0]);
    }
    if (phrases.size === 0) return when;
    const said = [...phrases].map(
      ([phrase, layers]) => phrase + (layerCount === 1 ? '' : `, ${layerWords.places(layers, layerCount)}`),
    );
    return `${when} Over all samples the diagnosis finds: ${said.join('; ')}.`;
  },

  longestNote:
    'After 100,000 updates. Over all samples the diagnosis finds: one slope for the whole layer, and its threshold at 0.1 instead of 0, in the hidden layer; the slope changes at 0.1 instead of at 0, in the output layer.',
};

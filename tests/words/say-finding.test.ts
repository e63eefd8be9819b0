import { describe, expect, it } from 'vitest';
import { findingWords, type FindingCode, type FindingWords } from '../../src/words/findings.ts';
import { isComplete, sayFinding, sayGradient, type Said } from '../../src/words/say-finding.ts';

const place = {
  layerCount: 3,
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
  ],
  arrays: ['hidden.weights', 'output.bias'],
};
const codes = Object.keys(findingWords) as FindingCode[];
const textOf = (code: FindingCode): string => {
  const { title, means, tries = '', phrase = '' }: FindingWords = findingWords[code];
  return `${title} ${means} ${tries} ${phrase}`;
};

/** A finding with every number that its words could name. */
function fullFinding(code: FindingCode): Said {
  const names = [...textOf(code).matchAll(/\{(\w+)/g), ...textOf(code).matchAll(/\[\[[?!](\w+)/g)];
  const numbers = Object.fromEntries(names.map(([, name]) => [name!, 0.25]));
  const lists = { targets: [0, 1], answers: [20 / 41, 1], others: [2] };
  for (const [name, list] of Object.entries(lists))
    if (name in numbers && textOf(code).includes(`{${name}:`)) Object.assign(numbers, { [name]: list });
  return { code, layer: 1, units: [0, 2], samples: [0, 1], parameters: [0], numbers };
}

describe('the words of a finding', () => {
  it.each(codes)('%s: nothing of the template is left, with all numbers and with the fewest', (code) => {
    const full = fullFinding(code);
    const always = textOf(code).replace(/\[\[\?.*?\]\]/g, '');
    const fewest = {
      ...full,
      numbers: Object.fromEntries(
        Object.entries(full.numbers).filter(([name]) => always.includes(`{${name}`)),
      ),
    };
    for (const finding of [full, fewest]) {
      expect(isComplete(finding)).toBe(true);
      const { title, means, tries } = sayFinding(finding, place);
      expect(title).toMatch(/^[A-Z0-9`].*[.]$/);
      for (const text of [title, means, tries]) {
        // Code may have any sign.
        expect(text.replaceAll(/`[^`]*`/g, 'code')).not.toMatch(
          /[{}|]|\[\[|\]\]|NaN as|undefined |: \.| ,| {2}/,
        );
        if (text !== '') expect(text).toMatch(/[.]$/);
      }
    }
  });

  it('names layers, units, samples and lists of numbers, and chooses by how many there are', () => {
    const dead: Said = { code: 'units-dead', layer: 1, units: [0, 2], numbers: { count: 4, dead: 2 } };
    expect(sayFinding(dead, place).title).toBe('2 of 4 units of hidden layer 2 are dead.');
    expect(sayFinding({ ...dead, layer: 2, units: [1], numbers: { count: 4, dead: 1 } }, place).title).toBe(
      '1 of 4 units of the output layer is dead.',
    );
    expect(sayFinding({ code: 'step-overshoots', samples: [1], numbers: {} }, place).title).toBe(
      'One update on (0,\u00a01) overshoots: the error there changes sign and grows.',
    );
    expect(sayFinding({ code: 'overwritten', parameters: [0, 1], numbers: {} }, place).title).toBe(
      '`hidden.weights` and `output.bias` are set anew by every update instead of moved.',
    );
  });

  it('is not complete when a number is missing that the words need', () => {
    expect(isComplete({ code: 'threshold-at-slope', layer: 0, numbers: {} })).toBe(false);
    expect(isComplete({ code: 'slope-always-one', numbers: {} })).toBe(false);
  });

  it('joins what is wrong with the gradient of one layer', () => {
    const found: Said[] = [
      { code: 'slope-always-one', layer: 0, numbers: {} },
      { code: 'biases-never-updated', layer: 0, numbers: {} },
      { code: 'gradient-right-in-layer', layer: 2, numbers: {} },
    ];
    expect(sayGradient({ layer: 0 }, found, place)).toBe(
      'the slope is 1 on every sample, also where the unit is silent and the biases are never updated',
    );
    expect(sayGradient({ layer: 2 }, found, place)).toBeUndefined();
  });
});

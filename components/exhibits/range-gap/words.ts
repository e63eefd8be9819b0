/** What the range of an output does to its targets, in words. */
import { activationWords } from '../../../src/words/activations.ts';
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { Finding, OutputRange, RangeGapModel } from './model.ts';

export const rangeGapWords = {
  /** A sentence without its full stop. */
  finding({ range, finding, scaling }: RangeGapModel): string {
    return scaling
      ? `Targets moved into the range: ${activationWords.inSentence(range.activation)} ${whatItCan(finding)}`
      : `${activationWords.name(range.activation)} ${whatItCan(finding)}`;
  },

  choice: (range: OutputRange): string => `${activationWords.name(range.activation)}, ${interval(range)}`,

  asTheyAre({ range, best }: RangeGapModel): string {
    const missed = best.filter(({ squaredError }) => squaredError > 0).length;
    const name = activationWords.inSentence(range.activation);
    if (missed === 0) {
      return best.length === 1
        ? `The target lies in the range of ${name} or at an end.`
        : `All ${best.length} targets lie in the range of ${name} or at its ends.`;
    }
    return `${missed} of ${countedText(best.length, 'target')} ${missed === 1 ? 'lies' : 'lie'} outside the range of ${name}.`;
  },

  scaled({ scaling, range }: RangeGapModel): string {
    if (!scaling) return 'Every target lies in the range or at an end: nothing is moved.';
    const { shift, factor } = scaling;
    const size = numberText(Math.abs(shift));
    const moved = shift === 0 ? 'target' : `(target ${shift < 0 ? '+' : '−'} ${size})`;
    const divided = factor === 1 ? moved : `${moved} / ${numberText(factor)}`;
    const back = factor === 1 ? 'output' : `${numberText(factor)} × output`;
    const shifted = shift === 0 ? back : `${back} ${shift < 0 ? '−' : '+'} ${size}`;
    const isOpen = !range.reachesLow && (Number.isFinite(range.high) || Number.isFinite(range.low));
    return `Train towards ${divided}; the prediction is ${shifted}.${isOpen ? roomAtTheEnds : ''}`;
  },

  /** What `scaled` says of targets with many digits. */
  longest: `Train towards (target + 0.000) / 0.000; the prediction is 0.000 × output − 0.000. An end that is only approached wants a little room.`,
};

const roomAtTheEnds = ' An end that is only approached wants a little room.';

function whatItCan(finding: Finding): string {
  switch (finding.kind) {
    case 'missed':
      return `can never reach ${anyOf(finding.targets)}: the least mean squared error is ${numberText(finding.leastError)}`;
    case 'approached':
      return `comes as near to ${anyOf(finding.targets)} as you like, and never arrives`;
    case 'reached':
      return 'can reach every target: its range leaves no error behind';
  }
}

/** "1, 2 or 3"; of more than four only the first three, with how many are left out. */
function anyOf(values: number[]): string {
  const texts = values.slice(0, values.length > 4 ? 3 : 4).map((value) => numberText(value));
  if (values.length > 4) texts.push(`${values.length - 3} more targets`);
  return listText(texts, 'or');
}

const interval = ({ low, high, reachesLow }: OutputRange): string =>
  `${reachesLow ? '[' : '('}${numberText(low, 3)}, ${numberText(high, 3)})`;

/** What networks like a program's, and the same with more units or with biases, say of what it lacks. */
import { countText } from './numbers.ts';
import { listText } from './lists.ts';

interface ArmSaid {
  more: 'none' | 'biases' | 'units';
  /** Hidden units a layer. */
  hidden: readonly number[];
  /** How many learned, of `of`, with the ends of the 95% interval. */
  solved: { count: number; low: number; high: number };
  of: number;
}

/** "2", or "4 and 3" for two layers. */
const unitsText = (hidden: readonly number[]): string => listText(hidden.map(countText));

export const capacityWords = {
  /** What one kind of network is called in a table. */
  arm({ more, hidden }: Pick<ArmSaid, 'more' | 'hidden'>): string {
    const units = hidden.length === 0 ? 'no hidden unit' : `${unitsText(hidden)} hidden ${hidden.join() === '1' ? 'unit' : 'units'}`; // prettier-ignore
    if (more === 'none') return `as yours, ${units}`;
    return more === 'biases' ? 'with biases in every layer' : units;
  },

  /** What they show, in a sentence or two. The first is the network as it is. */
  verdict(arms: readonly ArmSaid[]): string {
    const [own, ...others] = arms;
    if (!own) return '';
    const said = ({ solved, of }: ArmSaid): string => `${countText(solved.count)} of ${countText(of)}`;
    const best = others.toSorted((a, b) => b.solved.count - a.solved.count)[0];
    if (own.solved.count >= 0.9 * own.of)
      return `It has enough: ${said(own)} networks like it learn. If yours does not, look elsewhere first.`;
    if (!best)
      return `There is nothing to widen: without a hidden layer ${said(own)} networks like it learn.`;
    if (best.solved.low > own.solved.high) {
      const lacks = best.more === 'biases' ? 'biases' : 'units';
      return `It lacks ${lacks}: ${said(own)} networks like it learn, and ${said(best)} ${best.more === 'biases' ? 'with biases' : `with ${unitsText(best.hidden)} hidden units`}.`;
    }
    return `That more units help does not show: ${said(own)} networks like it learn, and at best ${said(best)} of the others. Look first for another cause: the rate, the number of updates, the data.`;
  },

  /** Why there is no such network. */
  unlike: {
    layers:
      'The program shows no layers. Export `layers(network)` and run it, and networks like it can be made wider.',
    gradient:
      'This needs a run whose gradient was found right, by plain steps of one sample or of all: run the program, and mend what the diagnosis finds first.',
    activation:
      'What one of its layers computes can’t be told from this run, or is none of the functions that the book’s own engine has.',
  },
};

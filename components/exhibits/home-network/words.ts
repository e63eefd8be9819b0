/** What the network of the first page says. */
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { countText, fixedText, heldText, numberText } from '../../../src/words/numbers.ts';

/** More samples than these are not named. */
const mostNamed = 4;

/** A sample as it is called: 10 for the bits 1 and 0, (0.5, 2) for others. */
const sampleText = (input: readonly number[]): string =>
  input.every((value) => value === 0 || value === 1)
    ? input.join('')
    : `(${input.map((value) => heldText(value)).join(', ')})`;

const rowText = (row: readonly number[], text: (value: number) => string): string =>
  row.length === 1 ? text(row[0]!) : `(${row.map(text).join(', ')})`;

export const homeWords = {
  line: (isMended: boolean): string => (isMended ? 'The line, mended' : 'The line'),

  /** @param inputs Those of the samples whose target it is; none where a sample has several. */
  target: (value: number, inputs: readonly (readonly number[])[]): string =>
    inputs.length === 0 || inputs.length > mostNamed
      ? `target ${numberText(value)}`
      : `target of ${listText(inputs.map(sampleText))}`,

  /** An output at its end, and how many there are of it. @param span The height of the axis: it says how many digits tell. */
  output(value: number, count: number, { span, isAlone }: { span: number; isAlone: boolean }): string {
    const decimals = Math.max(0, (isAlone ? 4 : 2) - Math.round(Math.log10(span)));
    const isFar = Math.abs(value) > 1000 * span || decimals > 6;
    const text = isFar ? numberText(value) : fixedText(value, decimals);
    return count > 1 ? `${text} × ${count}` : text;
  },

  network: (widths: readonly number[], silent: number): string =>
    `A network of the widths ${widths.join('-')}. ${countText(silent)} of its hidden units ${silent === 1 ? 'is' : 'are'} silent on every input.`,

  curves: (epoch: number, outputs: readonly (readonly number[])[], targets: readonly (readonly number[])[]) =>
    `The outputs after ${countedText(epoch, 'epoch')}: ${outputs.map((row) => rowText(row, (value) => heldText(value, 4))).join(', ')}. Targets: ${targets.map((row) => rowText(row, (value) => heldText(value))).join(', ')}.`,

  training: (seed: number): string => `Training from seed ${seed}.`,
  afterwards: (epoch: number, seed: number): string =>
    `after ${countedText(epoch, 'epoch')} from seed ${seed}.`,
};

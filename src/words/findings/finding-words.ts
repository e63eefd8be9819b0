/**
 * What one finding of the diagnosis says: its title, what it means, and what to try. Templates and nothing else, so that a tool
 * in another language can say the same: see say-finding.ts for the few rules by which they are filled in.
 *
 * `{name}` is a number of the finding, or a list of them, `{name:2}` with so many digits, `{name:whole}` with its thousands
 * parted, `{name:percent}`, `{name:exact}` with every digit, `{name:fraction}` as a small fraction where it is one,
 * `{name:samples}` a list of samples by their inputs, `{name:at-samples}` one number for each of the finding's samples.
 * `{layer}`, `{units}`, `{samples}` and `{parameters}` are named, with a capital where they begin a sentence; `{units|it|them}`
 * chooses by how many there are. `[[?name:text]]` stands only where the finding has that number, `[[!name:text]]` only where
 * it has not.
 */
export interface FindingWords {
  /** One sentence. */
  title: string;
  /** What it means, with the numbers that show it. */
  means: string;
  /** What to try. */
  tries?: string;
  /** Of a wrong gradient: what it looks like, within a sentence. */
  phrase?: string;
}

const unseen = '[[?unseen: In the present state it makes no difference; in others it does.]]';

/** A mistake in the backward pass of one layer. */
export const wrong = (phrase: string, tries: string, means = ''): FindingWords => ({
  title: `The gradient of {layer} is wrong: ${phrase}.`,
  means: `${means}${unseen}`.trimStart(),
  tries,
  phrase,
});

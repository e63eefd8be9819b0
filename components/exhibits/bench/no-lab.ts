import type { Failure } from '../../../src/lab/index.ts';

/** What is shown where a lab could not be opened: its script did not come. */
export const noLab: Failure = {
  kind: 'stopped',
  message: 'The lab could not be opened. Reload the page; your text is kept.',
};

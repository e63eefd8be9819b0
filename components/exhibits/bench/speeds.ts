import { countText } from '../../../src/words/numbers.ts';
import type { ProgramInfo } from '../../../src/lab/index.ts';

/** How far a run goes between two pictures. */
export interface Pace {
  text: string;
  /** Updates to the next picture of a run that has done so many. */
  next: (update: number) => number;
}

/** From slow to fast; the last one starts with single epochs and goes ever faster, even on a logarithmic axis. */
export function pacesOf({ epochs, updatesPerEpoch }: ProgramInfo): Pace[] {
  const paces: Pace[] = [{ text: '1 update a frame', next: () => 1 }];
  const longest = Math.max(1, epochs / 50);
  for (let count = updatesPerEpoch === 1 ? 10 : 1; count <= longest; count *= 10) {
    const text = `${countText(count)} ${count === 1 ? 'epoch' : 'epochs'} a frame`;
    paces.push({ text, next: () => count * updatesPerEpoch });
  }
  const growing = (update: number) => updatesPerEpoch * Math.ceil((0.1 * update) / updatesPerEpoch + 1e-9);
  paces.push({ text: 'ever faster', next: (update) => Math.max(updatesPerEpoch, growing(update)) });
  return paces;
}

/** A bug hunt: the program of a case with the faults that its link names, and all others mended. */
import { applyMends, readHuntLink } from '../../../../src/book/index.ts';
import type { BenchFault } from '../bench-state.ts';

export type Hunt =
  | {
      kind: 'opened';
      /** With the chosen faults in it. */
      text: string;
      /** With none. */
      mended: string;
      faults: BenchFault[];
      /** Names this hunt among those of its bench, to keep what its reader writes. */
      name: string;
    }
  | { kind: 'failed'; message: string };

interface HuntedBench {
  id: string;
  /** The program as posted, with all its faults. */
  original: string;
  faults: readonly BenchFault[];
}

/** The hunt in an address; undefined if there is none. */
export async function openHunt(
  hash: string,
  { id, original, faults }: HuntedBench,
): Promise<Hunt | undefined> {
  const mendable = faults.filter(({ mend }) => mend?.typescript);
  const read = await readHuntLink(
    hash,
    id,
    mendable.map((fault) => fault.id),
  );
  if (read.kind === 'none') return undefined;
  if (read.kind === 'failed') return read;
  const isIn = (fault: BenchFault) => read.faults.includes(fault.id);
  const [text, mended] = [mendable.filter((fault) => !isIn(fault)), mendable].map((some) =>
    applyMends(original, some),
  );
  if (text?.kind !== 'edited' || mended?.kind !== 'edited')
    return {
      kind: 'failed',
      message: 'The faults of this bug hunt can’t be put into one program. Ask for another link.',
    };
  return {
    kind: 'opened',
    text: text.text,
    mended: mended.text,
    faults: mendable.filter(isIn),
    name: hash.split('.').at(1) ?? '',
  };
}

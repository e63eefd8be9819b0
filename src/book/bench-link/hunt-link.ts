/**
 * A bug hunt in a link: a case's program with some of its faults, the others mended. It stands behind the # of the address, where
 * it can't be read at a glance, and is no secret.
 */
import { notWhole, seal, unseal } from './sealed.ts';

export interface HuntLink {
  /** Names the bench: "cases/dying-relu/program.ts". */
  bench: string;
  /** Ids of the faults that are in the program. */
  faults: string[];
}

export type HuntRead =
  { kind: 'none' } | { kind: 'opened'; faults: string[] } | { kind: 'failed'; message: string };

const mark = 'hunt';
const mostBytes = 10_000;

export const writeHuntLink = ({ bench, faults }: HuntLink): Promise<string> =>
  seal(mark, { b: bench, f: faults });

const otherBench = 'This bug hunt is about another program. Ask for its link again.';
const changed =
  'The program of this bug hunt has changed since the link was made, and no longer has all the faults that were chosen. Ask for a new link.';

/** Never throws. @param known The faults that can be put into the program of this bench. */
export async function readHuntLink(hash: string, bench: string, known: readonly string[]): Promise<HuntRead> {
  const read = await unseal(mark, hash, mostBytes);
  if (read.kind !== 'read') return read;
  const { content } = read;
  if (typeof content !== 'object' || content === null) return { kind: 'failed', message: notWhole };
  const { b, f } = content as Record<string, unknown>;
  if (b !== bench) return { kind: 'failed', message: otherBench };
  if (!Array.isArray(f) || f.length === 0 || !f.every((id) => typeof id === 'string'))
    return { kind: 'failed', message: notWhole };
  const faults = [...new Set(f as string[])];
  return faults.every((id) => known.includes(id))
    ? { kind: 'opened', faults }
    : { kind: 'failed', message: changed };
}

/** Settings that are long texts, such as a program, in what stands behind the # of an address: by their names. */
import { seal, unseal } from './sealed.ts';

export type LongTexts =
  | { kind: 'none' }
  | { kind: 'read'; texts: [name: string, text: string][] }
  | { kind: 'failed'; message: string };

const mark = 'set';
/** Of all texts together, in bytes. */
const longest = 400_000;

export const writeLongTexts = (texts: ReadonlyMap<string, string>): Promise<string> =>
  seal(mark, Object.fromEntries(texts));

/** Never throws. */
export async function longTextsIn(hash: string): Promise<LongTexts> {
  const read = await unseal(mark, hash, longest);
  if (read.kind !== 'read') return read;
  const { content } = read;
  if (typeof content !== 'object' || content === null) return { kind: 'read', texts: [] };
  const texts = Object.entries(content).filter((one): one is [string, string] => typeof one[1] === 'string');
  return { kind: 'read', texts };
}

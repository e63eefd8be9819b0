/**
 * Something in what stands behind the # of an address: `mark=1.<fingerprint>.<content>`. The version; a fingerprint of the
 * content, which tells a link that was cut off or changed from one that is whole; and the content, JSON compressed by deflate
 * in base64url. It is not readable at a glance and no secret.
 */
import { fingerprint } from '../fingerprint.ts';
import { packText, unpackText } from './packed-text.ts';

export type Unsealed =
  { kind: 'none' } | { kind: 'read'; content: unknown } | { kind: 'failed'; message: string };

const version = '1';
const longestHash = 300_000;

export const notWhole =
  'This link is not whole: it was cut off or changed on its way. Ask for it again, in one piece.';
const newer =
  'This link was made by a newer version of the book. Reload the page; if that does not help, the book here is older than the link.';

export async function seal(mark: string, value: unknown): Promise<string> {
  const content = await packText(JSON.stringify(value));
  return `${mark}=${version}.${fingerprint(content)}.${content}`;
}

/** Never throws. @param hash With or without its #. @param mostBytes Of the content, unpacked. */
export async function unseal(mark: string, hash: string, mostBytes: number): Promise<Unsealed> {
  const text = hash.replace(/^#/, '');
  if (!text.startsWith(`${mark}=`)) return { kind: 'none' };
  const [made, sum, content, ...more] = text.slice(mark.length + 1).split('.');
  if (made !== version && /^[1-9]\d{0,3}$/.test(made ?? '')) return { kind: 'failed', message: newer };
  const isWhole = made === version && content !== undefined && content !== '' && more.length === 0;
  if (!isWhole || text.length > longestHash || fingerprint(content) !== sum)
    return { kind: 'failed', message: notWhole };
  try {
    return { kind: 'read', content: JSON.parse(await unpackText(content, mostBytes)) as unknown };
  } catch {
    return { kind: 'failed', message: notWhole };
  }
}

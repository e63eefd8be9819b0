/**
 * A short name of a text, to tell later whether it is still the same: 53 bits of two FNV-1a hashes, in base 36. It says
 * which version of a program a reader's text began from; it protects nothing.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + i), 0x01000193);
  }
  return ((a >>> 0) * 2 ** 21 + (b >>> 11)).toString(36);
}

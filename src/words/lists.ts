/** Things in a row. */

/** "a", "a and b", "a, b and c"; or with "or" before the last. */
export function listText(parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)!}`;
}

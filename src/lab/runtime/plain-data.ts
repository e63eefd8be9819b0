/** A network is plain data, so that it can be copied, recorded and rewound: this finds what is not. */

export type Leaf = { holder: Record<string, number>; key: string; path: string };

/** What a network holds that a copy would lose, in words; nothing when it is plain. */
export function whatIsNotPlain(value: unknown, path = 'the network'): string | undefined {
  const seen = new Set<object>();
  const waiting: { value: unknown; path: string }[] = [{ value, path }];
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (typeof next.value === 'function')
      return `${next.path} is a function; a function can’t be copied. Keep what it remembers as numbers in the network`;
    if (typeof next.value === 'symbol') return `${next.path} is a symbol`;
    if (typeof next.value !== 'object' || next.value === null || seen.has(next.value)) continue;
    seen.add(next.value);
    if (ArrayBuffer.isView(next.value)) continue;
    const isArray = Array.isArray(next.value);
    const prototype: unknown = Object.getPrototypeOf(next.value);
    if (!isArray && prototype !== Object.prototype && prototype !== null)
      return `${next.path} is an object of a class. Use plain objects, arrays and numbers`;
    for (const key of Object.keys(next.value))
      waiting.push({
        value: (next.value as Record<string, unknown>)[key],
        path: isArray ? `${next.path}[${key}]` : `${next.path}.${key}`,
      });
  }
  return undefined;
}

/** Every number a network holds, with where it stands, in a fixed order. Stops at `most`. */
export function numbersOf(network: unknown, most = 100_000): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const key of Object.keys(value)) {
      if (leaves.length >= most) return;
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'number')
        leaves.push({ holder: value as Record<string, number>, key, path: `${path}.${key}` });
      else visit(child, `${path}.${key}`);
    }
  };
  visit(network, '');
  return leaves;
}

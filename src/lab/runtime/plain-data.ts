/** A network is plain data, so that it can be copied, recorded and rewound: this finds what is not. */

const { slice } = Array.prototype;

/**
 * A list's values, to be read one by one. What reads the lists of a program itself slows the program down: code that has seen lists
 * of several kinds has V8 turn those of numbers into lists of anything, for good, and whatever computes with them takes up to twice as
 * long.
 */
export const copyOfList = (list: ArrayLike<unknown>): unknown[] =>
  Array.isArray(list) ? (Reflect.apply(slice, list, []) as unknown[]) : Array.from(list);

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

/** Where a number stands in a network: the keys that lead to it. */
export type Path = readonly string[];

/** The paths of every number a network holds, in a fixed order. Stops at `most`. */
export function numberPaths(network: unknown, most = 100_000): Path[] {
  const paths: Path[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const key of Object.keys(value)) {
      if (paths.length >= most) return;
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'number') paths.push([...path, key]);
      else visit(child, [...path, key]);
    }
  };
  visit(network, []);
  return paths;
}

export function numberAt(network: unknown, path: Path): number {
  let value = network;
  for (const key of path) value = (value as Record<string, unknown>)[key];
  return value as number;
}

export function setNumberAt(network: unknown, path: Path, number: number): void {
  let holder = network;
  for (let depth = 0; depth < path.length - 1; depth++)
    holder = (holder as Record<string, unknown>)[path[depth]!];
  (holder as Record<string, number>)[path.at(-1)!] = number;
}

/** Whether a number stands in an array that holds whole numbers only. */
export function isIntegerStorage(network: unknown, path: Path): boolean {
  let holder = network;
  for (const key of path.slice(0, -1)) holder = (holder as Record<string, unknown>)[key];
  return ArrayBuffer.isView(holder) && !(holder instanceof Float64Array) && !(holder instanceof Float32Array);
}

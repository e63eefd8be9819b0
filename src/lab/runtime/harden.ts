/**
 * Makes a worker ready for a program that may be hostile.
 *
 * The policy of the sandbox's document denies network, storage and page whatever happens here. This adds two things: a program
 * that reaches for them is told so in words, and a program that changes the language's own objects is refused, so that what
 * runs beside it in the same worker can rely on them.
 */
import { Stop } from './thrown.ts';

const outside = {
  network: [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'importScripts',
  ],
  storage: ['indexedDB', 'caches', 'localStorage', 'sessionStorage', 'cookieStore'],
  page: ['postMessage', 'close', 'parent', 'top', 'opener', 'document', 'window', 'BroadcastChannel'],
  workers: ['Worker', 'SharedWorker'],
};

const words = {
  network: 'A program in the lab can’t reach the network',
  storage: 'A program in the lab can’t reach the browser’s storage',
  page: 'A program in the lab can’t reach the page',
  workers: 'A program in the lab can’t start workers',
};

export function closeDoors(scope: object): void {
  for (const [kind, names] of Object.entries(outside))
    for (const name of names) {
      for (
        let owner: object | null = scope;
        owner && owner !== Object.prototype;
        owner = Object.getPrototypeOf(owner) as object | null
      )
        Reflect.deleteProperty(owner, name);
      const refuse = (): never => {
        throw new Stop({
          kind: 'exception',
          message: `${words[kind as keyof typeof words]}: \`${name}\` is closed. Everything a program needs stands in its own text.`,
        });
      };
      Object.defineProperty(scope, name, { get: refuse, set: refuse, configurable: false });
    }
}

/**
 * Errors keep their prototypes open: a program may well give an error of its own a name.
 *
 * @param but What is watched instead (`watchPrototypes`). Where the prototypes of all lists and objects are frozen, V8 looks there
 *   for each number that a list with holes lacks, and programs that fill lists train half as fast; where their properties are
 *   made not configurable, all programs train a quarter as fast.
 */
export function freezeLanguage(but: readonly object[] = []): void {
  const iterator: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;
  const roots: object[] = [
    Object, Function, Array, String, Number, Boolean, Symbol, Math, JSON, Reflect, Promise, Map, Set, WeakMap, RegExp, Date,
    ArrayBuffer, Float64Array, Float32Array, Int32Array, Uint32Array, Uint8Array,
    Object.getPrototypeOf(Float64Array) as object,
  ]; // prettier-ignore
  const platform = ['MessagePort', 'MessageEvent', 'Event', 'EventTarget', 'Performance']
    .map((name) => (globalThis as Record<string, unknown>)[name])
    .filter((found) => typeof found === 'function');
  for (const root of [...roots, ...platform] as (object & { prototype?: object })[]) {
    Object.freeze(root);
    if (root.prototype && !but.includes(root.prototype)) Object.freeze(root.prototype);
  }
  for (const name of Reflect.ownKeys(globalThis)) {
    const found = Reflect.getOwnPropertyDescriptor(globalThis, name)!;
    if (found.configurable && 'value' in found)
      Object.defineProperty(globalThis, name, { writable: false, configurable: false });
  }
  Object.freeze(iterator);
  Object.freeze(Object.getPrototypeOf([][Symbol.iterator]()));
}

/** What all lists and objects come from. */
export const commonPrototypes: readonly object[] = [Object.prototype, Array.prototype];

/** @returns what throws where a program has changed one of the common prototypes since. */
export function watchPrototypes(): () => void {
  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const { is } = Object;
  const seen = commonPrototypes.map((prototype) => {
    const keys = ownKeys(prototype);
    return { prototype, keys, descriptors: keys.map((key) => getOwnPropertyDescriptor(prototype, key)!) };
  });
  const changed = (): boolean => {
    for (let at = 0; at < seen.length; at++) {
      const { prototype, keys, descriptors } = seen[at]!;
      if (ownKeys(prototype).length !== keys.length) return true;
      for (let key = 0; key < keys.length; key++) {
        const now = getOwnPropertyDescriptor(prototype, keys[key]!);
        const before = descriptors[key]!;
        if (!now || !is(now.value, before.value) || now.get !== before.get || now.set !== before.set)
          return true;
      }
    }
    return false;
  };
  return () => {
    if (!changed()) return;
    throw new Stop({
      kind: 'exception',
      message:
        'The program changes what all lists or objects come from. The language’s own objects can’t be changed in the lab.',
    });
  };
}

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
 *   for each number that a list with holes lacks, and programs that fill lists train half as fast.
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
    if (!root.prototype) continue;
    if (but.includes(root.prototype)) keepKeys(root.prototype);
    else Object.freeze(root.prototype);
  }
  for (const name of Reflect.ownKeys(globalThis)) {
    const found = Reflect.getOwnPropertyDescriptor(globalThis, name)!;
    if (found.configurable && 'value' in found)
      Object.defineProperty(globalThis, name, { writable: false, configurable: false });
  }
  Object.freeze(iterator);
  Object.freeze(Object.getPrototypeOf([][Symbol.iterator]()));
}

/** What an object has by name stays, and stays what it is by kind: only another value can be put there, which can be seen. */
function keepKeys(object: object): void {
  for (const key of Reflect.ownKeys(object)) Object.defineProperty(object, key, { configurable: false });
}

/** What all lists and objects come from. */
export const commonPrototypes: readonly object[] = [Object.prototype, Array.prototype];

/** @returns what throws where a program has changed one of the common prototypes since. */
export function watchPrototypes(): () => void {
  const { ownKeys } = Reflect;
  const seen = commonPrototypes.map((prototype) => {
    const keyCount = ownKeys(prototype).length;
    const keys = ownKeys(prototype).filter((key) => 'value' in Reflect.getOwnPropertyDescriptor(prototype, key)!); // prettier-ignore
    const held = prototype as Record<PropertyKey, unknown>;
    return { held, keyCount, keys, values: keys.map((key) => held[key]) };
  });
  const changed = (): boolean => {
    for (let at = 0; at < seen.length; at++) {
      const { held, keyCount, keys, values } = seen[at]!;
      if (ownKeys(held).length !== keyCount) return true;
      for (let key = 0; key < keys.length; key++) if (held[keys[key]!] !== values[key]) return true;
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

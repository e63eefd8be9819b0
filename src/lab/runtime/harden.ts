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

/** Errors keep their prototypes open: a program may well give an error of its own a name. */
export function freezeLanguage(): void {
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
    if (root.prototype) Object.freeze(root.prototype);
  }
  for (const name of Reflect.ownKeys(globalThis)) {
    const found = Reflect.getOwnPropertyDescriptor(globalThis, name)!;
    if (found.configurable && 'value' in found)
      Object.defineProperty(globalThis, name, { writable: false, configurable: false });
  }
  Object.freeze(iterator);
  Object.freeze(Object.getPrototypeOf([][Symbol.iterator]()));
}

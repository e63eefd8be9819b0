/**
 * Networks that are no plain data. The lab copies, records and rewinds a network, and sets its numbers; a program may keep it in
 * objects with methods, or in variables of its own. Such a network has a _home_, where the program's own functions find it; what
 * the lab holds is a plain copy of what is in the home. Before each call the copy is poured in, in place, so that every function
 * that knows a list goes on knowing it; after each call it is read out again.
 */
import { numberPaths } from './plain-data.ts';

type Plain = Record<string, unknown>;

export interface Home {
  /** What is in it, as plain data. */
  read(): Plain;
  pour(network: Plain): void;
}

/** Functions and what belongs to the language stay where they are. */
const isKept = (value: unknown): boolean => typeof value !== 'function' && typeof value !== 'symbol';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether an object is of one of the language's classes that the lab cannot look into: a Map, a Date. */
function isOfLanguage(value: object): boolean {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return false;
  const { constructor } = prototype as { constructor?: unknown };
  return typeof constructor !== 'function' || Function.prototype.toString.call(constructor).includes('[native code]'); // prettier-ignore
}

/** A copy without functions and classes. A thing that is there twice is one thing in the copy, too. */
function plainOf(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (!isObject(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (ArrayBuffer.isView(value)) {
    const copy = structuredClone(value);
    seen.set(value, copy);
    return copy;
  }
  // What the copy would not hold is left as it is: the contract then says what it is.
  if (isOfLanguage(value)) return value;
  const copy: unknown[] | Plain = Array.isArray(value) ? [] : {};
  seen.set(value, copy);
  for (const key of Object.keys(value)) {
    const own = (value as Plain)[key];
    if (isKept(own)) (copy as Plain)[key] = plainOf(own, seen);
  }
  return copy;
}

/** Makes what an object holds equal to a plain copy; lists and objects that are there stay the same ones. */
function pourInto(target: object, source: object, seen = new Set<object>()): void {
  if (seen.has(target)) return;
  seen.add(target);
  if (ArrayBuffer.isView(target) && ArrayBuffer.isView(source)) {
    (target as Float64Array).set(source as Float64Array);
    return;
  }
  const [into, from] = [target as Plain, source as Plain];
  if (Array.isArray(target) && Array.isArray(source)) target.length = source.length;
  else
    for (const key of Object.keys(into))
      if (!(key in from) && isKept(into[key])) Reflect.deleteProperty(into, key);
  for (const key of Object.keys(from)) {
    const next = poured(into[key], from[key], seen);
    if (!Object.is(next, into[key])) into[key] = next;
  }
}

/** What is to stand in a place: the thing that stands there, filled, where that is possible. */
function poured(there: unknown, source: unknown, seen: Set<object>): unknown {
  if (!isObject(source)) return source;
  const fits =
    isObject(there) &&
    Array.isArray(there) === Array.isArray(source) &&
    ArrayBuffer.isView(there) === ArrayBuffer.isView(source) &&
    (!ArrayBuffer.isView(there) || (there as Float64Array).length === (source as Float64Array).length);
  if (!fits) return structuredClone(source);
  pourInto(there, source, seen);
  return there;
}

/** The home that an object is. */
export const homeOf = (object: object): Home => ({
  read: () => plainOf(object) as Plain,
  pour: (network) => pourInto(object, network),
});

/** A variable of a program's top level; what is declared with `const` can't be set. */
export interface Variable {
  get(): unknown;
  set?(value: unknown): void;
}

/** Lists with more numbers than this belong to the network only if it changes them: they are data. */
const mostStillNumbers = 2_000;

/**
 * The home that a program's variables are: all that hold numbers, but single numbers that can't change, and the data.
 *
 * @param isData Whether a list belongs to the data set.
 */
export function homeOfVariables(
  variables: Record<string, Variable>,
  isData: (value: unknown) => boolean,
): Home {
  const own = Object.entries(variables).filter(([, { get, set }]) => {
    const value = get();
    if (!isObject(value)) return set !== undefined && typeof value !== 'string' && isKept(value);
    return !isData(value) && !isOfLanguage(value) && numberPaths({ value }, mostStillNumbers + 1).length <= mostStillNumbers; // prettier-ignore
  });
  return {
    read() {
      const seen = new Map<object, unknown>();
      return Object.fromEntries(own.map(([name, { get }]) => [name, plainOf(get(), seen)]).filter(([, value]) => isKept(value))); // prettier-ignore
    },
    pour(network) {
      const seen = new Set<object>();
      for (const [name, { get, set }] of own) {
        if (!(name in network)) continue;
        const there = get();
        const next = poured(there, network[name], seen);
        if (!Object.is(next, there)) set?.(next);
      }
    },
  };
}

/** Whether a network needs a home: it holds functions, or objects of the program's own classes. */
export function needsHome(network: unknown): network is object {
  if (!isObject(network)) return false;
  const seen = new Set<object>();
  const waiting: unknown[] = [network];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'function') return true;
    if (!isObject(value) || seen.has(value) || ArrayBuffer.isView(value)) continue;
    seen.add(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null && !isOfLanguage(value)) return true; // prettier-ignore
    waiting.push(...Object.values(value));
  }
  return false;
}

/** Reads a home out into a network that the lab holds. */
export function readInto(network: Plain, home: Home): void {
  const plain = home.read();
  for (const key of Object.keys(network)) if (!(key in plain)) Reflect.deleteProperty(network, key);
  Object.assign(network, plain);
}

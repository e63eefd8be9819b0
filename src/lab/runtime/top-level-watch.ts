/**
 * Tells whether a program's top level is as it was when it had just been evaluated: then nothing has been kept there, and one
 * evaluation may serve many networks, which is several times as fast as one for each (a browser compiles each anew).
 */
import type { TopLevel } from '../top-level.ts';
import { copyOfList } from './plain-data.ts';

/** More values than this are not watched. */
const mostValues = 500_000;
/** Longer lists are not asked for names beside their numbers. */
const shortList = 32;
const plainPrototypes: (object | null)[] = [Object.prototype, Array.prototype, null];

interface Seen {
  holder: object;
  /** How many keys it has, also those that are not listed; not asked of long lists. */
  keyCount: number | undefined;
  keys: readonly string[] | undefined;
  values: readonly unknown[];
}

/**
 * @param values Of the names of `topLevel`, in their order.
 * @returns what tells whether all is untouched, or nothing where something could be kept out of sight.
 */
export function watchTopLevel(
  { names, plain }: TopLevel,
  values: readonly unknown[],
): (() => boolean) | undefined {
  if (names.length === 0) return undefined;
  const isPlain = new Set(plain);
  const seen = new Map<object, Seen>();
  let count = 0;
  const look = (value: unknown, mayBeFunction: boolean): boolean => {
    if (typeof value === 'symbol' || typeof value === 'bigint') return true;
    if (typeof value === 'function') return mayBeFunction && lookInto(value, mayBeFunction);
    return typeof value !== 'object' || value === null || lookInto(value, mayBeFunction);
  };
  const lookInto = (holder: object, mayBeFunction: boolean): boolean => {
    if (seen.has(holder)) return true;
    const record = recordOf(holder);
    if (!record) return false;
    seen.set(holder, record);
    count += record.values.length;
    if (count > mostValues) return false;
    return ArrayBuffer.isView(holder) || record.values.every((value) => look(value, mayBeFunction));
  };
  if (!names.every((name, at) => look(values[at], isPlain.has(name)))) return undefined;
  const all = [...seen.values()];
  return () => all.every(isAsItWas);
}

/** Nothing for what does not show all it holds: maps, promises, accessors, objects of classes. */
function recordOf(holder: object): Seen | undefined {
  if (ArrayBuffer.isView(holder)) {
    if (holder instanceof DataView) return undefined;
    return { holder, keyCount: undefined, keys: undefined, values: copyOfList(listOf(holder)) };
  }
  if (Array.isArray(holder)) {
    const keyCount = holder.length <= shortList ? Reflect.ownKeys(holder).length : undefined;
    return { holder, keyCount, keys: undefined, values: copyOfList(holder) };
  }
  if (
    typeof holder !== 'function' &&
    !plainPrototypes.includes(Object.getPrototypeOf(holder) as object | null)
  )
    return undefined;
  const keys = Object.keys(holder);
  const descriptors = keys.map((key) => Object.getOwnPropertyDescriptor(holder, key)!);
  if (!descriptors.every((descriptor) => 'value' in descriptor)) return undefined;
  return {
    holder,
    keyCount: Reflect.ownKeys(holder).length,
    keys,
    values: descriptors.map(({ value }) => value as unknown),
  };
}

const listOf = (holder: object) => holder as unknown as ArrayLike<unknown>;

function isAsItWas({ holder, keyCount, keys, values }: Seen): boolean {
  if (keyCount !== undefined && Reflect.ownKeys(holder).length !== keyCount) return false;
  if (keys) {
    const held = holder as Record<string, unknown>;
    return keys.every((key, at) => Object.is(held[key], values[at]));
  }
  const list = ArrayBuffer.isView(holder) ? listOf(holder) : copyOfList(listOf(holder));
  if (list.length !== values.length) return false;
  for (let at = 0; at < values.length; at++) if (!Object.is(list[at], values[at])) return false;
  return true;
}

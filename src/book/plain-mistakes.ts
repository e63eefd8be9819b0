/** What is wrong with a field of a YAML file, for those who write YAML: zod's own sentences speak of types. */
import type { z } from 'zod';
import { expectedNames } from './nearest.ts';

/** What a field holds, by zod's name of the type. */
const nouns: Readonly<Record<string, string>> = {
  string: 'some words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields, each with its name',
  record: 'fields, each with its name',
};

/** For zod's `error` option. What a schema says of its own goes before it. */
export const plainMistake: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = `expected ${nouns[issue.expected] ?? issue.expected}`;
      return issue.input === undefined
        ? `is missing; ${expected}`
        : `${expected}, found ${found(issue.input)}`;
    }
    case 'invalid_value': {
      const names = issue.values.map(String);
      if (issue.input === undefined) return `is missing; expected ${orList(names)}`;
      return typeof issue.input === 'string' && names.length > 1
        ? `there is no "${issue.input}"; ${expectedNames(issue.input, names)}`
        : `expected ${orList(names)}, found ${found(issue.input)}`;
    }
    case 'invalid_union': {
      const { discriminator, options } = issue as { discriminator?: string; options?: unknown[] };
      if (discriminator === undefined || options === undefined) return undefined;
      const written = (issue.input as Record<string, unknown> | undefined)?.[discriminator];
      const names = options.map(String);
      return written === undefined
        ? `is missing; expected ${orList(names)}`
        : `there is no "${String(written)}"; ${expectedNames(String(written), names)}`;
    }
    case 'unrecognized_keys': {
      const { shape } = issue.inst?._zod.def as { shape?: object };
      return `there is no such field; ${expectedNames(issue.keys[0]!, Object.keys(shape ?? {}))}`;
    }
    case 'too_small':
      if (issue.input === '') return 'expected some words, found none';
      return issue.origin === 'array'
        ? `expected ${issue.minimum} or more, found ${(issue.input as unknown[]).length}`
        : `expected ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, found ${found(issue.input)}`;
    case 'too_big':
      return `expected ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}, found ${found(issue.input)}`;
    default:
      return undefined;
  }
};

const found = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const orList = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

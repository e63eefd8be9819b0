/** The readings of a page's facts.ts, beside the one that is there for all. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transform } from 'sucrase';
import { evaluateContent } from '../evaluate-content.ts';
import type { Reading, Readings } from '../facts/types.ts';
import { expectedNames } from '../nearest.ts';
import { outcomeReading } from './readings.ts';

const fileOf = (folder: string) => `content/${folder}/facts.ts`;

/** A reading of a page by its name. @throws if there is none. */
export function readingOf(folder: string, name: string): Reading {
  if (name === 'outcome') return outcomeReading;
  const file = fileOf(folder);
  const readings = existsSync(file) ? ((evaluateContent(file)['readings'] ?? {}) as Readings) : {};
  const reading = readings[name];
  if (typeof reading !== 'function')
    throw new Error(
      `${file}: readings: there is no "${name}"; ${expectedNames(name, Object.keys(readings))}`,
    );
  return reading;
}

/** What a page's readings say, as one string: the code of facts.ts without the facts. */
export function codeOfReadings(folder: string): string {
  const { code } = transform(readFileSync(fileOf(folder), 'utf8'), {
    transforms: ['typescript'],
    disableESTransforms: true,
  });
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const isFacts = (statement: (typeof body)[number]) =>
    statement.type === 'ExportNamedDeclaration' &&
    statement.declaration?.type === 'VariableDeclaration' &&
    statement.declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === 'facts');
  return withoutLayout(body.filter((statement) => !isFacts(statement)));
}

/** What JavaScript says, whatever its comments, line breaks, quotation marks and commas. */
export const codeWithoutLayout = (code: string): string =>
  withoutLayout(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body);

const layout = new Set(['start', 'end', 'raw']);

const withoutLayout = (nodes: object): string =>
  JSON.stringify(nodes, (key, value: unknown) => {
    if (layout.has(key)) return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });

/** The readings of a page's facts.ts, beside the one that is there for all. */
import { existsSync, readFileSync } from 'node:fs';
import { type Node, parse, type Program } from 'acorn';
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

/** What a page's readings say, as one string: their code in facts.ts, and that of all it names there. The facts are no part of it. */
export function codeOfReadings(folder: string): string {
  const { code } = transform(readFileSync(fileOf(folder), 'utf8'), {
    transforms: ['typescript'],
    disableESTransforms: true,
  });
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const declared = new Map(body.flatMap((statement) => namesOf(statement).map((name) => [name, statement])));
  const said = new Set<Node>();
  const waiting = ['readings'];
  while (waiting.length > 0) {
    const statement = declared.get(waiting.pop()!);
    if (!statement || said.has(statement)) continue;
    said.add(statement);
    waiting.push(...identifiersIn(statement));
  }
  return withoutLayout(body.filter((statement) => said.has(statement)));
}

/** The names that a statement at the top level declares. */
function namesOf(statement: Program['body'][number]): string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => identifiersIn(id));
  return declaration?.type === 'FunctionDeclaration' && declaration.id ? [declaration.id.name] : [];
}

/** Every name that stands in a piece of code, whatever it means there. */
function identifiersIn(node: Node): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { type, name } = value as { type?: string; name?: string };
    if (type === 'Identifier' && name !== undefined) found.push(name);
    waiting.push(...Object.values(value));
  }
  return found;
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

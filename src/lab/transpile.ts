/**
 * Turns a program's TypeScript text into the body of a function that answers its exports. Every token that is left stands
 * at the line and column where the reader wrote it, so that a position in a stack trace is a position in the reader's text.
 *
 * Sucrase strips the types, Acorn reads what is left: it finds every syntax error with its place, the imports, the exports and
 * `import.meta`. Both only ever run in a worker of the sandbox, so a text made to keep a parser busy harms nobody.
 */
import { decode } from '@jridgewell/sourcemap-codec';
import type { SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { parse } from 'acorn';
import type { Node, Program as Tree, Pattern, Token } from 'acorn';
import { transform } from 'sucrase';
import { countText } from '../words/numbers.ts';
import type { Result } from './protocol.ts';
import { syntaxFailure } from './syntax-failure.ts';
import { type TopLevel, topLevelOf } from './top-level.ts';
import { importMetaName } from './transpile-names.ts';

/** A program ready to be evaluated. */
export interface Transpiled {
  /**
   * The body of a function that returns an object with a getter for each export, and gives its `import.meta` an object with the
   * names of its top level, `get` and `set`.
   */
  code: string;
  /** The same without what is added for the top level: what the program itself says. */
  own: string;
  /** 1-based lines of the exported names. */
  exported: Record<string, number>;
  /** 1-based lines of all names declared at the top level, exported or not. */
  declared: Record<string, number>;
  /** What could be kept there from one update to a later one, beside the network. */
  topLevel: TopLevel;
}

/** Longer texts are refused: the longest program of the book has 5,000 characters. */
const longestSource = 200_000;

export function transpile(source: string): Result<Transpiled> {
  if (source.length > longestSource)
    return failed(
      `The program has ${countText(source.length)} characters; the lab takes up to 200,000. Shorten it.`,
    );

  let plain: string;
  let tree: Tree;
  try {
    plain = stripTypes(source);
    tree = parse(plain, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (thrown) {
    return { kind: 'failed', failure: syntaxFailure(thrown, source) };
  }

  const exported = new Map<string, { local: string; line: number }>();
  const declared = new Map<string, number>();
  const changeable = new Set<string>();
  const edits: { start: number; end: number; text: string }[] = [];

  for (const statement of tree.body) {
    const line = lineOf(statement);
    switch (statement.type) {
      case 'ImportDeclaration':
        return failed(refusedImport(String(statement.source.value)), line);
      case 'ExportAllDeclaration':
        return failed(refusedImport(String(statement.source.value)), line);
      case 'ExportDefaultDeclaration':
        edits.push({ start: statement.start, end: statement.declaration.start, text: 'void' });
        break;
      case 'ExportNamedDeclaration': {
        if (statement.source) return failed(refusedImport(String(statement.source.value)), line);
        if (statement.declaration) {
          edits.push({ start: statement.start, end: statement.declaration.start, text: '' });
          for (const [name, at] of namesOf(statement.declaration)) {
            exported.set(name, { local: name, line: at });
            declared.set(name, at);
            if (declaresVariables(statement)) changeable.add(name);
          }
          break;
        }
        for (const { local, exported: outside } of statement.specifiers)
          if (local.type === 'Identifier' && outside.type === 'Identifier')
            exported.set(outside.name, { local: local.name, line });
        edits.push({ start: statement.start, end: statement.end, text: '' });
        break;
      }
      default:
        for (const [name, at] of namesOf(statement)) {
          declared.set(name, at);
          if (declaresVariables(statement)) changeable.add(name);
        }
    }
  }

  const metas = findImports(tree);
  const dynamic = metas.find((node) => node.type === 'ImportExpression');
  if (dynamic) return failed(refusedImport(), lineOf(dynamic));
  for (const meta of metas) edits.push({ start: meta.start, end: meta.end, text: importMetaName });

  const missing = [...exported.values()].find(({ local }) => !declared.has(local));
  if (missing) return failed(`\`${missing.local}\` is exported but nowhere declared.`, missing.line);

  const variables = [...declared.keys()].map((name) => {
    const set = changeable.has(name)
      ? `, set: (...${importMetaName}) => { [${name}] = ${importMetaName}; }`
      : '';
    return `${JSON.stringify(name)}: { get: () => ${name}${set} }`;
  });
  const getters = [...exported].map(([name, { local }]) => `get ${name}() { return ${local}; }`);
  const body = withEdits(plain, edits);
  const end = `return { ${getters.join(', ')} };`;
  return {
    kind: 'ok',
    value: {
      code: `${body}\n${importMetaName}.variables = { ${variables.join(', ')} };\n${end}`,
      own: `${body}\n${end}`,
      exported: Object.fromEntries([...exported].map(([name, { line }]) => [name, line])),
      declared: Object.fromEntries(declared),
      topLevel: topLevelOf(tree, (statement) => [...namesOf(statement)].map(([name]) => name)),
    },
  };
}

/** Whether a statement of the top level is `let` or `var`, exported or not. */
function declaresVariables(statement: Tree['body'][number]): boolean {
  const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return inner?.type === 'VariableDeclaration' && inner.kind !== 'const';
}

/** Strips the types and moves what is left back to the columns it had. */
function stripTypes(source: string): string {
  const { code, sourceMap } = transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    preserveDynamicImport: true,
    production: true,
    filePath: 'program.ts',
    sourceMapOptions: { compiledFilename: 'program.js' },
  });
  const segments = decode(sourceMap!.mappings);
  const starts: { line: number; column: number }[] = [];
  try {
    // A space may be put before any token but those that end a piece of a template, which would then say something else.
    const onToken = ({ type, loc }: Token): void => {
      if (!['template', '${', '`'].includes(type.label)) starts.push(loc!.start);
    };
    parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true, onToken });
  } catch (thrown) {
    if (isPlaced(thrown))
      thrown.loc.column = originalColumn(segments[thrown.loc.line - 1], thrown.loc.column);
    throw thrown;
  }

  const lines = code.split('\n');
  const shifts = lines.map(() => 0);
  for (const { line, column } of starts) {
    const original = segments[line - 1]?.find(([generated]) => generated === column)?.[3];
    const at = column + shifts[line - 1]!;
    if (original === undefined || original <= at) continue;
    lines[line - 1] = lines[line - 1]!.slice(0, at) + ' '.repeat(original - at) + lines[line - 1]!.slice(at);
    shifts[line - 1]! += original - at;
  }
  return lines.join('\n');
}

function isPlaced(thrown: unknown): thrown is { loc: { line: number; column: number } } {
  return thrown instanceof SyntaxError && 'raisedAt' in thrown;
}

/** Where a column of the stripped line stood in the reader's line: as far after the last token before it. */
function originalColumn(line: SourceMapSegment[] | undefined, column: number): number {
  const before = line?.findLast(([generated]) => generated <= column);
  return before?.[3] === undefined ? column : before[3] + column - before[0];
}

/** Replaces stretches of a text, filled up with spaces (and the line breaks they had) so that nothing after them moves. */
function withEdits(text: string, edits: { start: number; end: number; text: string }[]): string {
  let edited = '';
  let taken = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const gap = text.slice(edit.start, edit.end);
    edited += text.slice(taken, edit.start);
    edited += gap.includes('\n') ? edit.text + gap.replace(/[^\n]/g, ' ') : edit.text.padEnd(gap.length);
    taken = edit.end;
  }
  return edited + text.slice(taken);
}

function* namesOf(statement: Node): Generator<[name: string, line: number]> {
  const node = statement as Tree['body'][number];
  if (node.type === 'VariableDeclaration') for (const { id } of node.declarations) yield* namesOfPattern(id);
  else if ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id)
    yield [node.id.name, lineOf(node)];
}

function* namesOfPattern(pattern: Pattern): Generator<[name: string, line: number]> {
  switch (pattern.type) {
    case 'Identifier':
      yield [pattern.name, lineOf(pattern)];
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties)
        yield* namesOfPattern(property.type === 'RestElement' ? property.argument : property.value);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) yield* namesOfPattern(element);
      break;
    case 'AssignmentPattern':
      yield* namesOfPattern(pattern.left);
      break;
    case 'RestElement':
      yield* namesOfPattern(pattern.argument);
      break;
  }
}

/** Every `import.meta` and `import(...)` of a tree. */
function findImports(tree: Node): Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const type = (value as Partial<Node>).type;
    if (type === 'MetaProperty' && (value as { meta: { name: string } }).meta.name === 'import')
      found.push(value as Node);
    else if (type === 'ImportExpression') found.push(value as Node);
    else waiting.push(...Object.values(value));
  }
  return found;
}

function lineOf(node: Node): number {
  return node.loc!.start.line;
}

function refusedImport(from?: string): string {
  const what = from === undefined ? 'another file' : `“${from}”`;
  return `A program in the lab imports nothing but types, so it can’t import ${what}. Put what you need into the program itself.`;
}

function failed(
  message: string,
  line?: number,
): { kind: 'failed'; failure: ReturnType<typeof syntaxFailure> } {
  return { kind: 'failed', failure: { kind: 'syntax', message, ...(line !== undefined && { line }) } };
}

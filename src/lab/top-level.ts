/**
 * What a program has at its top level, as far as it decides whether something can be kept there from one update to a later one,
 * beside the network: in a variable, in a list that is written to, in what a function remembers.
 *
 * A program of functions and constants shows all it has: its values can be looked at, before and after (runtime/top-level-watch).
 */
import type { Node, Program as Tree } from 'acorn';

export interface TopLevel {
  /** The names declared there, whose values show all that is kept; none where something could be kept out of sight. */
  names: string[];
  /** Those among them whose functions stand in the text itself. A function that a call has made may remember something. */
  plain: string[];
}

type Statement = Tree['body'][number];

/** @param namesOf The names that a statement declares. */
export function topLevelOf(tree: Tree, namesOf: (statement: Statement) => Iterable<string>): TopLevel {
  const names: string[] = [];
  const plain: string[] = [];
  let runsMore = false;
  for (const statement of tree.body) {
    const inner = declarationOf(statement);
    if (inner === undefined) continue;
    if (inner.type === 'FunctionDeclaration') {
      names.push(...namesOf(inner));
      plain.push(...namesOf(inner));
    } else if (inner.type === 'VariableDeclaration' && inner.kind === 'const') {
      const found = [...namesOf(inner)];
      names.push(...found);
      if (!makes(inner)) plain.push(...found);
    } else if (inner.type === 'VariableDeclaration' || inner.type === 'ClassDeclaration') {
      return { names: [], plain: [] };
    } else if (!isForMainAlone(inner)) runsMore = true;
  }
  return { names, plain: runsMore ? [] : plain };
}

/** A statement without its `export`; nothing for what does nothing. */
function declarationOf(statement: Statement): Statement | undefined {
  if (statement.type === 'ExportNamedDeclaration') return (statement.declaration ?? undefined) as Statement;
  if (statement.type === 'ImportDeclaration' || statement.type === 'EmptyStatement') return undefined;
  return statement;
}

const makers = new Set([
  'CallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'ClassExpression',
  'AwaitExpression',
]);
const functions = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

/** Whether a declaration calls anything as it is evaluated; what stands in its functions is called later. */
function makes(node: Node): boolean {
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { type } = value as Partial<Node>;
    if (type !== undefined && makers.has(type)) return true;
    if (type === undefined || !functions.has(type)) waiting.push(...Object.values(value));
  }
  return false;
}

/** `if (import.meta.main) { ... }`: in the lab it never is. */
function isForMainAlone(statement: Statement): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate) return false;
  const { test } = statement;
  return (
    test.type === 'MemberExpression' &&
    test.object.type === 'MetaProperty' &&
    test.property.type === 'Identifier' &&
    test.property.name === 'main'
  );
}

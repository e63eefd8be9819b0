/** What the translator asks about a piece of TypeScript. */
import ts from 'typescript';

/** Without brackets, casts and `!`, which are for the compiler. */
export function stripped(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** Whether a function must be written with statements: something in it is. */
export function needsStatements(node: ts.Node): boolean {
  let found = false;
  const visit = (inner: ts.Node): void => {
    if (found) return;
    if (ts.isArrowFunction(inner) && (ts.isBlock(inner.body) || inner.parameters.some((one) => one.initializer))) found = true; // prettier-ignore
    if (ts.isBinaryExpression(inner) && /^[^=!<>]*=$/.test(ts.tokenToString(inner.operatorToken.kind) ?? '')) found = true; // prettier-ignore
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

export const privateName = (name: ts.PropertyName | ts.MemberName): string =>
  ts.isPrivateIdentifier(name) ? `_${name.text.slice(1)}` : (name as ts.Identifier).text;

export const isLogical = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind);

export function isBracketed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return false;
  }
  return true;
}

export const isSafeDivisor = (node: ts.Expression): boolean => {
  const inner = stripped(node);
  return ts.isNumericLiteral(inner) && Number(inner.text) !== 0;
};

export const stepBack = (end: string, by: 1 | -1): string => (/^\d+$/.test(end) ? String(Number(end) - by) : `${end} ${by === 1 ? '-' : '+'} 1`); // prettier-ignore

export function scopeOf(symbol: ts.Symbol): ts.Node | undefined {
  let node: ts.Node | undefined = symbol.declarations?.[0]?.parent;
  while (node && !ts.isBlock(node) && !ts.isFunctionLike(node) && !ts.isForStatement(node) && !ts.isForOfStatement(node)) node = node.parent; // prettier-ignore
  return node;
}

export function isWithin(node: ts.Node, scope: ts.Node | undefined): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (at === scope) return true;
  return false;
}

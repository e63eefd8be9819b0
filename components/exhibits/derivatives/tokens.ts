/** The pieces of an expression's text: numbers, names and signs, each with where it starts. */
export interface Token {
  kind: 'number' | 'name' | 'sign' | 'end';
  text: string;
  /** 0-based place in the text. */
  at: number;
}

/** What is wrong with an expression. `found` is a piece of its text; "" is its end. */
export type Problem =
  | { kind: 'unknown-sign'; found: string }
  | { kind: 'too-much'; found: string }
  | { kind: 'sign-expected'; expected: string; found: string }
  | { kind: 'value-expected'; found: string }
  | { kind: 'unknown-name'; found: string }
  | { kind: 'arguments'; name: string; expected: number; found: number };

/** An expression that cannot be read, and where. */
export class ExpressionError extends Error {
  readonly problem: Problem;
  /** 0-based place in the text. */
  readonly at: number;

  constructor(problem: Problem, at: number) {
    super(JSON.stringify(problem));
    this.problem = problem;
    this.at = at;
  }
}

const patterns: [kind: Token['kind'], pattern: RegExp][] = [
  ['number', /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/],
  ['name', /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/],
  ['sign', /^(?:\*\*|<=|>=|===|!==|==|!=|=>|&&|\|\||[-+*/()<>?:,!])/],
];

/** @throws ExpressionError at a character that no expression has. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const found = patterns
      .map(([kind, pattern]) => ({ kind, match: pattern.exec(rest)?.[0] }))
      .find(({ match }) => match !== undefined);
    if (!found) {
      throw new ExpressionError({ kind: 'unknown-sign', found: rest[0]! }, at);
    }
    tokens.push({ kind: found.kind, text: found.match!, at });
    at += found.match!.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

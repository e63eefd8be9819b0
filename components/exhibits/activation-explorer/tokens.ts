/** The pieces of an expression's text: numbers, names and signs, each with where it starts. */
export interface Token {
  kind: 'number' | 'name' | 'sign' | 'end';
  text: string;
  /** 0-based place in the text. */
  at: number;
}

/** What is wrong with an expression, in words a reader can act on, and where. */
export class ExpressionError extends Error {
  /** 0-based place in the text. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
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
      const hint = rest[0] === '^' ? 'for a power, write **' : 'expected a number, a name or a sign';
      throw new ExpressionError(`“${rest[0]}” cannot be read here: ${hint}.`, at);
    }
    tokens.push({ kind: found.kind, text: found.match!, at });
    at += found.match!.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

/**
 * Formulas of one argument, read from text without running it as code. The grammar is JavaScript's, as far as
 * activation functions need it, from the loosest to the tightest:
 *
 *     choice      or ("?" choice ":" choice)?
 *     or          and ("||" and)*
 *     and         comparison ("&&" comparison)*
 *     comparison  sum (("<" | "<=" | ">" | ">=" | "==" | "===" | "!=" | "!==") sum)*
 *     sum         product (("+" | "-") product)*
 *     product     signed (("*" | "/") signed)*
 *     signed      ("-" | "+" | "!") signed | power
 *     power       atom ("**" signed)?
 *     atom        number | x | PI | E | name "(" choice ("," choice)* ")" | "(" choice ")"
 *
 * It differs from JavaScript in two harmless points: a truth value is always 1 or 0, and -x ** 2 is -(x ** 2),
 * as in Python, where JavaScript refuses it. `x =>` may stand in front, and names may start with `Math.`.
 */
import { ExpressionError, type Problem, type Token, tokensOf } from './tokens.ts';

export { ExpressionError } from './tokens.ts';

export type Formula = (x: number) => number;

const functions: Record<string, { arity: number | 'any'; apply: (...values: number[]) => number }> = {
  exp: { arity: 1, apply: Math.exp },
  expm1: { arity: 1, apply: Math.expm1 },
  log: { arity: 1, apply: Math.log },
  log1p: { arity: 1, apply: Math.log1p },
  sqrt: { arity: 1, apply: Math.sqrt },
  tanh: { arity: 1, apply: Math.tanh },
  sin: { arity: 1, apply: Math.sin },
  cos: { arity: 1, apply: Math.cos },
  atan: { arity: 1, apply: Math.atan },
  abs: { arity: 1, apply: Math.abs },
  sign: { arity: 1, apply: Math.sign },
  pow: { arity: 2, apply: Math.pow },
  max: { arity: 'any', apply: Math.max },
  min: { arity: 'any', apply: Math.min },
};

const constants: Record<string, number> = { PI: Math.PI, E: Math.E };

/** The names under which a formula may call its argument: what is given may be an x, a z or an activation. */
const argumentNames = ['x', 'z', 'a'];

/**
 * Reads a formula.
 *
 * @throws ExpressionError with the place of the first thing that cannot be read.
 */
export function readFormula(text: string): Formula {
  const reader = new Reader(tokensOf(text.replace(/;\s*$/, '')));
  return reader.formula();
}

class Reader {
  private readonly tokens: Token[];
  private next = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  formula(): Formula {
    this.skipArrow();
    const value = this.choice();
    if (this.token.kind !== 'end') {
      throw this.error({ kind: 'too-much', found: this.token.text });
    }
    return value;
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private error(problem: Problem, at = this.token.at): ExpressionError {
    return new ExpressionError(problem, at);
  }

  private take(...texts: string[]): string | undefined {
    const { kind, text } = this.token;
    if (kind !== 'sign' || !texts.includes(text)) return undefined;
    this.next++;
    return text;
  }

  private expect(text: string): void {
    if (this.take(text)) return;
    throw this.error({ kind: 'sign-expected', expected: text, found: this.token.text });
  }

  /** `x =>` or `(x) =>` in front of the formula. */
  private skipArrow(): void {
    const texts = this.tokens.slice(0, 4).map((token) => token.text);
    if (texts[1] === '=>' && argumentNames.includes(texts[0]!)) this.next = 2;
    else if (texts[0] === '(' && texts[2] === ')' && texts[3] === '=>') this.next = 4;
  }

  private choice(): Formula {
    const condition = this.or();
    if (!this.take('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return (x) => (isTrue(condition(x)) ? yes(x) : no(x));
  }

  private or(): Formula {
    let left = this.and();
    while (this.take('||')) {
      const [a, b] = [left, this.and()];
      left = (x) => Number(isTrue(a(x)) || isTrue(b(x)));
    }
    return left;
  }

  private and(): Formula {
    let left = this.comparison();
    while (this.take('&&')) {
      const [a, b] = [left, this.comparison()];
      left = (x) => Number(isTrue(a(x)) && isTrue(b(x)));
    }
    return left;
  }

  private comparison(): Formula {
    let left = this.sum();
    for (
      let sign = this.take(...Object.keys(comparisons));
      sign;
      sign = this.take(...Object.keys(comparisons))
    ) {
      const [a, b, compare] = [left, this.sum(), comparisons[sign]!];
      left = (x) => Number(compare(a(x), b(x)));
    }
    return left;
  }

  private sum(): Formula {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const [a, b] = [left, this.product()];
      left = sign === '+' ? (x) => a(x) + b(x) : (x) => a(x) - b(x);
    }
    return left;
  }

  private product(): Formula {
    let left = this.signed();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      const [a, b] = [left, this.signed()];
      left = sign === '*' ? (x) => a(x) * b(x) : (x) => a(x) / b(x);
    }
    return left;
  }

  private signed(): Formula {
    const sign = this.take('-', '+', '!');
    if (!sign) return this.power();
    const value = this.signed();
    if (sign === '-') return (x) => -value(x);
    if (sign === '!') return (x) => Number(!isTrue(value(x)));
    return value;
  }

  private power(): Formula {
    const base = this.atom();
    if (!this.take('**')) return base;
    const exponent = this.signed();
    return (x) => base(x) ** exponent(x);
  }

  private atom(): Formula {
    const token = this.token;
    if (token.kind === 'number') {
      this.next++;
      const value = Number(token.text);
      return () => value;
    }
    if (token.kind === 'name') return this.named(token);
    if (this.take('(')) {
      const value = this.choice();
      this.expect(')');
      return value;
    }
    throw this.error({ kind: 'value-expected', found: token.text });
  }

  private named(token: Token): Formula {
    this.next++;
    const name = token.text.replace(/^(?:Math|math|np)\./, '');
    if (argumentNames.includes(name)) return (x) => x;
    if (Object.hasOwn(constants, name)) {
      const value = constants[name]!;
      return () => value;
    }
    if (!Object.hasOwn(functions, name)) {
      throw this.error({ kind: 'unknown-name', found: token.text }, token.at);
    }
    const { arity, apply } = functions[name]!;
    this.expect('(');
    const values = [this.choice()];
    while (this.take(',')) values.push(this.choice());
    this.expect(')');
    if (arity !== 'any' && values.length !== arity) {
      throw this.error({ kind: 'arguments', name, expected: arity, found: values.length }, token.at);
    }
    return (x) => apply(...values.map((value) => value(x)));
  }
}

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '===': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '!==': (a, b) => a !== b,
};

/** As in JavaScript, 0 and NaN are false. */
function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}

/** What each language has its own way of: all that the walk over the checks leaves to it. */
import ts from 'typescript';

/** What an array's method does, in whose place a language has a form of its own. */
export type Each = 'map' | 'filter' | 'every' | 'some' | 'flatMap' | 'find' | 'findIndex';

/** A function's parameters by name; those that were taken apart are looked up where they are used. */
export interface Parameters {
  names: string[];
  /** Lines at the function's head: defaults, and what is taken apart. */
  prologue: string[];
}

export interface Loop {
  item: string;
  index: string | undefined;
  list: string;
  body: string[];
}

/** The variables of a function that is being written. */
export interface Frame {
  declared: Map<string, ts.Symbol>;
  own: Set<ts.Symbol>;
  assigned: Set<ts.Symbol>;
}

export type Callback = ts.ArrowFunction | ts.FunctionExpression;
export type Callable = Callback | ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration | ts.GetAccessorDeclaration; // prettier-ignore

export abstract class Dialect {
  protected abstract readonly none: string;
  protected abstract readonly yes: string;
  protected abstract readonly no: string;
  protected abstract readonly reserved: ReadonlySet<string>;
  /** Without brackets around the whole. */
  protected abstract bare(text: string): string;
  protected abstract comment(text: string): string;
  protected abstract topName(name: string): string;
  protected abstract topValue(name: string, value: string): string[];
  protected abstract topFunction(name: string, parameters: string[], body: string[]): string[];
  protected abstract setUp(name: string, value: string, node: ts.Node): string[];
  protected abstract declareEmpty(name: string): string[];
  protected abstract localFunction(
    name: string,
    parameters: string[],
    body: string[],
    node: ts.Node,
  ): string[];
  protected abstract functionValue(node: Callback): string;
  protected abstract classOf(name: string, members: { method: string; parameters: string[]; body: string[] }[]): string[]; // prettier-ignore
  protected abstract newObject(className: string, values: string[]): string;
  protected abstract methodCall(object: string, method: string, values: string[]): string;
  protected abstract ifElse(condition: string, then: string[], otherwise: string[] | undefined): string[];
  protected abstract whileLoop(condition: string, body: string[]): string[];
  protected abstract eachLoop(loop: Loop): string[];
  protected abstract countLoop(name: string, from: string, to: string, by: 1 | -1, body: string[]): string[];
  protected abstract leave(kind: 'break' | 'continue'): string[];
  protected abstract giveBack(value: string | undefined): string[];
  protected abstract not(value: string): string;
  protected abstract isSomething(value: string, negated: boolean): string;
  protected abstract equals(left: string, right: string, negated: boolean, isObject: boolean): string;
  protected abstract choose(condition: string, then: string, otherwise: string, isThenTrue: boolean): string;
  protected abstract otherwise(
    value: string,
    fallback: string,
    isCheap: boolean,
    mayBeFalse: boolean,
  ): string;
  protected abstract chain(head: string, name: string, rest: string): string;
  protected abstract index(list: string, index: string): string;
  protected abstract safeIndex(list: string, index: string): string;
  protected abstract lookUp(record: string, key: string): string;
  protected abstract putIn(record: string, key: string, value: string): string;
  protected abstract list(items: { text: string; isSpread: boolean }[]): string;
  protected abstract record(items: ({ name: string; value: string } | { key: string; value: string } | { spread: string })[]): string; // prettier-ignore
  protected abstract each(kind: Each, list: string, callback: ts.Expression): string;
  protected abstract lengthOf(list: string): string;
  protected abstract text_(parts: string[]): string;
  protected abstract assign(target: string, operator: string, value: string): string[];
  protected abstract divide(left: string, right: string, isSafe: boolean): string;
  protected abstract power(base: string, exponent: string): string;
  protected abstract rangeOf(count: string, callback: ts.Expression): string;
  protected abstract pushAll(list: string, items: string): string;
  protected abstract optionalParameter(name: string): string;
  protected abstract functionReference(name: string): string;

  // What is the same in both

  protected literal(node: ts.Expression): string {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return this.yes;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return this.no;
    if (ts.isNumericLiteral(node)) return node.getText().replaceAll('_', '');
    return JSON.stringify((node as ts.StringLiteral).text);
  }

  protected helper(name: string, values: string[]): string {
    if (/^(NaN|Infinity|EPSILON|MINUS_ZERO)$/.test(name)) return `_${name.toUpperCase()}`;
    return `_${name}(${values.map((value) => this.bare(value)).join(', ')})`;
  }

  protected truthOf(value: string): string {
    return `_truth(${value})`;
  }

  protected both(left: string, right: string): string {
    return `${left} and ${right}`;
  }

  protected either(left: string, right: string): string {
    return `${left} or ${right}`;
  }

  // What the walk itself brings

  protected abstract expression(node: ts.Expression): string;
  protected abstract block(statements: readonly ts.Statement[]): string[];
  /** The lines of a statement behind those that must stand before it. */
  protected abstract complete(write: () => string[]): string[];
  protected abstract unknown(node: ts.Node): Error;
}

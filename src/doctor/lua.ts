/** The checks in Lua, 5.1 to 5.4 and LuaJIT: plain objects are tables, lists are tables that hold their length as `n`. */
import ts from 'typescript';
import { isBracketed, needsStatements } from './syntax.ts';
import { Translator } from './translator.ts';
import type { Callback, Each, Loop } from './dialect.ts';

const keywords = 'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'; // prettier-ignore
const used = 'self lab math table string pairs ipairs next type select print error pcall stopped item';

/** `break` and `continue` until their loop is written. */
const [breakMark, continueMark] = ['@break@', '@continue@'];

export class LuaTranslator extends Translator {
  protected readonly none = 'nil';
  protected readonly yes = 'true';
  protected readonly no = 'false';
  protected readonly reserved = new Set(`${keywords} ${used}`.split(' '));
  /** What a function uses before the line that gives it: it is declared at the head of its block. */
  private readonly early = new Set<ts.Symbol>();

  protected bare(text: string): string {
    return bare(text);
  }

  protected comment(text: string): string {
    return `-- ${text}`.trimEnd();
  }

  protected topName(name: string): string {
    return `lab.${this.escaped(name)}`;
  }

  protected topValue(name: string, value: string): string[] {
    return [`${name} = ${bare(value)}`];
  }

  protected topFunction(name: string, parameters: string[], body: string[]): string[] {
    return [`function ${name}(${parameters.join(', ')})`, ...indented(body), 'end'];
  }

  protected setUp(name: string, value: string, node: ts.Node): string[] {
    return [`${this.isEarly(node) ? '' : 'local '}${name} = ${bare(value)}`];
  }

  private isEarly(node: ts.Node): boolean {
    const symbol = ts.isIdentifier(node) ? this.checker.getSymbolAtLocation(node) : undefined;
    return symbol !== undefined && this.early.has(symbol);
  }

  protected declareEmpty(name: string): string[] {
    return [`local ${name}`];
  }

  protected localFunction(name: string, parameters: string[], body: string[], node: ts.Node): string[] {
    const own = ts.isFunctionDeclaration(node) ? node.name! : node;
    const head = this.isEarly(own) ? 'function' : 'local function';
    return [`${head} ${name}(${parameters.join(', ')})`, ...indented(body), 'end'];
  }

  protected override block(statements: readonly ts.Statement[]): string[] {
    const functions = statements.filter(ts.isFunctionDeclaration);
    const ordered = [...functions, ...statements.filter((statement) => !ts.isFunctionDeclaration(statement))];
    const early: ts.Symbol[] = [];
    ordered.forEach((statement, at) => {
      const later = new Set(ordered.slice(at + 1).flatMap((one) => this.declaredIn(one)));
      const visit = (node: ts.Node, isInFunction: boolean): void => {
        if (isInFunction && ts.isIdentifier(node)) {
          const symbol = this.symbolOf(node);
          if (symbol && later.has(symbol) && !early.includes(symbol)) early.push(symbol);
        }
        ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)));
      };
      visit(statement, ts.isFunctionDeclaration(statement));
    });
    for (const symbol of early) this.early.add(symbol);
    const lines = super.block(statements);
    return early.length > 0
      ? [`local ${early.map(({ name }) => this.escaped(name)).join(', ')}`, ...lines]
      : lines;
  }

  private declaredIn(statement: ts.Statement): ts.Symbol[] {
    if (ts.isFunctionDeclaration(statement)) return [this.checker.getSymbolAtLocation(statement.name!)!];
    if (!ts.isVariableStatement(statement)) return [];
    const names = (name: ts.BindingName): ts.Symbol[] =>
      ts.isIdentifier(name)
        ? [this.checker.getSymbolAtLocation(name)!]
        : name.elements.flatMap((element) => (ts.isBindingElement(element) ? names(element.name) : []));
    return statement.declarationList.declarations.flatMap(({ name }) => names(name));
  }

  protected functionValue(node: Callback): string {
    if (!needsStatements(node))
      return this.inline(node, (names, body) => `function(${names.join(', ')}) return ${bare(body)} end`);
    const { parameters, body } = this.whole(node);
    return [`function(${parameters.join(', ')})`, ...indented(body), 'end'].join('\n');
  }

  protected classOf(
    name: string,
    members: { method: string; parameters: string[]; body: string[] }[],
  ): string[] {
    return [
      `${name} = {}`,
      `${name}.__index = ${name}`,
      ...members.flatMap(({ method, parameters, body }) => {
        const head = `function ${name}${method === 'new' ? '.' : ':'}${method}(${parameters.join(', ')})`;
        const lines =
          method === 'new' ? [`local self = setmetatable({}, ${name})`, ...body, 'return self'] : body;
        return ['', head, ...indented(lines), 'end'];
      }),
    ];
  }

  protected newObject(className: string, values: string[]): string {
    return `${className}.new(${values.join(', ')})`;
  }

  protected methodCall(object: string, method: string, values: string[]): string {
    return `${object}:${method}(${values.join(', ')})`;
  }

  protected ifElse(condition: string, then: string[], otherwise?: string[]): string[] {
    const head = `if ${bare(condition)} then`;
    if (otherwise === undefined) return [head, ...indented(then), 'end'];
    const isChain = otherwise[0]?.startsWith('if ') && otherwise.findIndex((line) => line === 'end') === otherwise.length - 1; // prettier-ignore
    return isChain
      ? [head, ...indented(then), `else${otherwise[0]!}`, ...otherwise.slice(1)]
      : [head, ...indented(then), 'else', ...indented(otherwise), 'end'];
  }

  protected whileLoop(condition: string, body: string[]): string[] {
    return looped(`while ${bare(condition)} do`, body);
  }

  protected eachLoop({ item, index, list, body }: Loop): string[] {
    return looped(`for ${index ?? '_'}, ${item} in _each(${bare(list)}) do`, body);
  }

  protected countLoop(name: string, from: string, to: string, by: 1 | -1, body: string[]): string[] {
    return looped(`for ${name} = ${from}, ${to}${by === 1 ? '' : ', -1'} do`, body);
  }

  protected leave(kind: 'break' | 'continue'): string[] {
    return [kind === 'break' ? breakMark : continueMark];
  }

  protected giveBack(value: string | undefined): string[] {
    return [value === undefined ? 'return' : `return ${bare(value)}`];
  }

  protected not(value: string): string {
    return `not ${/[ ]/.test(value) && !value.startsWith('(') ? `(${value})` : value}`;
  }

  protected isSomething(value: string, negated: boolean): string {
    return `${value} ${negated ? '==' : '~='} nil`;
  }

  protected equals(left: string, right: string, negated: boolean): string {
    return `${left} ${negated ? '~=' : '=='} ${right}`;
  }

  protected choose(condition: string, then: string, otherwise: string, isThenTrue: boolean): string {
    return isThenTrue
      ? `(${guarded(condition)} and ${guarded(then)} or ${guarded(otherwise)})`
      : `_choose(${bare(condition)}, function() return ${bare(then)} end, function() return ${bare(otherwise)} end)`;
  }

  protected otherwise(value: string, fallback: string, isCheap: boolean, mayBeFalse: boolean): string {
    if (!mayBeFalse) return `(${value} or ${fallback})`;
    return isCheap
      ? `_default(${value}, ${fallback})`
      : `_default_of(${value}, function() return ${fallback} end)`;
  }

  protected chain(head: string, name: string, rest: string): string {
    if (/^[\w.]+$/.test(head)) return `(${head} and ${guarded(rest)})`;
    return `_chain(${head}, function(${name}) return ${bare(rest)} end)`;
  }

  protected index(list: string, index: string): string {
    const own = bare(index);
    if (/^\d+$/.test(own)) return `${list}[${Number(own) + 1}]`;
    return / - 1$/.test(own) ? `${list}[${own.slice(0, -4)}]` : `${list}[${own} + 1]`;
  }

  protected safeIndex(list: string, index: string): string {
    return index === '-1' ? `_at(${list}, -1)` : this.index(list, index);
  }

  protected lookUp(record: string, key: string): string {
    return `${record}[${key}]`;
  }

  protected putIn(record: string, key: string, value: string): string {
    return `${record}[${key}] = ${value}`;
  }

  protected list(items: { text: string; isSpread: boolean }[]): string {
    const plain = (own: string[]): string =>
      `{ n = ${own.length}${own.map((text) => `, ${bare(text)}`).join('')} }`;
    if (!items.some(({ isSpread }) => isSpread)) return plain(items.map(({ text }) => text));
    const parts: string[] = [];
    let own: string[] = [];
    const end = (): void => {
      if (own.length > 0) parts.push(plain(own));
      own = [];
    };
    for (const { text, isSpread } of items)
      if (isSpread) {
        end();
        parts.push(bare(text));
      } else own.push(text);
    end();
    return `_joined(${parts.join(', ')})`;
  }

  protected record(
    items: ({ name: string; value: string } | { key: string; value: string } | { spread: string })[],
  ): string {
    const parts: string[] = [];
    let fields: string[] = [];
    const end = (): void => {
      if (fields.length > 0) parts.push(`{ ${fields.join(', ')} }`);
      fields = [];
    };
    for (const item of items)
      if ('spread' in item) {
        end();
        parts.push(bare(item.spread));
      } else
        fields.push(
          'key' in item ? `[${item.key}] = ${bare(item.value)}` : `${item.name} = ${bare(item.value)}`,
        );
    end();
    if (parts.length === 0) return '{}';
    return parts.length === 1 && parts[0]!.startsWith('{') ? parts[0]! : `_merged(${parts.join(', ')})`;
  }

  protected each(kind: Each, list: string, callback: ts.Expression): string {
    return `_${kind}(${bare(list)}, ${this.expression(callback)})`;
  }

  protected rangeOf(count: string, callback: ts.Expression): string {
    return `_from(${bare(count)}, ${this.expression(callback)})`;
  }

  protected lengthOf(list: string): string {
    return list.startsWith('{') ? `(${list}).n` : `${list}.n`;
  }

  protected text_(parts: string[]): string {
    return parts.filter((part) => part !== '""').join(' .. ');
  }

  protected assign(target: string, operator: string, value: string): string[] {
    if (operator === '=') return [`${target} = ${bare(value)}`];
    return [`${target} = ${target} ${operator[0]!} ${guarded(value)}`];
  }

  protected divide(left: string, right: string): string {
    return `${left} / ${right}`;
  }

  protected power(base: string, exponent: string): string {
    return `${base} ^ ${exponent}`;
  }

  protected pushAll(list: string, items: string): string {
    return `_push_all(${list}, ${bare(items)})`;
  }

  protected optionalParameter(name: string): string {
    return name;
  }

  protected functionReference(name: string): string {
    return `_${name}`;
  }
}

const indented = (lines: string[]): string[] =>
  lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : `  ${line}`));

/** A loop with its `break` and `continue`, of which the language has only the first. */
function looped(head: string, body: string[]): string[] {
  const lines = body.flatMap((line) => line.split('\n'));
  const has = (mark: string): boolean => lines.some((line) => line.trim() === mark);
  const put = (mark: string, text: string, all: string[]): string[] =>
    all.map((line) => (line.trim() === mark ? line.replace(mark, text) : line));
  if (!has(continueMark)) return [head, ...indented(put(breakMark, 'break', lines)), 'end'];
  const isStopped = has(breakMark);
  const inner = put(continueMark, 'break', put(breakMark, 'stopped = true break', lines));
  const wrapped = [
    'repeat',
    ...indented(inner),
    'until true',
    ...(isStopped ? ['if stopped then break end'] : []),
  ];
  const loop = [head, ...indented(wrapped), 'end'];
  return isStopped ? ['do', ...indented(['local stopped = false', ...loop]), 'end'] : loop;
}

function bare(text: string): string {
  return isBracketed(text) ? text.slice(1, -1) : text;
}

/** In brackets where it is made of several. */
function guarded(text: string): string {
  return / (and|or) /.test(text) && !isBracketed(text) ? `(${text})` : text;
}

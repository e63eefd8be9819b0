/** The names of things, what is taken apart where it comes in, and the inside of functions. */
import ts from 'typescript';
import { Dialect } from './dialect.ts';
import type { Callable, Callback, Frame, Parameters } from './dialect.ts';
import type { LabSource } from './lab-source.ts';
import { isWithin, scopeOf } from './syntax.ts';

export abstract class Naming extends Dialect {
  protected readonly lab: LabSource;
  protected readonly checker: ts.TypeChecker;
  protected frames: Frame[] = [];
  /** Lines that must stand before the statement that is being written. */
  protected before: string[] = [];
  /** What a `return` stands for: within a loop made of `forEach` it goes on to the next. */
  protected returns: ('return' | 'continue')[] = ['return'];
  protected readonly paths = new Map<ts.Symbol, string>();
  protected readonly renamed = new Map<ts.Symbol, string>();
  protected taken = new Set<string>();
  protected readonly active: string[] = [];

  constructor(lab: LabSource) {
    super();
    this.lab = lab;
    this.checker = lab.checker;
  }

  protected nameOf(node: ts.Identifier): string {
    const symbol = this.symbolOf(node);
    if (!symbol) return this.escaped(node.text);
    const path = this.paths.get(symbol);
    if (path !== undefined) return path;
    const top = this.lab.nameOf(symbol);
    if (top !== undefined) return this.topName(top);
    const name = this.renamed.get(symbol);
    if (name !== undefined) return name;
    const written = symbol.declarations ?? [];
    // What JavaScript brings by itself another language does not have.
    if (written.length > 0 && written.every((one) => one.getSourceFile().isDeclarationFile))
      throw this.unknown(node);
    return this.escaped(node.text);
  }

  protected symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  protected escaped(name: string): string {
    return this.reserved.has(name) ? `${name}_` : name;
  }

  /** The name of a variable where it is declared; another where its function has one of that name already. */
  protected declared(node: ts.Identifier): string {
    const symbol = this.checker.getSymbolAtLocation(node)!;
    const frame = this.frames.at(-1);
    if (!frame) return this.escaped(node.text);
    frame.own.add(symbol);
    let name = this.escaped(node.text);
    const other = frame.declared.get(name);
    if (other && other !== symbol && isWithin(node, scopeOf(other))) {
      name = this.fresh(`${node.text}_`);
      this.renamed.set(symbol, name);
    }
    frame.declared.set(name, symbol);
    return name;
  }

  /** A name that nothing in the file has. */
  protected fresh(name: string): string {
    let tried = name;
    for (let n = 2; this.taken.has(tried) || this.active.includes(tried) || this.reserved.has(tried); n++)
      tried = `${name}${n}`;
    return tried;
  }

  /** Does something while a name is in use. */
  protected withName<T>(name: string, action: (name: string) => T): T {
    const own = this.fresh(name);
    this.active.push(own);
    try {
      return action(own);
    } finally {
      this.active.pop();
    }
  }

  /** A name for a thing that is taken apart where it comes in: that of its type. */
  protected nameForType(node: ts.Node): string {
    const type = this.checker.getTypeAtLocation(node);
    const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
    return /^[A-Z][A-Za-z]+$/.test(name) && !/^(Array|Map|Set|Pick|Omit|ReadonlyArray)$/.test(name)
      ? this.escaped(name[0]!.toLowerCase() + name.slice(1))
      : 'it';
  }

  /** Names of a pattern are looked up at their places in the value. */
  protected bindPaths(pattern: ts.BindingName, path: string): void {
    if (ts.isIdentifier(pattern)) {
      this.paths.set(this.checker.getSymbolAtLocation(pattern)!, path);
      return;
    }
    for (const [name, place] of this.places(pattern, path)) this.bindPaths(name, place);
  }

  /** What a pattern takes out of a value, and where it stands there. */
  protected places(pattern: ts.BindingPattern, path: string): [ts.BindingName, string][] {
    return pattern.elements.flatMap((element, at): [ts.BindingName, string][] => {
      if (ts.isOmittedExpression(element)) return [];
      if (element.dotDotDotToken) {
        const others = pattern.elements.flatMap((one) =>
          ts.isBindingElement(one) && one !== element ? [`'${(one.name as ts.Identifier).text}'`] : [],
        );
        return [[element.name, this.helper('without', [path, ...others])]];
      }
      const type = this.checker.getTypeAtLocation(pattern);
      const isTuple = this.checker.isTupleType(type);
      const isList = isTuple || this.checker.isArrayType(type);
      const own = ts.isArrayBindingPattern(pattern)
        ? isTuple
          ? this.index(path, String(at))
          : this.safeIndex(path, String(at))
        : isList && (element.propertyName ?? element.name).getText() === 'length'
          ? this.lengthOf(path)
          : this.member(path, ((element.propertyName ?? element.name) as ts.Identifier).text);
      const { initializer } = element;
      const place = initializer ? this.otherwise(own, this.expression(initializer), true, false) : own;
      return [[element.name, place]];
    });
  }

  protected member(path: string, name: string): string {
    return `${path}.${this.escaped(name)}`;
  }

  /** Writes a function's inside with variables of its own. */
  protected inside<T>(action: () => T): { made: T; outer: ts.Symbol[] } {
    const frame: Frame = { declared: new Map(), own: new Set(), assigned: new Set() };
    this.frames.push(frame);
    this.returns.push('return');
    const { before } = this;
    this.before = [];
    const made = action();
    this.before = before;
    this.returns.pop();
    this.frames.pop();
    const outer = [...frame.assigned].filter((symbol) => !frame.own.has(symbol));
    for (const symbol of outer) this.frames.at(-1)?.assigned.add(symbol);
    return { made, outer };
  }

  protected parameters(nodes: readonly ts.ParameterDeclaration[]): Parameters {
    const names: string[] = [];
    const prologue: string[] = [];
    for (const { name, initializer, questionToken } of nodes) {
      const own = ts.isIdentifier(name) ? this.declared(name) : this.fresh(this.nameForType(name));
      names.push(initializer || questionToken ? this.optionalParameter(own) : own);
      if (initializer) {
        const value = this.expression(initializer);
        prologue.push(...this.ifElse(this.isSomething(own, true), this.assign(own, '=', value), undefined));
      }
      if (!ts.isIdentifier(name)) prologue.push(...this.takeApart(name, own));
    }
    return { names, prologue };
  }

  /** Declares what a pattern takes out of a value. */
  protected takeApart(pattern: ts.BindingPattern, path: string): string[] {
    return this.places(pattern, path).flatMap(([name, place]) => {
      if (ts.isIdentifier(name)) return this.setUp(this.declared(name), place, name);
      if (/^[\w.]+$/.test(place)) return this.takeApart(name, place);
      const own = this.fresh(this.nameForType(name));
      return [...this.setUp(own, place, name), ...this.takeApart(name, own)];
    });
  }

  /** @returns the whole of a function: its parameters and lines. */
  protected whole(node: Callable): { parameters: string[]; body: string[]; outer: ts.Symbol[] } {
    const { made, outer } = this.inside(() => {
      const { names, prologue } = this.parameters(node.parameters);
      const { body } = node;
      if (!body) throw this.unknown(node);
      const lines = ts.isBlock(body) ? this.block(body.statements) : this.returned(body);
      return { names, lines: [...prologue, ...lines] };
    });
    return { parameters: made.names, body: this.withOuter(made.lines, outer), outer };
  }

  /** Says that variables of an outer function are set in an inner one, in a language that wants it said. */
  protected withOuter(lines: string[], outer: ts.Symbol[]): string[] {
    void outer;
    return lines;
  }

  protected returned(node: ts.Expression): string[] {
    return this.complete(() => this.giveBack(this.expression(node)));
  }

  /** An arrow's parameters as names for use in one expression, and that expression. */
  protected inline<T>(node: Callback, action: (names: string[], body: string) => T): T {
    const names: string[] = [];
    const start = this.active.length;
    for (const { name } of node.parameters) {
      if (ts.isIdentifier(name)) names.push(this.escaped(name.text));
      else {
        const own = this.fresh(this.nameForType(name));
        this.active.push(own);
        this.bindPaths(name, own);
        names.push(own);
      }
    }
    const made = action(names, this.expression(node.body as ts.Expression));
    this.active.length = start;
    return made;
  }
}

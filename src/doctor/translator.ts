/**
 * TypeScript in the manner of the lab's checks, put into another language: the walk over statements and expressions that both
 * languages share. It knows what the checks are written with (plain data, arrays and their methods, Map and Set, one class) and
 * stops, naming the file and line, at whatever it does not know.
 */
import ts from 'typescript';
import type { LabFile, LabSource } from './lab-source.ts';

/** What an array's method does, in whose place a language has a form of its own. */
export type Each = 'map' | 'filter' | 'every' | 'some' | 'flatMap' | 'find' | 'findIndex' | 'findLastIndex';
const eachMethods = new Set<string>(['map', 'filter', 'every', 'some', 'flatMap', 'find', 'findIndex']);

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
interface Frame {
  declared: Map<string, ts.Symbol>;
  own: Set<ts.Symbol>;
  assigned: Set<ts.Symbol>;
}

export type Callback = ts.ArrowFunction | ts.FunctionExpression;
type Callable = Callback | ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration | ts.GetAccessorDeclaration; // prettier-ignore

export abstract class Translator {
  protected readonly lab: LabSource;
  protected readonly checker: ts.TypeChecker;
  protected frames: Frame[] = [];
  /** Lines that must stand before the statement that is being written. */
  protected before: string[] = [];
  /** What a `return` stands for: within a loop made of `forEach` it goes on to the next. */
  #returns: ('return' | 'continue')[] = ['return'];
  readonly #paths = new Map<ts.Symbol, string>();
  readonly #renamed = new Map<ts.Symbol, string>();
  readonly #overrides = new Map<ts.Node, string>();
  readonly #handled = new Set<ts.Node>();
  #taken = new Set<string>();
  readonly #active: string[] = [];

  constructor(lab: LabSource) {
    this.lab = lab;
    this.checker = lab.checker;
  }

  /** All files, one after another. */
  text(): string {
    return this.lab.files.map((file) => this.#file(file)).join('\n');
  }

  // What each language has its own way of

  protected abstract readonly none: string;
  protected abstract readonly reserved: ReadonlySet<string>;
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
  protected abstract truthOf(value: string): string;
  protected abstract both(left: string, right: string): string;
  protected abstract either(left: string, right: string): string;
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
  protected abstract literal(node: ts.Expression): string;
  protected abstract helper(name: string, values: string[]): string;
  protected abstract rangeOf(count: string, callback: ts.Expression): string;
  protected abstract pushAll(list: string, items: string): string;
  protected abstract optionalParameter(name: string): string;
  protected abstract functionReference(name: string): string;

  // Names

  protected nameOf(node: ts.Identifier): string {
    const symbol = this.symbolOf(node);
    if (!symbol) return this.escaped(node.text);
    const path = this.#paths.get(symbol);
    if (path !== undefined) return path;
    const top = this.lab.nameOf(symbol);
    if (top !== undefined) return this.topName(top);
    return this.#renamed.get(symbol) ?? this.escaped(node.text);
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
      this.#renamed.set(symbol, name);
    }
    frame.declared.set(name, symbol);
    return name;
  }

  /** A name that nothing in the file has. */
  protected fresh(name: string): string {
    let tried = name;
    for (let n = 2; this.#taken.has(tried) || this.#active.includes(tried) || this.reserved.has(tried); n++)
      tried = `${name}${n}`;
    return tried;
  }

  /** Does something while a name is in use. */
  protected withName<T>(name: string, action: (name: string) => T): T {
    const own = this.fresh(name);
    this.#active.push(own);
    try {
      return action(own);
    } finally {
      this.#active.pop();
    }
  }

  /** A name for a thing that is taken apart where it comes in: that of its type. */
  #nameForType(node: ts.Node): string {
    const type = this.checker.getTypeAtLocation(node);
    const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
    return /^[A-Z][A-Za-z]+$/.test(name) && !/^(Array|Map|Set|Pick|Omit|ReadonlyArray)$/.test(name)
      ? this.escaped(name[0]!.toLowerCase() + name.slice(1))
      : 'it';
  }

  /** Names of a pattern are looked up at their places in the value. */
  protected bindPaths(pattern: ts.BindingName, path: string): void {
    if (ts.isIdentifier(pattern)) {
      this.#paths.set(this.checker.getSymbolAtLocation(pattern)!, path);
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

  // Functions

  /** Writes a function's inside with variables of its own. */
  protected inside<T>(action: () => T): { made: T; outer: ts.Symbol[] } {
    const frame: Frame = { declared: new Map(), own: new Set(), assigned: new Set() };
    this.frames.push(frame);
    this.#returns.push('return');
    const { before } = this;
    this.before = [];
    const made = action();
    this.before = before;
    this.#returns.pop();
    this.frames.pop();
    const outer = [...frame.assigned].filter((symbol) => !frame.own.has(symbol));
    for (const symbol of outer) this.frames.at(-1)?.assigned.add(symbol);
    return { made, outer };
  }

  protected parameters(nodes: readonly ts.ParameterDeclaration[]): Parameters {
    const names: string[] = [];
    const prologue: string[] = [];
    for (const { name, initializer, questionToken } of nodes) {
      const own = ts.isIdentifier(name) ? this.declared(name) : this.fresh(this.#nameForType(name));
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
      const own = this.fresh(this.#nameForType(name));
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
    const start = this.#active.length;
    for (const { name } of node.parameters) {
      if (ts.isIdentifier(name)) names.push(this.escaped(name.text));
      else {
        const own = this.fresh(this.#nameForType(name));
        this.#active.push(own);
        this.bindPaths(name, own);
        names.push(own);
      }
    }
    const made = action(names, this.expression(node.body as ts.Expression));
    this.#active.length = start;
    return made;
  }

  // Statements

  #file({ path, source }: LabFile): string {
    this.#taken = new Set<string>();
    const gather = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) this.#taken.add(node.text);
      ts.forEachChild(node, gather);
    };
    gather(source);
    const lines: string[] = [this.comment(path), ''];
    for (const statement of source.statements) {
      const own = this.#top(statement);
      const isFirst = statement === source.statements[0];
      if (own.length === 0 && !isFirst) continue;
      lines.push(...this.comments(statement, source), ...own, '');
    }
    return lines.join('\n');
  }

  #top(statement: ts.Statement): string[] {
    if (ts.isImportDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [];
    if (ts.isTypeAliasDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      if (this.lab.isByHand(statement.name!.text)) return [];
      const { parameters, body } = this.whole(statement);
      return this.topFunction(this.nameOf(statement.name!), parameters, body);
    }
    if (ts.isClassDeclaration(statement)) return this.#class(statement);
    if (!ts.isVariableStatement(statement)) throw this.unknown(statement);
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const own = this.nameOf(name as ts.Identifier);
      const value = stripped(initializer!);
      if (!ts.isArrowFunction(value)) return this.topValue(own, this.expression(value));
      const { parameters, body } = this.whole(value);
      return this.topFunction(own, parameters, body);
    });
  }

  #class(node: ts.ClassDeclaration): string[] {
    const fields = node.members.flatMap((member) => {
      if (!ts.isPropertyDeclaration(member)) return [];
      const value = member.initializer ? this.expression(member.initializer) : this.none;
      return this.assign(this.member('self', privateName(member.name)), '=', value);
    });
    const members = node.members.flatMap((member) => {
      if (ts.isPropertyDeclaration(member)) return [];
      if (!ts.isMethodDeclaration(member) && !ts.isConstructorDeclaration(member) && !ts.isGetAccessorDeclaration(member)) throw this.unknown(member); // prettier-ignore
      const { parameters, body } = this.whole(member);
      const said = this.comments(member, node.getSourceFile());
      if (ts.isConstructorDeclaration(member)) return [{ method: 'new', parameters, body: [...said, ...fields, ...body] }]; // prettier-ignore
      return [{ method: this.escaped(privateName(member.name)), parameters, body: [...said, ...body] }];
    });
    return this.classOf(this.nameOf(node.name!), members);
  }

  protected block(statements: readonly ts.Statement[]): string[] {
    // Functions are there before the first line of their block.
    const functions = statements.filter(ts.isFunctionDeclaration);
    const others = statements.filter((statement) => !ts.isFunctionDeclaration(statement));
    return [...functions, ...others].flatMap((statement) => {
      const lines = this.complete(() => this.statement(statement));
      return [...this.comments(statement, statement.getSourceFile()), ...lines];
    });
  }

  /** The lines of a statement behind those that must stand before it. */
  protected complete(write: () => string[]): string[] {
    const { before } = this;
    this.before = [];
    const lines = write();
    const all = [...this.before, ...lines];
    this.before = before;
    return all;
  }

  #branch(node: ts.Statement): string[] {
    return this.block(ts.isBlock(node) ? node.statements : [node]);
  }

  protected statement(node: ts.Statement): string[] {
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap((one) => this.#variable(one));
    if (ts.isExpressionStatement(node)) return this.effect(node.expression);
    if (ts.isReturnStatement(node)) {
      if (this.#returns.at(-1) === 'continue') return this.leave('continue');
      return this.giveBack(node.expression && this.expression(node.expression));
    }
    if (ts.isIfStatement(node)) {
      const condition = this.condition(node.expression);
      return this.ifElse(condition, this.#branch(node.thenStatement), node.elseStatement && this.#branch(node.elseStatement)); // prettier-ignore
    }
    if (ts.isForOfStatement(node)) return this.#forOf(node);
    if (ts.isForStatement(node)) return this.#for(node);
    if (ts.isWhileStatement(node)) {
      const condition = this.#alone(() => this.condition(node.expression), node);
      return this.whileLoop(
        condition,
        this.#looped(() => this.#branch(node.statement)),
      );
    }
    if (ts.isBreakStatement(node)) return this.leave('break');
    if (ts.isContinueStatement(node)) return this.leave('continue');
    if (ts.isInterfaceDeclaration(node)) return [];
    if (ts.isBlock(node)) return this.block(node.statements);
    if (ts.isFunctionDeclaration(node)) {
      const name = this.declared(node.name!);
      const { parameters, body } = this.whole(node);
      return this.localFunction(name, parameters, body, node);
    }
    throw this.unknown(node);
  }

  /** An expression that no line may stand before. */
  #alone(write: () => string, node: ts.Node): string {
    const count = this.before.length;
    const made = write();
    if (this.before.length > count) throw this.unknown(node);
    return made;
  }

  #looped(write: () => string[]): string[] {
    this.#returns.push('return');
    const lines = write();
    this.#returns.pop();
    return lines;
  }

  #variable({ name, initializer }: ts.VariableDeclaration): string[] {
    if (ts.isIdentifier(name)) {
      if (!initializer) return this.declareEmpty(this.declared(name));
      const value = stripped(initializer);
      if (ts.isArrowFunction(value)) {
        const own = this.declared(name);
        const { parameters, body } = this.whole(value);
        return this.localFunction(own, parameters, body, name);
      }
      const text = this.expression(value);
      return this.setUp(this.declared(name), text, name);
    }
    const value = stripped(initializer!);
    if (
      ts.isArrayBindingPattern(name) &&
      ts.isArrayLiteralExpression(value) &&
      !value.elements.some(ts.isSpreadElement)
    )
      // prettier-ignore
      return name.elements.flatMap((element, at) => {
        if (ts.isOmittedExpression(element)) return [];
        const text = this.expression(value.elements[at]!);
        return ts.isIdentifier(element.name)
          ? this.setUp(this.declared(element.name), text, element.name)
          : this.takeApart(element.name, text);
      });
    const text = this.expression(value);
    if (/^[\w.]+$/.test(text)) return this.takeApart(name, text);
    if (name.elements.length === 1) {
      const [[only, place]] = this.places(name, text) as [[ts.BindingName, string]];
      if (ts.isIdentifier(only)) return this.setUp(this.declared(only), place, only);
    }
    const own = this.fresh(this.#nameForType(name));
    return [...this.setUp(own, text, name), ...this.takeApart(name, own)];
  }

  #forOf(node: ts.ForOfStatement): string[] {
    const { name } = (node.initializer as ts.VariableDeclarationList).declarations[0]!;
    const over = stripped(node.expression);
    const isEntries =
      ts.isCallExpression(over) &&
      ts.isPropertyAccessExpression(over.expression) &&
      over.expression.name.text === 'entries' &&
      this.isArray(over.expression.expression);
    const list = this.expression(isEntries ? ((over as ts.CallExpression).expression as ts.PropertyAccessExpression).expression : over); // prettier-ignore
    const iterated = isEntries || this.isArray(over) ? list : this.helper('listOf', [list]);
    if (isEntries && ts.isArrayBindingPattern(name)) {
      const [index, item] = name.elements.map((element) => (element as ts.BindingElement).name);
      return this.#loop(iterated, item!, index, node.statement);
    }
    return this.#loop(iterated, name, undefined, node.statement);
  }

  #loop(
    list: string,
    item: ts.BindingName,
    index: ts.BindingName | undefined,
    body: ts.Statement | ts.Expression,
  ): string[] {
    // prettier-ignore
    const own = ts.isIdentifier(item) ? this.declared(item) : this.fresh(this.#nameForType(item));
    const counted = index && this.declared(index as ts.Identifier);
    const apart = ts.isIdentifier(item) ? [] : this.takeApart(item, own);
    const lines =
      ts.isBlock(body) || ts.isStatement(body) ? this.#branch(body) : this.complete(() => this.effect(body));
    return this.eachLoop({ item: own, index: counted, list, body: [...apart, ...lines] });
  }

  /** for (let i = a; i < b && more; i++), or downwards. */
  #for(node: ts.ForStatement): string[] {
    const [first, ...others] = (node.initializer as ts.VariableDeclarationList).declarations;
    const { incrementor } = node;
    let test = node.condition!;
    let more: ts.Expression | undefined;
    if (ts.isBinaryExpression(test) && test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      [test, more] = [test.left, test.right];
    if (others.length > 0 || !incrementor || !ts.isPostfixUnaryExpression(incrementor) || !ts.isBinaryExpression(test)) throw this.unknown(node); // prettier-ignore
    const by = incrementor.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
    const from = this.expression(first!.initializer!);
    const end = this.expression(test.right);
    const isIncluding = [ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken].includes(test.operatorToken.kind); // prettier-ignore
    const name = this.declared(first!.name as ts.Identifier);
    const stop = more ? this.ifElse(this.not(this.condition(more)), this.leave('break'), undefined) : [];
    const body = [...stop, ...this.#looped(() => this.#branch(node.statement))];
    return this.countLoop(name, from, isIncluding ? end : stepBack(end, by), by, body);
  }

  /** An expression that stands for what it does. */
  protected effect(node: ts.Expression): string[] {
    const inner = stripped(node);
    if (ts.isBinaryExpression(inner)) {
      const assigned = this.#assignment(inner);
      if (assigned) return assigned;
    }
    if (ts.isPostfixUnaryExpression(inner) || ts.isPrefixUnaryExpression(inner)) {
      const isMore = inner.operator === ts.SyntaxKind.PlusPlusToken;
      return this.assign(this.#target(inner.operand), isMore ? '+=' : '-=', '1');
    }
    if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
      const { expression: receiver, name } = inner.expression;
      const [callback] = inner.arguments;
      if (name.text === 'forEach' && this.isArray(receiver) && callback && ts.isArrowFunction(callback)) {
        const [item, index] = callback.parameters;
        const list = this.expression(receiver);
        this.#returns.push('continue');
        const lines = this.#loop(
          list,
          item!.name,
          index?.name,
          callback.body as ts.Statement | ts.Expression,
        );
        this.#returns.pop();
        return lines;
      }
      const question = inner.expression.questionDotToken;
      if (question) {
        this.#handled.add(inner.expression);
        const call = this.expression(inner);
        return this.ifElse(this.isSomething(this.expression(receiver), false), [call], undefined);
      }
    }
    if (ts.isCallExpression(inner) && inner.questionDotToken) {
      this.#handled.add(inner);
      const call = this.expression(inner);
      return this.ifElse(this.isSomething(this.expression(inner.expression), false), [call], undefined);
    }
    return [this.expression(inner)];
  }

  #assignment({ left, operatorToken, right }: ts.BinaryExpression): string[] | undefined {
    const operator = ts.tokenToString(operatorToken.kind)!;
    if (!/^([-+*/]|\|\||\?\?)?=$/.test(operator)) return undefined;
    if (ts.isArrayLiteralExpression(left) && ts.isArrayLiteralExpression(right)) {
      const values = right.elements.map((one) => this.expression(one));
      const targets = left.elements.map((one) => this.#target(one));
      return [`${targets.join(', ')} = ${values.join(', ')}`];
    }
    const value = this.expression(right);
    const place = stripped(left);
    if (ts.isPropertyAccessExpression(place) && place.name.text === 'length')
      return [this.helper('cutAt', [this.expression(place.expression), value])];
    if (ts.isElementAccessExpression(place) && !this.isArray(place.expression))
      return [
        this.putIn(this.expression(place.expression), this.expression(place.argumentExpression), value),
      ];
    const target = this.#target(place);
    if (operator === '??=') return this.ifElse(this.isSomething(target, true), this.assign(target, '=', value), undefined); // prettier-ignore
    if (operator === '||=') return this.ifElse(this.not(target), this.assign(target, '=', value), undefined);
    if (operator === '/=') return this.assign(target, '=', this.divide(target, value, isSafeDivisor(right)));
    return this.assign(target, operator, value);
  }

  #target(node: ts.Expression): string {
    const place = stripped(node);
    if (ts.isIdentifier(place)) {
      const symbol = this.symbolOf(place);
      if (symbol) this.frames.at(-1)?.assigned.add(symbol);
      return this.nameOf(place);
    }
    if (ts.isElementAccessExpression(place))
      return this.index(this.expression(place.expression), this.expression(place.argumentExpression));
    if (ts.isPropertyAccessExpression(place)) return this.member(this.expression(place.expression), privateName(place.name)); // prettier-ignore
    throw this.unknown(node);
  }

  // Expressions

  protected expression(written: ts.Expression): string {
    const node = stripped(written);
    const override = this.#overrides.get(node);
    if (override !== undefined) return override;
    if (ts.isOptionalChain(node)) {
      const chained = this.#optional(node);
      if (chained !== undefined) return chained;
    }
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return 'self';
    if (ts.isNumericLiteral(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return this.literal(node); // prettier-ignore
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return this.literal(node); // prettier-ignore
    if (ts.isTemplateExpression(node))
      return this.text_([
        this.literal(ts.factory.createStringLiteral(node.head.text)),
        ...node.templateSpans.flatMap(({ expression, literal }) => [
          this.helper('text', [this.expression(expression)]),
          this.literal(ts.factory.createStringLiteral(literal.text)),
        ]),
      ]);
    if (ts.isArrayLiteralExpression(node)) return this.#array(node);
    if (ts.isObjectLiteralExpression(node)) return this.#object(node);
    if (ts.isArrowFunction(node)) return this.functionValue(node);
    if (ts.isPropertyAccessExpression(node)) return this.#property(node);
    if (ts.isElementAccessExpression(node)) return this.#element(node, written);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isNewExpression(node)) return this.#new(node);
    if (ts.isConditionalExpression(node))
      return this.choose(
        this.condition(node.condition),
        this.operand(node.whenTrue),
        this.operand(node.whenFalse),
        !this.mayBeFalse(node.whenTrue),
      );
    if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) return this.not(this.condition(node.operand));
      if (node.operator === ts.SyntaxKind.MinusToken)
        return node.operand.getText() === '0'
          ? this.helper('MINUS_ZERO', [])
          : `-${this.operand(node.operand)}`;
    }
    if (ts.isBinaryExpression(node)) return this.#binary(node);
    throw this.unknown(node);
  }

  /** An expression within another: in brackets where it is made of several. */
  protected operand(node: ts.Expression): string {
    const inner = stripped(node);
    const text = this.expression(node);
    const isCompound =
      (ts.isBinaryExpression(inner) || ts.isPrefixUnaryExpression(inner)) && !/^_\w+\(.*\)$/.test(text);
    return isCompound && !isBracketed(text) ? `(${text})` : text;
  }

  /** An expression of which only matters whether it is something. */
  protected condition(node: ts.Expression): string {
    const inner = stripped(node);
    if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
      const under = stripped(inner.operand);
      if (!isLogical(under) && this.#kindOf(under) === 'object')
        return this.isSomething(this.operand(under), true);
      return this.not(this.condition(under));
    }
    if (ts.isBinaryExpression(inner)) {
      const side = (one: ts.Expression): string => {
        const text = this.condition(one);
        return isLogical(stripped(one)) && !isBracketed(text) ? `(${text})` : text;
      };
      if (inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
        return this.both(side(inner.left), side(inner.right));
      if (inner.operatorToken.kind === ts.SyntaxKind.BarBarToken) return this.either(side(inner.left), side(inner.right)); // prettier-ignore
    }
    const kind = this.#kindOf(inner);
    if (kind === 'boolean') return this.expression(inner);
    if (kind === 'object') return this.isSomething(this.operand(inner), false);
    return this.truthOf(this.expression(inner));
  }

  #kindOf(node: ts.Expression): 'boolean' | 'object' | 'other' {
    const types = this.#typesOf(node);
    const own = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void))); // prettier-ignore
    if (own.every(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return 'boolean';
    return own.every(({ flags }) => flags & ts.TypeFlags.Object) ? 'object' : 'other';
  }

  #typesOf(node: ts.Expression): ts.Type[] {
    const type = this.checker.getTypeAtLocation(node);
    return type.isUnion() ? type.types : [type];
  }

  /** Whether a value may be false or nothing, which some languages take for the same. */
  protected mayBeFalse(node: ts.Expression): boolean {
    const mask = ts.TypeFlags.BooleanLike | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Any | ts.TypeFlags.Unknown; // prettier-ignore
    return this.#typesOf(node).some(({ flags }) => flags & mask);
  }

  protected isArray(node: ts.Expression): boolean {
    return this.#typesOf(node).some(
      (type) => this.checker.isArrayType(type) || this.checker.isTupleType(type) || type.getSymbol()?.name === 'ReadonlyArray', // prettier-ignore
    );
  }

  #collection(node: ts.Expression): boolean {
    return this.#typesOf(node).some((type) => /^(Map|Set|WeakMap|ReadonlySet|ReadonlyMap)$/.test(type.getSymbol()?.name ?? '')); // prettier-ignore
  }

  #identifier(node: ts.Identifier): string {
    if (node.text === 'undefined') return this.none;
    if (node.text === 'NaN' || node.text === 'Infinity') return this.helper(node.text, []);
    return this.nameOf(node);
  }

  #property(node: ts.PropertyAccessExpression): string {
    const { expression: of, name } = node;
    if (ts.isIdentifier(of) && ['Number', 'Math'].includes(of.text)) {
      if (name.text === 'EPSILON') return this.helper('EPSILON', []);
      return this.functionReference(name.text);
    }
    const base = this.operand(of);
    if (name.text === 'length' && this.isArray(of)) return this.lengthOf(base);
    if (name.text === 'size' && this.#collection(of)) return this.helper('sizeOf', [base]);
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Accessor) return this.methodCall(base, name.text, []);
    return this.member(base, privateName(name));
  }

  #element(node: ts.ElementAccessExpression, written: ts.Expression): string {
    const list = this.operand(node.expression);
    const at = this.expression(node.argumentExpression);
    if (!this.isArray(node.expression)) return this.lookUp(list, at);
    const isSure =
      written !== node || this.checker.isTupleType(this.checker.getTypeAtLocation(node.expression)) || ts.isNonNullExpression(node.parent); // prettier-ignore
    return isSure ? this.index(list, at) : this.safeIndex(list, at);
  }

  #array(node: ts.ArrayLiteralExpression): string {
    return this.list(
      node.elements.map((element) => {
        if (!ts.isSpreadElement(element)) return { text: this.expression(element), isSpread: false };
        const over = stripped(element.expression);
        const isKeys =
          ts.isCallExpression(over) && ts.isPropertyAccessExpression(over.expression) && over.expression.name.text === 'keys'; // prettier-ignore
        if (this.isArray(over) || isKeys) return { text: this.operand(over), isSpread: true };
        return { text: this.helper('listOf', [this.expression(over)]), isSpread: true };
      }),
    );
  }

  #object(node: ts.ObjectLiteralExpression): string {
    return this.record(
      node.properties.map((property) => {
        if (ts.isSpreadAssignment(property)) {
          const over = stripped(property.expression);
          if (
            ts.isBinaryExpression(over) &&
            over.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
          )
            return {
              spread: this.choose(this.condition(over.left), this.expression(over.right), this.none, true),
            };
          return { spread: this.expression(over) };
        }
        if (ts.isShorthandPropertyAssignment(property))
          return { name: this.escaped(property.name.text), value: this.#identifier(property.name) };
        if (!ts.isPropertyAssignment(property)) throw this.unknown(property);
        const { name, initializer } = property;
        const value = this.expression(initializer);
        if (ts.isComputedPropertyName(name)) return { key: this.expression(name.expression), value };
        if (ts.isStringLiteral(name)) return { key: this.literal(name), value };
        return { name: this.escaped((name as ts.Identifier).text), value };
      }),
    );
  }

  #new(node: ts.NewExpression): string {
    const name = (node.expression as ts.Identifier).text;
    const values = (node.arguments ?? []).map((one) => this.expression(one));
    if (/^(Map|Set|WeakMap)$/.test(name)) return this.helper(`new${name}`, values);
    return this.newObject(this.nameOf(node.expression as ts.Identifier), values);
  }

  #optional(node: ts.Expression): string | undefined {
    // The deepest place that may be nothing is looked at first.
    let deepest: ts.Expression | undefined;
    for (let at: ts.Expression = node; ;) {
      if (ts.isNonNullExpression(at) || ts.isParenthesizedExpression(at)) {
        at = at.expression;
        continue;
      }
      if (!ts.isPropertyAccessExpression(at) && !ts.isElementAccessExpression(at) && !ts.isCallExpression(at)) break; // prettier-ignore
      if (at.questionDotToken && !this.#handled.has(at)) deepest = at;
      if (this.#overrides.has(at)) break;
      at = at.expression;
    }
    if (!deepest) return undefined;
    const headNode = stripped((deepest as ts.CallExpression).expression);
    const head = this.expression(headNode);
    this.#handled.add(deepest);
    const made = this.withName('it', (name) => {
      this.#overrides.set(headNode, /^[\w.]+$/.test(head) ? head : name);
      const rest = this.expression(node);
      this.#overrides.delete(headNode);
      return this.chain(head, name, rest);
    });
    this.#handled.delete(deepest);
    return made;
  }

  #call(node: ts.CallExpression): string {
    const callee = stripped(node.expression);
    if (ts.isIdentifier(callee)) {
      if (callee.text === 'structuredClone') return this.helper('copyOf', this.#values(node));
      if (callee.text === 'Number') return this.helper('number', this.#values(node));
      const name = this.#identifier(callee);
      return `${name}(${this.#values(node).join(', ')})`;
    }
    if (!ts.isPropertyAccessExpression(callee)) return `${this.expression(callee)}(${this.#values(node).join(', ')})`; // prettier-ignore
    const { expression: receiver, name } = callee;
    const method = name.text;
    if (ts.isIdentifier(receiver) && ['Math', 'Number', 'Object', 'Array'].includes(receiver.text))
      return this.#builtIn(receiver.text, method, node);
    if (this.isArray(receiver)) return this.#arrayMethod(receiver, method, node);
    if (this.#collection(receiver)) {
      if (method === 'keys') return this.helper('keysOf', [this.expression(receiver)]);
      return this.methodCall(this.operand(receiver), method, this.#values(node));
    }
    const symbol = this.checker.getSymbolAtLocation(name);
    const isMethod = symbol && symbol.flags & ts.SymbolFlags.Method && symbol.declarations?.some(ts.isMethodDeclaration); // prettier-ignore
    if (isMethod)
      return this.methodCall(this.operand(receiver), this.escaped(privateName(name)), this.#values(node));
    return `${this.member(this.operand(receiver), privateName(name))}(${this.#values(node).join(', ')})`;
  }

  #values(node: ts.CallExpression): string[] {
    return node.arguments.map((one) => this.expression(one));
  }

  #builtIn(of: string, method: string, node: ts.CallExpression): string {
    const hasSpread = node.arguments.some(ts.isSpreadElement);
    if (of === 'Math' && (method === 'max' || method === 'min' || method === 'hypot')) {
      if (!hasSpread && node.arguments.length === 2 && method !== 'hypot') return this.helper(`${method}Of2`, this.#values(node)); // prettier-ignore
      const items = node.arguments.map((one) =>
        ts.isSpreadElement(one)
          ? { text: this.operand(one.expression), isSpread: true }
          : { text: this.expression(one), isSpread: false },
      );
      return this.helper(`${method}Of`, [
        items.length === 1 && items[0]!.isSpread ? items[0]!.text : this.list(items),
      ]);
    }
    if (of === 'Array' && method === 'from') {
      const [first, callback] = node.arguments;
      if (ts.isObjectLiteralExpression(first!)) {
        const length = first.properties[0] as ts.PropertyAssignment | ts.ShorthandPropertyAssignment;
        const count = ts.isPropertyAssignment(length) ? this.expression(length.initializer) : this.#identifier(length.name); // prettier-ignore
        return this.rangeOf(count, callback!);
      }
      return this.helper('listOf', [this.expression(first!)]);
    }
    if (of === 'Object' && method === 'is') return this.helper('isSame', this.#values(node));
    if (of === 'Object') return this.helper(`${method}Of`, this.#values(node));
    return `${this.functionReference(method)}(${this.#values(node).join(', ')})`;
  }

  #arrayMethod(receiver: ts.Expression, method: string, node: ts.CallExpression): string {
    const list = this.operand(receiver);
    const [first] = node.arguments;
    if (eachMethods.has(method)) return this.each(method as Each, list, stripped(first!));
    if (method === 'push') {
      const isPlain = node.arguments.length === 1 && !ts.isSpreadElement(first!);
      if (isPlain) return this.helper('push', [list, this.expression(first!)]);
      const items = node.arguments.map((one) =>
        ts.isSpreadElement(one)
          ? { text: this.expression(one.expression), isSpread: true }
          : { text: this.expression(one), isSpread: false },
      );
      return this.pushAll(list, items.length === 1 ? items[0]!.text : this.list(items));
    }
    if (method === 'keys') return this.helper('indicesOf', [list]);
    if (method === 'entries') throw this.unknown(node);
    const known = ['slice', 'flat', 'concat', 'includes', 'indexOf', 'at', 'join', 'reduce', 'toSorted', 'toReversed', 'sort', 'with', 'lastIndexOf']; // prettier-ignore
    if (!known.includes(method)) throw this.unknown(node);
    return this.helper(method, [list, ...this.#values(node)]);
  }

  #binary(node: ts.BinaryExpression): string {
    const { left, operatorToken, right } = node;
    const { kind } = operatorToken;
    const K = ts.SyntaxKind;
    if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken) {
      const isBoolean = [left, right].every((side) => this.#kindOf(stripped(side)) === 'boolean');
      if (isBoolean && !this.#isMaybe(left)) return this.condition(node);
      if (kind === K.AmpersandAmpersandToken)
        return this.choose(this.condition(left), this.operand(right), this.none, !this.mayBeFalse(right));
      return this.helper('either', [this.expression(left), this.expression(right)]);
    }
    if (kind === K.QuestionQuestionToken) {
      const inner = stripped(right);
      const isCheap = ts.isIdentifier(inner) || ts.isLiteralExpression(inner) || (ts.isArrayLiteralExpression(inner) && inner.elements.length === 0) || inner.kind === K.FalseKeyword || inner.kind === K.TrueKeyword; // prettier-ignore
      const mayBeFalse = this.#typesOf(left).some(({ flags }) => flags & ts.TypeFlags.BooleanLike);
      return this.otherwise(this.expression(left), this.expression(right), isCheap, mayBeFalse);
    }
    if (kind === K.EqualsEqualsEqualsToken || kind === K.ExclamationEqualsEqualsToken) {
      const negated = kind === K.ExclamationEqualsEqualsToken;
      const isNothing = (side: ts.Expression): boolean => this.expression(side) === this.none;
      if (isNothing(right)) return this.isSomething(this.operand(left), !negated);
      const isObject = [left, right].some((side) => this.#kindOf(stripped(side)) === 'object');
      return this.equals(this.operand(left), this.operand(right), negated, isObject);
    }
    if (kind === K.InKeyword) return this.helper('has', [this.expression(right), this.expression(left)]);
    if (kind === K.SlashToken)
      return this.divide(this.operand(left), this.operand(right), isSafeDivisor(right));
    if (kind === K.AsteriskAsteriskToken) return this.power(this.operand(left), this.operand(right));
    const operator = ts.tokenToString(kind)!;
    if (!/^([-+*%]|[<>]=?)$/.test(operator)) throw this.unknown(node);
    return `${this.operand(left)} ${operator} ${this.operand(right)}`;
  }

  #isMaybe(node: ts.Expression): boolean {
    return this.#typesOf(node).some(({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null));
  }

  // What a reader of the result wants to know

  protected comments(node: ts.Node, source: ts.SourceFile): string[] {
    const text = source.getFullText();
    return (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).flatMap(({ pos, end }) => {
      const written = text.slice(pos, end);
      if (written.includes('prettier-ignore')) return [];
      return written
        .replace(/^\/\*\*?|\*\/$/g, '')
        .split('\n')
        .map((line) => line.replace(/^\s*(\*|\/\/) ?/, '').trim())
        .filter((line, at, all) => line !== '' || (at > 0 && at < all.length - 1))
        .map((line) => this.comment(line));
    });
  }

  protected unknown(node: ts.Node): Error {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return new Error(
      `${source.fileName}:${line + 1}: the doctors’ translator does not know ${ts.SyntaxKind[node.kind]}: ${node.getText().slice(0, 80)}`,
    );
  }
}

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

const isLogical = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind);

function isBracketed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return false;
  }
  return true;
}

const isSafeDivisor = (node: ts.Expression): boolean => {
  const inner = stripped(node);
  return ts.isNumericLiteral(inner) && Number(inner.text) !== 0;
};

const stepBack = (end: string, by: 1 | -1): string => (/^\d+$/.test(end) ? String(Number(end) - by) : `${end} ${by === 1 ? '-' : '+'} 1`); // prettier-ignore

function scopeOf(symbol: ts.Symbol): ts.Node | undefined {
  let node: ts.Node | undefined = symbol.declarations?.[0]?.parent;
  while (node && !ts.isBlock(node) && !ts.isFunctionLike(node) && !ts.isForStatement(node) && !ts.isForOfStatement(node)) node = node.parent; // prettier-ignore
  return node;
}

function isWithin(node: ts.Node, scope: ts.Node | undefined): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (at === scope) return true;
  return false;
}

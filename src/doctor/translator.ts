/**
 * TypeScript in the manner of the lab's checks, put into another language: the walk over files and statements that both
 * languages share. It knows what the checks are written with (plain data, arrays and their methods, Map and Set, one class) and
 * stops, naming the file and line, at whatever it does not know.
 */
import ts from 'typescript';
import { Expressions } from './expressions.ts';
import type { LabFile } from './lab-source.ts';
import { isSafeDivisor, privateName, stepBack, stripped } from './syntax.ts';

export abstract class Translator extends Expressions {
  /** All files, one after another. */
  text(): string {
    return this.lab.files.map((file) => this.fileLines(file)).join('\n');
  }

  protected fileLines({ path, source }: LabFile): string {
    this.taken = new Set<string>();
    const gather = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) this.taken.add(node.text);
      ts.forEachChild(node, gather);
    };
    gather(source);
    const lines: string[] = [this.comment(path), ''];
    for (const statement of source.statements) {
      const own = this.topLines(statement);
      const isFirst = statement === source.statements[0];
      if (own.length === 0 && !isFirst) continue;
      lines.push(...this.comments(statement, source), ...own, '');
    }
    return lines.join('\n');
  }

  protected topLines(statement: ts.Statement): string[] {
    if (ts.isImportDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return [];
    if (ts.isTypeAliasDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      if (this.lab.isByHand(statement.name!.text)) return [];
      const { parameters, body } = this.whole(statement);
      return this.topFunction(this.nameOf(statement.name!), parameters, body);
    }
    if (ts.isClassDeclaration(statement)) return this.classLines(statement);
    if (!ts.isVariableStatement(statement)) throw this.unknown(statement);
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const own = this.nameOf(name as ts.Identifier);
      const value = stripped(initializer!);
      if (!ts.isArrowFunction(value)) return this.topValue(own, this.expression(value));
      const { parameters, body } = this.whole(value);
      return this.topFunction(own, parameters, body);
    });
  }

  protected classLines(node: ts.ClassDeclaration): string[] {
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

  protected branch(node: ts.Statement): string[] {
    return this.block(ts.isBlock(node) ? node.statements : [node]);
  }

  protected statement(node: ts.Statement): string[] {
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap((one) => this.variable(one));
    if (ts.isExpressionStatement(node)) return this.effect(node.expression);
    if (ts.isReturnStatement(node)) {
      if (this.returns.at(-1) === 'continue') return this.leave('continue');
      return this.giveBack(node.expression && this.expression(node.expression));
    }
    if (ts.isIfStatement(node)) {
      const condition = this.condition(node.expression);
      return this.ifElse(condition, this.branch(node.thenStatement), node.elseStatement && this.branch(node.elseStatement)); // prettier-ignore
    }
    if (ts.isForOfStatement(node)) return this.forOf(node);
    if (ts.isForStatement(node)) return this.countedFor(node);
    if (ts.isWhileStatement(node)) {
      const condition = this.alone(() => this.condition(node.expression), node);
      return this.whileLoop(
        condition,
        this.looped(() => this.branch(node.statement)),
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
  protected alone(write: () => string, node: ts.Node): string {
    const count = this.before.length;
    const made = write();
    if (this.before.length > count) throw this.unknown(node);
    return made;
  }

  protected looped(write: () => string[]): string[] {
    this.returns.push('return');
    const lines = write();
    this.returns.pop();
    return lines;
  }

  protected variable({ name, initializer }: ts.VariableDeclaration): string[] {
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
    const own = this.fresh(this.nameForType(name));
    return [...this.setUp(own, text, name), ...this.takeApart(name, own)];
  }

  protected forOf(node: ts.ForOfStatement): string[] {
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
      return this.loopLines(iterated, item!, index, node.statement);
    }
    return this.loopLines(iterated, name, undefined, node.statement);
  }

  protected loopLines(
    list: string,
    item: ts.BindingName,
    index: ts.BindingName | undefined,
    body: ts.Statement | ts.Expression,
  ): string[] {
    // prettier-ignore
    const own = ts.isIdentifier(item) ? this.declared(item) : this.fresh(this.nameForType(item));
    const counted = index && this.declared(index as ts.Identifier);
    const apart = ts.isIdentifier(item) ? [] : this.takeApart(item, own);
    const lines =
      ts.isBlock(body) || ts.isStatement(body) ? this.branch(body) : this.complete(() => this.effect(body));
    return this.eachLoop({ item: own, index: counted, list, body: [...apart, ...lines] });
  }

  /** for (let i = a; i < b && more; i++), or downwards. */
  protected countedFor(node: ts.ForStatement): string[] {
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
    const body = [...stop, ...this.looped(() => this.branch(node.statement))];
    return this.countLoop(name, from, isIncluding ? end : stepBack(end, by), by, body);
  }

  /** An expression that stands for what it does. */
  protected effect(node: ts.Expression): string[] {
    const inner = stripped(node);
    if (ts.isBinaryExpression(inner)) {
      const assigned = this.assignment(inner);
      if (assigned) return assigned;
    }
    if (ts.isPostfixUnaryExpression(inner) || ts.isPrefixUnaryExpression(inner)) {
      const isMore = inner.operator === ts.SyntaxKind.PlusPlusToken;
      return this.assign(this.target(inner.operand), isMore ? '+=' : '-=', '1');
    }
    if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
      const { expression: receiver, name } = inner.expression;
      const [callback] = inner.arguments;
      if (name.text === 'forEach' && this.isArray(receiver) && callback && ts.isArrowFunction(callback)) {
        const [item, index] = callback.parameters;
        const list = this.expression(receiver);
        this.returns.push('continue');
        const lines = this.loopLines(
          list,
          item!.name,
          index?.name,
          callback.body as ts.Statement | ts.Expression,
        );
        this.returns.pop();
        return lines;
      }
      const question = inner.expression.questionDotToken;
      if (question) {
        this.handled.add(inner.expression);
        const call = this.expression(inner);
        return this.ifElse(this.isSomething(this.expression(receiver), false), [call], undefined);
      }
    }
    if (ts.isCallExpression(inner) && inner.questionDotToken) {
      this.handled.add(inner);
      const call = this.expression(inner);
      return this.ifElse(this.isSomething(this.expression(inner.expression), false), [call], undefined);
    }
    return [this.expression(inner)];
  }

  protected assignment({ left, operatorToken, right }: ts.BinaryExpression): string[] | undefined {
    const operator = ts.tokenToString(operatorToken.kind)!;
    if (!/^([-+*/]|\|\||\?\?)?=$/.test(operator)) return undefined;
    if (ts.isArrayLiteralExpression(left) && ts.isArrayLiteralExpression(right)) {
      const values = right.elements.map((one) => this.expression(one));
      const targets = left.elements.map((one) => this.target(one));
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
    const target = this.target(place);
    if (operator === '??=') return this.ifElse(this.isSomething(target, true), this.assign(target, '=', value), undefined); // prettier-ignore
    if (operator === '||=') return this.ifElse(this.not(target), this.assign(target, '=', value), undefined);
    if (operator === '/=') return this.assign(target, '=', this.divide(target, value, isSafeDivisor(right)));
    return this.assign(target, operator, value);
  }

  protected target(node: ts.Expression): string {
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
}

/** Expressions of the checks, put into another language. */
import ts from 'typescript';
import type { Each } from './dialect.ts';
import { Naming } from './naming.ts';
import { isBracketed, isLogical, isSafeDivisor, privateName, stripped } from './syntax.ts';

const eachMethods = new Set<string>(['map', 'filter', 'every', 'some', 'flatMap', 'find', 'findIndex']);

export abstract class Expressions extends Naming {
  protected readonly overrides = new Map<ts.Node, string>();
  protected readonly handled = new Set<ts.Node>();

  protected expression(written: ts.Expression): string {
    const node = stripped(written);
    const override = this.overrides.get(node);
    if (override !== undefined) return override;
    if (ts.isOptionalChain(node)) {
      const chained = this.optionalValue(node);
      if (chained !== undefined) return chained;
    }
    if (ts.isIdentifier(node)) return this.identifier(node);
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
    if (ts.isArrayLiteralExpression(node)) return this.arrayValue(node);
    if (ts.isObjectLiteralExpression(node)) return this.objectValue(node);
    if (ts.isArrowFunction(node)) return this.functionValue(node);
    if (ts.isPropertyAccessExpression(node)) return this.propertyValue(node);
    if (ts.isElementAccessExpression(node)) return this.elementValue(node, written);
    if (ts.isCallExpression(node)) return this.callValue(node);
    if (ts.isNewExpression(node)) return this.newValue(node);
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
    if (ts.isBinaryExpression(node)) return this.binaryValue(node);
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
      if (!isLogical(under) && this.kindOf(under) === 'object')
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
    const kind = this.kindOf(inner);
    if (kind === 'boolean') return this.expression(inner);
    if (kind === 'object') return this.isSomething(this.operand(inner), false);
    return this.truthOf(this.expression(inner));
  }

  protected kindOf(node: ts.Expression): 'boolean' | 'object' | 'other' {
    const types = this.typesOf(node);
    const own = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void))); // prettier-ignore
    if (own.every(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return 'boolean';
    return own.every(({ flags }) => flags & ts.TypeFlags.Object) ? 'object' : 'other';
  }

  protected typesOf(node: ts.Expression): ts.Type[] {
    const type = this.checker.getTypeAtLocation(node);
    return type.isUnion() ? type.types : [type];
  }

  /** Whether a value may be false or nothing, which some languages take for the same. */
  protected mayBeFalse(node: ts.Expression): boolean {
    const mask = ts.TypeFlags.BooleanLike | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Any | ts.TypeFlags.Unknown; // prettier-ignore
    return this.typesOf(node).some(({ flags }) => flags & mask);
  }

  protected isArray(node: ts.Expression): boolean {
    return this.typesOf(node).some(
      (type) => this.checker.isArrayType(type) || this.checker.isTupleType(type) || type.getSymbol()?.name === 'ReadonlyArray', // prettier-ignore
    );
  }

  protected collection(node: ts.Expression): boolean {
    return this.typesOf(node).some((type) => /^(Map|Set|WeakMap|ReadonlySet|ReadonlyMap)$/.test(type.getSymbol()?.name ?? '')); // prettier-ignore
  }

  protected identifier(node: ts.Identifier): string {
    if (node.text === 'undefined') return this.none;
    if (node.text === 'NaN' || node.text === 'Infinity') return this.helper(node.text, []);
    return this.nameOf(node);
  }

  protected propertyValue(node: ts.PropertyAccessExpression): string {
    const { expression: of, name } = node;
    if (ts.isIdentifier(of) && ['Number', 'Math'].includes(of.text)) {
      if (name.text === 'EPSILON') return this.helper('EPSILON', []);
      return this.functionReference(name.text);
    }
    const base = this.operand(of);
    if (name.text === 'length' && this.isArray(of)) return this.lengthOf(base);
    if (name.text === 'size' && this.collection(of)) return this.helper('sizeOf', [base]);
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Accessor) return this.methodCall(base, name.text, []);
    return this.member(base, privateName(name));
  }

  protected elementValue(node: ts.ElementAccessExpression, written: ts.Expression): string {
    const list = this.operand(node.expression);
    const at = this.expression(node.argumentExpression);
    if (!this.isArray(node.expression)) return this.lookUp(list, at);
    const isSure =
      written !== node || this.checker.isTupleType(this.checker.getTypeAtLocation(node.expression)) || ts.isNonNullExpression(node.parent); // prettier-ignore
    return isSure ? this.index(list, at) : this.safeIndex(list, at);
  }

  protected arrayValue(node: ts.ArrayLiteralExpression): string {
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

  protected objectValue(node: ts.ObjectLiteralExpression): string {
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
          return { name: this.escaped(property.name.text), value: this.identifier(property.name) };
        if (!ts.isPropertyAssignment(property)) throw this.unknown(property);
        const { name, initializer } = property;
        const value = this.expression(initializer);
        if (ts.isComputedPropertyName(name)) return { key: this.expression(name.expression), value };
        if (ts.isStringLiteral(name)) return { key: this.literal(name), value };
        return { name: this.escaped((name as ts.Identifier).text), value };
      }),
    );
  }

  protected newValue(node: ts.NewExpression): string {
    const name = (node.expression as ts.Identifier).text;
    const values = (node.arguments ?? []).map((one) => this.expression(one));
    if (/^(Map|Set|WeakMap)$/.test(name)) return this.helper(`new${name}`, values);
    return this.newObject(this.nameOf(node.expression as ts.Identifier), values);
  }

  protected optionalValue(node: ts.Expression): string | undefined {
    // The deepest place that may be nothing is looked at first.
    let deepest: ts.Expression | undefined;
    for (let at: ts.Expression = node; ;) {
      if (ts.isNonNullExpression(at) || ts.isParenthesizedExpression(at)) {
        at = at.expression;
        continue;
      }
      if (!ts.isPropertyAccessExpression(at) && !ts.isElementAccessExpression(at) && !ts.isCallExpression(at)) break; // prettier-ignore
      if (at.questionDotToken && !this.handled.has(at)) deepest = at;
      if (this.overrides.has(at)) break;
      at = at.expression;
    }
    if (!deepest) return undefined;
    const headNode = stripped((deepest as ts.CallExpression).expression);
    const head = this.expression(headNode);
    this.handled.add(deepest);
    const made = this.withName('it', (name) => {
      this.overrides.set(headNode, /^[\w.]+$/.test(head) ? head : name);
      const rest = this.expression(node);
      this.overrides.delete(headNode);
      return this.chain(head, name, rest);
    });
    this.handled.delete(deepest);
    return made;
  }

  protected callValue(node: ts.CallExpression): string {
    const callee = stripped(node.expression);
    if (ts.isIdentifier(callee)) {
      if (callee.text === 'structuredClone') return this.helper('copyOf', this.valuesOf(node));
      if (callee.text === 'Number') return this.helper('number', this.valuesOf(node));
      const name = this.identifier(callee);
      return `${name}(${this.valuesOf(node).join(', ')})`;
    }
    if (!ts.isPropertyAccessExpression(callee)) return `${this.expression(callee)}(${this.valuesOf(node).join(', ')})`; // prettier-ignore
    const { expression: receiver, name } = callee;
    const method = name.text;
    if (ts.isIdentifier(receiver) && ['Math', 'Number', 'Object', 'Array'].includes(receiver.text))
      return this.builtIn(receiver.text, method, node);
    if (this.isArray(receiver)) return this.arrayMethod(receiver, method, node);
    if (this.collection(receiver)) {
      if (method === 'keys') return this.helper('keysOf', [this.expression(receiver)]);
      return this.methodCall(this.operand(receiver), method, this.valuesOf(node));
    }
    const symbol = this.checker.getSymbolAtLocation(name);
    const isMethod = symbol && symbol.flags & ts.SymbolFlags.Method && symbol.declarations?.some(ts.isMethodDeclaration); // prettier-ignore
    if (isMethod)
      return this.methodCall(this.operand(receiver), this.escaped(privateName(name)), this.valuesOf(node));
    return `${this.member(this.operand(receiver), privateName(name))}(${this.valuesOf(node).join(', ')})`;
  }

  protected valuesOf(node: ts.CallExpression): string[] {
    return node.arguments.map((one) => this.expression(one));
  }

  protected builtIn(of: string, method: string, node: ts.CallExpression): string {
    const hasSpread = node.arguments.some(ts.isSpreadElement);
    if (of === 'Math' && (method === 'max' || method === 'min' || method === 'hypot')) {
      if (!hasSpread && node.arguments.length === 2 && method !== 'hypot') return this.helper(`${method}Of2`, this.valuesOf(node)); // prettier-ignore
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
        const count = ts.isPropertyAssignment(length) ? this.expression(length.initializer) : this.identifier(length.name); // prettier-ignore
        return this.rangeOf(count, callback!);
      }
      return this.helper('listOf', [this.expression(first!)]);
    }
    if (of === 'Object' && method === 'is') return this.helper('isSame', this.valuesOf(node));
    if (of === 'Object') return this.helper(`${method}Of`, this.valuesOf(node));
    return `${this.functionReference(method)}(${this.valuesOf(node).join(', ')})`;
  }

  protected arrayMethod(receiver: ts.Expression, method: string, node: ts.CallExpression): string {
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
    return this.helper(method, [list, ...this.valuesOf(node)]);
  }

  protected binaryValue(node: ts.BinaryExpression): string {
    const { left, operatorToken, right } = node;
    const { kind } = operatorToken;
    const K = ts.SyntaxKind;
    if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken) {
      const isBoolean = [left, right].every((side) => this.kindOf(stripped(side)) === 'boolean');
      if (isBoolean && !this.isMaybe(left)) return this.condition(node);
      if (kind === K.AmpersandAmpersandToken)
        return this.choose(this.condition(left), this.operand(right), this.none, !this.mayBeFalse(right));
      return this.helper('either', [this.expression(left), this.expression(right)]);
    }
    if (kind === K.QuestionQuestionToken) {
      const inner = stripped(right);
      const isCheap = ts.isIdentifier(inner) || ts.isLiteralExpression(inner) || (ts.isArrayLiteralExpression(inner) && inner.elements.length === 0) || inner.kind === K.FalseKeyword || inner.kind === K.TrueKeyword; // prettier-ignore
      const mayBeFalse = this.typesOf(left).some(({ flags }) => flags & ts.TypeFlags.BooleanLike);
      return this.otherwise(this.expression(left), this.expression(right), isCheap, mayBeFalse);
    }
    if (kind === K.EqualsEqualsEqualsToken || kind === K.ExclamationEqualsEqualsToken) {
      const negated = kind === K.ExclamationEqualsEqualsToken;
      const isNothing = (side: ts.Expression): boolean => this.expression(side) === this.none;
      if (isNothing(right)) return this.isSomething(this.operand(left), !negated);
      const isObject = [left, right].some((side) => this.kindOf(stripped(side)) === 'object');
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

  protected isMaybe(node: ts.Expression): boolean {
    return this.typesOf(node).some(({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null));
  }

  protected unknown(node: ts.Node): Error {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return new Error(
      `${source.fileName}:${line + 1}: the doctors’ translator does not know ${ts.SyntaxKind[node.kind]}: ${node.getText().slice(0, 80)}`,
    );
  }
}

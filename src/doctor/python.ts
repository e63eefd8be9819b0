/** The checks in Python: plain objects are of the class Record, whose missing fields are None; lists are lists. */
import ts from 'typescript';
import { needsStatements, stripped } from './syntax.ts';
import { Translator } from './translator.ts';
import type { Callback, Each, Loop } from './dialect.ts';

const keywords = 'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'; // prettier-ignore
/** Names that the translation itself leans on. */
const used = 'abs all any dict enumerate float int isinstance len list math max min next np range reversed self sorted str sum tuple type vars zip map filter print id iter round set data_of'; // prettier-ignore

export class PythonTranslator extends Translator {
  protected readonly none = 'None';
  protected readonly yes = 'True';
  protected readonly no = 'False';
  protected readonly reserved = new Set(`${keywords} ${used}`.split(' '));

  protected bare(text: string): string {
    return bare(text);
  }

  protected comment(text: string): string {
    return `# ${text}`.trimEnd();
  }

  protected topName(name: string): string {
    return this.escaped(name);
  }

  protected topValue(name: string, value: string): string[] {
    return [...this.takeBefore(), `${name} = ${value}`];
  }

  private takeBefore(): string[] {
    const lines = this.before;
    this.before = [];
    return lines;
  }

  protected topFunction(name: string, parameters: string[], body: string[]): string[] {
    return this.define(name, parameters, body);
  }

  private define(name: string, parameters: string[], body: string[]): string[] {
    return [`def ${name}(${parameters.join(', ')}):`, ...indented(body)];
  }

  protected setUp(name: string, value: string): string[] {
    return [`${name} = ${value}`];
  }

  protected declareEmpty(name: string): string[] {
    return [`${name} = None`];
  }

  protected localFunction(name: string, parameters: string[], body: string[]): string[] {
    return ['', ...this.define(name, parameters, body), ''];
  }

  protected functionValue(node: Callback): string {
    const wanted = this.checker.getContextualType(node)?.getCallSignatures()[0]?.parameters.length ?? 0;
    // What is handed over and not wanted must be taken all the same.
    const call = node.parent;
    const isOfArray =
      ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && (this.isArray(call.expression.expression) || call.expression.name.text === 'from'); // prettier-ignore
    const isWanted =
      wanted > node.parameters.length || (ts.isPropertyAssignment(call) && node.parameters.length === 0);
    const rest = isWanted && !isOfArray ? ['*others'] : [];
    if (!needsStatements(node)) return this.inline(node, (names, body) => `(lambda ${[...names, ...rest].join(', ')}: ${body})`.replace('lambda :', 'lambda:')); // prettier-ignore
    const whole = this.whole(node);
    const [parameters, body] = [whole.parameters, whole.body];
    const name = this.fresh('each');
    this.usedNames.add(name);
    this.before.push(...this.define(name, [...parameters, ...rest], body));
    return name;
  }

  private readonly usedNames = new Set<string>();

  protected override fresh(name: string): string {
    let tried = super.fresh(name);
    for (let n = 2; name === 'each' && this.usedNames.has(tried); n++) tried = `${name}${n}`;
    return tried;
  }

  protected override withOuter(lines: string[], outer: ts.Symbol[]): string[] {
    const names = outer.map((symbol) => this.escaped(symbol.name));
    return names.length > 0 ? [`nonlocal ${names.join(', ')}`, ...lines] : lines;
  }

  protected classOf(
    name: string,
    members: { method: string; parameters: string[]; body: string[] }[],
  ): string[] {
    return [
      `class ${name}:`,
      ...indented(
        members.flatMap(({ method, parameters, body }) => [
          ...this.define(method === 'new' ? '__init__' : method, ['self', ...parameters], body),
          '',
        ]),
      ),
    ];
  }

  protected newObject(className: string, values: string[]): string {
    return `${className}(${values.join(', ')})`;
  }

  protected methodCall(object: string, method: string, values: string[]): string {
    return `${object}.${method}(${values.join(', ')})`;
  }

  protected ifElse(condition: string, then: string[], otherwise?: string[]): string[] {
    if (otherwise === undefined) return [`if ${bare(condition)}:`, ...indented(then)];
    const isChain = /^(if|elif) /.test(otherwise[0] ?? '') && isOneIf(otherwise);
    const rest = isChain ? [`el${otherwise[0]!}`, ...otherwise.slice(1)] : ['else:', ...indented(otherwise)];
    return [`if ${bare(condition)}:`, ...indented(then), ...rest];
  }

  protected whileLoop(condition: string, body: string[]): string[] {
    return [`while ${bare(condition)}:`, ...indented(body)];
  }

  protected eachLoop({ item, index, list, body }: Loop): string[] {
    const head =
      index === undefined ? `for ${item} in ${list}:` : `for ${index}, ${item} in enumerate(${list}):`;
    return [head, ...indented(body)];
  }

  protected countLoop(name: string, from: string, to: string, by: 1 | -1, body: string[]): string[] {
    const end = by === 1 ? oneMore(to) : oneLess(to);
    return [`for ${name} in range(${from}, ${end}${by === 1 ? '' : ', -1'}):`, ...indented(body)];
  }

  protected leave(kind: 'break' | 'continue'): string[] {
    return [kind];
  }

  protected giveBack(value: string | undefined): string[] {
    return [value === undefined ? 'return' : `return ${bare(value)}`];
  }

  protected not(value: string): string {
    return `not ${/[ ]/.test(value) && !value.startsWith('(') ? `(${value})` : value}`;
  }

  protected isSomething(value: string, negated: boolean): string {
    return `${value} is ${negated ? '' : 'not '}None`;
  }

  protected equals(left: string, right: string, negated: boolean, isObject: boolean): string {
    return `${left} ${isObject ? (negated ? 'is not' : 'is') : negated ? '!=' : '=='} ${right}`;
  }

  protected choose(condition: string, then: string, otherwise: string): string {
    return `(${then} if ${condition} else ${otherwise})`;
  }

  protected otherwise(value: string, fallback: string, isCheap: boolean): string {
    if (/^[\w.]+$/.test(value)) return `(${value} if ${value} is not None else ${fallback})`;
    return isCheap ? `_default(${value}, ${fallback})` : `_default_of(${value}, lambda: ${fallback})`;
  }

  protected chain(head: string, name: string, rest: string): string {
    if (/^[\w.]+$/.test(head)) return `(${rest} if ${head} is not None else None)`;
    return `_chain(${head}, lambda ${name}: ${rest})`;
  }

  protected index(list: string, index: string): string {
    return `${list}[${index}]`;
  }

  protected safeIndex(list: string, index: string): string {
    return `_at(${list}, ${index})`;
  }

  protected lookUp(record: string, key: string): string {
    return `_field(${record}, ${key})`;
  }

  protected putIn(record: string, key: string, value: string): string {
    return `setattr(${record}, ${key}, ${value})`;
  }

  protected list(items: { text: string; isSpread: boolean }[]): string {
    return `[${items.map(({ text, isSpread }) => (isSpread ? `*${text}` : text)).join(', ')}]`;
  }

  protected record(
    items: ({ name: string; value: string } | { key: string; value: string } | { spread: string })[],
  ): string {
    const parts: string[] = [];
    let fields: string[] = [];
    const end = (): void => {
      if (fields.length > 0) parts.push(`Record(${fields.join(', ')})`);
      fields = [];
    };
    for (const item of items)
      if ('spread' in item) {
        end();
        parts.push(item.spread);
      } else if ('key' in item) fields.push(`**{${item.key}: ${item.value}}`);
      else fields.push(`${item.name}=${bare(item.value)}`);
    end();
    if (parts.length === 0) return 'Record()';
    return parts.length === 1 && parts[0]!.startsWith('Record(') ? parts[0]! : `_merged(${parts.join(', ')})`;
  }

  protected each(kind: Each, list: string, callback: ts.Expression): string {
    const isInline =
      ts.isArrowFunction(callback) && !needsStatements(callback) && !handsOutFunctions(callback);
    if (isInline)
      return this.inline(callback, (names, body) => {
        const [item = '_', index] = names;
        return comprehension(kind, index === undefined ? `for ${item} in ${list}` : `for ${index}, ${item} in enumerate(${list})`, item, bare(body)); // prettier-ignore
      });
    const count = ts.isArrowFunction(callback) ? Math.max(1, callback.parameters.length) : 1;
    const made = this.expression(callback);
    const call = /^[\w.]+$/.test(made) ? made : undefined;
    const name = call ?? this.held(made);
    const item = this.fresh('item');
    const values = count === 0 ? '' : count === 1 ? item : `${item}, n`;
    return comprehension(kind, count < 2 ? `for ${item} in ${list}` : `for n, ${item} in enumerate(${list})`, item, `${name}(${values})`); // prettier-ignore
  }

  /** A function that was made in passing, under a name. */
  private held(made: string): string {
    const name = this.fresh('each');
    this.usedNames.add(name);
    this.before.push(`${name} = ${made}`);
    return name;
  }

  protected rangeOf(count: string, callback: ts.Expression): string {
    const inner = stripped(callback);
    if (ts.isArrowFunction(inner) && !needsStatements(inner) && !handsOutFunctions(inner))
      return this.inline(inner, (names, body) => `[${bare(body)} for ${names[1] ?? '_'} in range(${count})]`);
    const parameters = ts.isArrowFunction(inner) ? inner.parameters.length : 0;
    const name = this.expression(inner);
    return `[${name}(${parameters === 0 ? '' : 'None, n'}) for n in range(${count})]`;
  }

  protected lengthOf(list: string): string {
    return `len(${list})`;
  }

  protected text_(parts: string[]): string {
    return parts.filter((part) => part !== "''").join(' + ');
  }

  protected assign(target: string, operator: string, value: string): string[] {
    return [`${target} ${operator} ${bare(value)}`];
  }

  protected divide(left: string, right: string, isSafe: boolean): string {
    return isSafe ? `${left} / ${right}` : `_divide(${bare(left)}, ${bare(right)})`;
  }

  protected power(base: string, exponent: string): string {
    if (exponent !== '2') return `_power(${bare(base)}, ${bare(exponent)})`;
    return /^\w+$/.test(base) ? `${base} * ${base}` : `_square(${bare(base)})`;
  }

  protected pushAll(list: string, items: string): string {
    return `${list}.extend(${items})`;
  }

  protected optionalParameter(name: string): string {
    return `${name}=None`;
  }

  protected functionReference(name: string): string {
    return name === 'abs' ? 'abs' : `_${name}`;
  }
}

const indented = (lines: string[]): string[] =>
  (lines.length > 0 ? lines : ['pass']).flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : `    ${line}`)); // prettier-ignore

function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return text;
  }
  return /^\(lambda|^\([^()]*,/.test(text) && !text.includes(' if ') ? text : text.slice(1, -1);
}

const isOneIf = (lines: string[]): boolean =>
  lines.slice(1).every((line) => line.startsWith('    ') || line === '' || /^(elif |else:)/.test(line));

const oneMore = (end: string): string => (/ - 1$/.test(end) ? end.slice(0, -4) : /^\d+$/.test(end) ? String(Number(end) + 1) : `${end} + 1`); // prettier-ignore
const oneLess = (end: string): string => (/^\d+$/.test(end) ? String(Number(end) - 1) : `${end} - 1`);

/** Whether a function gives out functions that see its parameters: in a comprehension they would all see the last ones. */
function handsOutFunctions(callback: Callback): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node) && node !== callback) {
      const call = node.parent;
      const isConsumed =
        ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.arguments.includes(node); // prettier-ignore
      if (!isConsumed) found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(callback);
  return found;
}

function comprehension(kind: Each, loop: string, item: string, written: string): string {
  const body = kind !== 'map' && written.includes(' if ') ? `(${written})` : written;
  switch (kind) {
    case 'map':
      return `[${body} ${loop}]`;
    case 'filter':
      return `[${item} ${loop} if ${body}]`;
    case 'every':
      return `all(${body} ${loop})`;
    case 'some':
      return `any(${body} ${loop})`;
    case 'flatMap':
      return `[one ${loop} for one in ${body}]`;
    case 'find':
      return `next((${item} ${loop} if ${body}), None)`;
    case 'findIndex':
      return `_index_where(${body} ${loop})`;
  }
}

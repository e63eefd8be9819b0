/**
 * A program whose loops count: how often each was begun, and how many turns it has made. From two looks at the counts of a program
 * that is silent one sees which loop never ends: it goes on turning and is not begun again. A loop around it makes no more turns,
 * and one inside it is begun again and again.
 */
import { type Node, parse } from 'acorn';
import type { Transpiled } from '../transpile.ts';

/** Under this name a thread gives the counts to the program that runs in it. */
export const countsName = '__countsOfLoops';

export interface CountedLoops {
  program: Transpiled;
  /** The 1-based line on which each loop begins. */
  lines: number[];
}

const kinds = ['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'];
const isLoop = (node: Node): node is Node & { body: Node } => kinds.includes(node.type);

/** The same program, line by line, with counts: [begun, turns] of each loop in turn. */
export function withCountedLoops(program: Transpiled): CountedLoops {
  const { code } = program;
  const tree = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'script',
    allowReturnOutsideFunction: true,
    locations: true,
  });
  const lines: number[] = [];
  const inserts: { at: number; text: string }[] = [];
  /** @param outer Where the loop begins with its labels, which `continue` must find at the loop itself. */
  const visit = (node: Node, outer: Node = node): void => {
    if (isLoop(node)) {
      const place = 2 * lines.push(node.loc!.start.line) - 2;
      const count = (offset: number) => `Atomics.add(${countsName}, ${place + offset}, 1);`;
      inserts.push(
        { at: outer.start, text: `{ ${count(0)} ` },
        { at: node.body.start, text: `{ ${count(1)} ` },
        { at: node.body.end, text: ' }' },
        { at: outer.end, text: ' }' },
      );
    }
    for (const child of childrenOf(node))
      visit(child, node.type === 'LabeledStatement' && child.type !== 'Identifier' ? outer : child);
  };
  visit(tree);
  return { program: { ...program, code: inserted(code, inserts) }, lines };
}

function childrenOf(node: Node): Node[] {
  const values = Object.values(node as unknown as Record<string, unknown>).flat();
  return values.filter((value): value is Node => typeof (value as Node | null)?.type === 'string');
}

/** Of two texts for one place the one that was asked for first stands first; what ends there stands before what begins. */
function inserted(code: string, inserts: readonly { at: number; text: string }[]): string {
  const isEnd = (text: string) => text === ' }';
  const sorted = inserts.toSorted(
    (one, other) => one.at - other.at || Number(isEnd(other.text)) - Number(isEnd(one.text)),
  );
  let text = '';
  let done = 0;
  for (const { at, text: piece } of sorted) {
    text += code.slice(done, at) + piece;
    done = at;
  }
  return text + code.slice(done);
}

/** The line of the loop that has gone on turning between two looks without being begun again; the innermost, if there are more. */
export function endlessLoopAt(
  lines: readonly number[],
  before: Int32Array,
  after: Int32Array,
): number | undefined {
  return lines.findLast(
    (_, loop) => before[2 * loop] === after[2 * loop] && before[2 * loop + 1] !== after[2 * loop + 1],
  );
}

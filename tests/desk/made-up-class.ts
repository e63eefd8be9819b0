/**
 * A class of students that there never was, with what the desk must find of each: honest ones, boasters, copies, and those whose
 * programs attack what runs them. The answers are to the exercises of the fixture book's chapter "practice".
 */
import { readFileSync } from 'node:fs';
import { fingerprint } from '../../src/book/fingerprint.ts';
import { handInText, type HandedAnswer } from '../../src/book/hand-in/hand-in.ts';

/** What the desk must find of a program. */
type Found = 'right' | 'wrong' | 'could not be run or read';

export interface MadeUp {
  file: string;
  text: string;
  name: string;
  code: Found;
  right: number;
  /** Answers said to be solved and not found right, and the other way round. */
  less: number;
  more: number;
  isCopy: boolean;
}

const given = readFileSync('tests/fixture/content/chapters/practice/program.ts', 'utf8');
const wrongSlope = 'slope: (a) => 1 - Math.tanh(a) ** 2,';
const mended = given.replace(wrongSlope, 'slope: (a) => 1 - a * a,');
const otherWrong = given.replace(wrongSlope, 'slope: (a) => a * (1 - a),');
const inUpdate = (code: string) => mended.replace(/(export function update\([^{]*\{\n)/, `$1  ${code}\n`);
const atTop = (code: string) => `${mended}\n${code}\n`;

/** Programs that attack: what does not do harm may still be right, and what is refused is not. */
export const attacks: { what: string; program: string; found: Found }[] = [
  { what: 'never ends', program: atTop('for (;;) {}'), found: 'could not be run or read' },
  { what: 'never ends in an update', program: inUpdate('for (;;) {}'), found: 'could not be run or read' },
  { what: 'fetches', program: atTop("fetch('https://example.org/')"), found: 'could not be run or read' },
  {
    what: 'takes all memory',
    program: atTop('const all = [];\nfor (;;) all.push(new Array(1e6).fill(1));'),
    found: 'could not be run or read',
  },
  {
    what: 'changes what all objects come from',
    program: atTop('(Object.prototype as any).polluted = true;'),
    found: 'could not be run or read',
  },
  {
    what: 'changes how lists grow',
    program: atTop('Array.prototype.push = () => 0;'),
    found: 'could not be run or read',
  },
  {
    what: 'answers in the name of the sandbox',
    program: atTop("postMessage({ kind: 'answer', value: { passed: true } });"),
    found: 'could not be run or read',
  },
  {
    what: 'looks for the page',
    program: atTop("(globalThis as any).parent.postMessage({ kind: 'ready' }, '*');"),
    found: 'could not be run or read',
  },
  { what: 'imports', program: atTop("import('data:text/javascript,1');"), found: 'could not be run or read' },
  { what: 'is no program', program: 'Dear Sir or Madam,', found: 'could not be run or read' },
  {
    what: 'throws',
    program: atTop("throw new Error('<img src=x onerror=alert(1)>');"),
    found: 'could not be run or read',
  },
  {
    what: 'prints without end',
    program: inUpdate("for (let i = 0; i < 1e5; i++) console.log('x'.repeat(1000));"),
    found: 'could not be run or read',
  },
  { what: 'is empty', program: ' ', found: 'could not be run or read' },
];

/** Lines that do nothing, as a student may add them: no two students the same. */
const ownLines = (n: number) => `\nconst mine${n} = ${n};\nconst twice${n} = 2 * mine${n};\n`;

export function classOf(count: number): MadeUp[] {
  return Array.from({ length: count }, (_, n) => {
    const attack = n < attacks.length ? attacks[n] : undefined;
    const name = attack ? `Attacker ${attack.what}` : `Student ${String(n).padStart(3, '0')}`;
    /** Every tenth shares with four others. */
    const isCopy = !attack && n % 10 === 0;
    const isMended = n % 3 !== 0;
    const own = isCopy ? ownLines(1_000_000 + Math.floor(n / 50)) : ownLines(n);
    const program = attack?.program ?? (isCopy || isMended ? mended : n % 2 ? otherWrong : given) + own;
    const code: Found = attack?.found ?? (isCopy || isMended ? 'right' : 'wrong');
    const saysCode = attack || n % 7 === 0 ? true : code === 'right';
    const number = n % 4 === 0 ? '0.3' : n % 4 === 1 ? '1/4' : n % 4 === 2 ? '0,25' : '25 %';
    const numberRight = n % 4 !== 0;
    const saysNumber = n % 9 === 0 ? !numberRight : numberRight;
    const choice = n % 5 === 0 ? 'half' : 'few';
    const choiceRight = choice === 'few';
    const entry = (
      id: string,
      kind: HandedAnswer['kind'],
      answer: string,
      solved: boolean,
    ): HandedAnswer => ({
      id: `practice.${id}`,
      kind,
      solved,
      tries: 1 + (n % 3),
      sawSolution: n % 11 === 0,
      at: '2026-03-01T10:00:00.000Z',
      answer,
      ...(kind === 'code' && { given: fingerprint(given), seeds: { from: 1, count: 20 } }),
    });
    const answers = [
      entry('what-will-happen', 'prediction', choice, choiceRight),
      entry('read-the-rate', 'number', number, saysNumber),
      entry('mend-the-slope', 'code', program, saysCode),
    ];
    const found: [said: boolean, isRight: boolean][] = [
      [choiceRight, choiceRight],
      [saysNumber, numberRight],
      [saysCode, code === 'right'],
    ];
    return {
      file: `hand-in-${String(n).padStart(3, '0')}.json`,
      text: handInText({
        name,
        edition: { book: '0.1.0', course: 'book', title: 'x' },
        savedAt: '2026-03-02T10:00:00.000Z',
        answers,
      }),
      name,
      code,
      right: found.filter(([, isRight]) => isRight).length,
      less: found.filter(([said, isRight]) => said && !isRight).length,
      more: found.filter(([said, isRight]) => !said && isRight).length,
      isCopy,
    };
  });
}

import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import {
  createDesk,
  differenceOf,
  type Bench,
  type DeskMeans,
} from '../../../../components/exercises/desk/desk.ts';
import { gradeSheet, notesOn, rightCount } from '../../../../components/exercises/desk/grade-sheet.ts';
import { readFile } from '../../../../components/exercises/desk/read-file.ts';
import {
  fingerprint,
  handInText,
  samePrograms,
  type Graded,
  type GradedExercise,
  type HandedAnswer,
} from '../../../../src/book/index.ts';

const at = '2026-01-01T12:00:00.000Z';
const edition = { book: '0.1.0', course: 'book', title: 'The book' };
const given = 'first line\nwrong line\n';
const exercises: GradedExercise[] = [
  { id: 'a.number', kind: 'number', answer: { number: 0.25, tolerance: 0.001, unit: '' } },
  {
    id: 'a.choice',
    kind: 'choice',
    answer: {
      options: [
        { id: 'yes', text: 'Yes.', right: true },
        { id: 'no', text: 'No.', right: false },
      ],
    },
  },
  {
    id: 'a.code',
    kind: 'code',
    given,
    grade: { seeds: { from: 1, count: 20, solved: 18, epochs: 100 }, gradient: false },
  },
];

const answered = (id: string, answer: string, fields: Partial<HandedAnswer> = {}): HandedAnswer => ({
  id,
  kind: id.split('.')[1] as HandedAnswer['kind'],
  solved: true,
  tries: 1,
  sawSolution: false,
  at,
  answer,
  ...(id === 'a.code' && { given: fingerprint(given), seeds: { from: 1, count: 20 } }),
  ...fields,
});

const fileOf = (name: string, answers: HandedAnswer[], more: object = {}) => ({
  path: `${name}.json`,
  file: new Blob([handInText({ name, edition: { ...edition, ...more }, savedAt: at, answers })]),
});

const oneLearned = {
  kind: 'seeds',
  solved: 1,
  count: 20,
  asked: 18,
  epochs: 100,
  endings: [],
} as const;

/** Judges a program by a word in it, and notes what it was asked. */
function fakeMeans(): DeskMeans & { asked: string[]; open: () => number } {
  const asked: string[] = [];
  let open = 0;
  const openBench = (): Bench => {
    open++;
    return {
      grade: async ({ grade }, program): Promise<Graded> => {
        await Promise.resolve();
        asked.push(`${grade.seeds.from}: ${program}`);
        if (program.includes('silent') && (open > 1 || program.includes('for ever')))
          return { kind: 'failed', failure: { kind: 'timeout', message: 'It fell silent.' } };
        if (program.includes('throws'))
          return { kind: 'failed', failure: { kind: 'exception', message: 'It threw.', line: 3 } };
        if (program.includes('seed 1 only') && grade.seeds.from !== 1)
          return { kind: 'checked', checks: [{ met: false, said: oneLearned }] };
        const met = program.includes('mended') || program.includes('seed 1');
        return { kind: 'checked', checks: [{ met, said: { kind: 'data' } }] };
      },
      close: () => void open--,
    };
  };
  return {
    edition,
    exercises,
    read: readFile,
    compare: (programs, begun) => Promise.resolve(samePrograms(programs, begun)),
    openBench,
    lanes: 3,
    asked,
    open: () => open,
  };
}

async function deskWith(...files: { path: string; file: Blob }[]) {
  const means = fakeMeans();
  const desk = createDesk(means, () => {});
  await desk.add(files);
  return { desk, means };
}

describe('the desk', () => {
  it('judges every answer, and believes no claim', async () => {
    const { desk } = await deskWith(
      fileOf('Honest', [
        answered('a.number', '1/4'),
        answered('a.choice', 'no', { solved: false }),
        answered('a.code', 'mended'),
      ]),
      fileOf('Boaster', [
        answered('a.number', '0.3'),
        answered('a.choice', 'yes', { tries: 0 }),
        answered('a.code', given),
      ]),
      fileOf('Modest', [answered('a.choice', 'yes', { solved: false })]),
    );
    expect(desk.phase).toBe('done');
    expect(desk.students.map((student) => [student.handIn.name, rightCount(student)])).toEqual([
      ['Honest', 2],
      ['Boaster', 0],
      ['Modest', 1],
    ]);
    expect(desk.students.map(({ marks }) => marks.map(differenceOf))).toEqual([
      [undefined, undefined, undefined],
      ['less', 'less', 'less'],
      [undefined, 'more', undefined],
    ]);
  });

  it('runs the same text once, and what fell silent beside others once more alone', async () => {
    const { desk, means } = await deskWith(
      ...['one', 'two', 'three', 'four'].map((name) => fileOf(name, [answered('a.code', `mended ${name}`)])),
      fileOf('copy', [answered('a.code', 'mended one')]),
      fileOf('slow', [answered('a.code', 'mended, silent beside others')]),
      fileOf('loop', [answered('a.code', 'silent for ever')]),
    );
    expect(means.asked.filter((asked) => asked === '1: mended one')).toHaveLength(1);
    expect(means.asked.filter((asked) => asked.includes('silent'))).toHaveLength(4);
    expect(means.open()).toBe(0);
    const [slow, loop] = desk.students.slice(-2).map(({ marks }) => marks[2]!.outcome);
    expect(slow).toEqual({ kind: 'right' });
    expect(loop).toEqual({ kind: 'unreadable', why: 'It fell silent.' });
  });

  it('tries programs from another seed', async () => {
    const { desk } = await deskWith(fileOf('Cheat', [answered('a.code', 'knows seed 1 only')]));
    expect(desk.students[0]!.marks[2]!.outcome).toEqual({ kind: 'right' });
    await desk.tryFrom(500);
    expect(desk.students[0]!.marks[2]!.outcome).toEqual({
      kind: 'wrong',
      missing: [oneLearned],
    });
    await desk.tryFrom(undefined);
    expect(desk.students[0]!.marks[2]!.outcome).toEqual({ kind: 'right' });
  });

  it('says what is odd of a hand-in: its name, its course, its version, its program, its seeds', async () => {
    const { desk } = await deskWith(
      fileOf('Ada', [answered('a.code', 'mended', { given: 'other', seeds: { from: 7, count: 20 } })]),
      fileOf('ada', [answered('a.essay', 'x', { kind: 'choice' })], { course: 'other', book: '9.9.9' }),
      fileOf('Bob', [answered('a.choice', '0.3', { kind: 'number' })]),
    );
    const [ada, twin, bob] = desk.students;
    expect(ada!.marks[2]).toMatchObject({ isOtherVersion: true, isOtherSeeds: true });
    expect(notesOn(ada!)).toEqual(['another hand-in has this name']);
    expect(notesOn(twin!)).toEqual([
      'another hand-in has this name',
      'made in the course “other”',
      'made with version 9.9.9 of the book',
      'not asked in this course: a.essay',
    ]);
    expect(bob!.marks[1]!.outcome).toMatchObject({ kind: 'unreadable' });
  });

  it('finds who has the same program', async () => {
    const { desk } = await deskWith(
      fileOf('A', [answered('a.code', 'first line\nmended\nmore\n')]),
      fileOf('B', [answered('a.code', given)]),
      fileOf('C', [answered('a.code', 'first line // mine\n  mended\n\nmore')]),
      fileOf('D', [answered('a.code', given)]),
    );
    expect(desk.students.map(({ shared }) => shared)).toEqual([
      [{ exercise: 'a.code', with: [2], changedLines: 2 }],
      [],
      [{ exercise: 'a.code', with: [0], changedLines: 2 }],
      [],
    ]);
  });

  it('stops, keeps what it has, and goes on', async () => {
    const means = fakeMeans();
    let hasStopped = false;
    const desk = createDesk(means, () => {
      if (hasStopped || desk.phase !== 'judging' || desk.progress.done < 2) return;
      hasStopped = true;
      desk.stop();
    });
    await desk.add(Array.from({ length: 9 }, (_, n) => fileOf(`S${n}`, [answered('a.code', `mended ${n}`)])));
    expect(desk.phase).toBe('stopped');
    expect(desk.students).toHaveLength(9);
    const waiting = desk.students.filter(({ marks }) => marks[2]!.outcome.kind === 'waiting').length;
    expect(waiting).toBeGreaterThan(3);
    await desk.goOn();
    expect(desk.phase).toBe('done');
    expect(desk.students.map(rightCount)).toEqual(Array(9).fill(1));
  });

  it('is empty once it is cleared, and can be used again', async () => {
    const means = fakeMeans();
    const desk = createDesk(means, () => {});
    const first = desk.add([fileOf('Old', [answered('a.code', 'mended')])]);
    desk.clear();
    await Promise.all([first, desk.add([fileOf('New', [answered('a.code', 'mended')])])]);
    expect(desk.students.map(({ handIn }) => handIn.name)).toEqual(['New']);
    expect(desk.phase).toBe('done');
  });

  it('makes a table for a spreadsheet, without a formula in it', async () => {
    const { desk } = await deskWith(
      fileOf('=HYPERLINK("http://x")', [
        answered('a.number', '0.3'),
        answered('a.choice', 'yes'),
        answered('a.code', 'throws'),
      ]),
      { path: '@evil.json', file: new Blob(['{']) },
    );
    expect(gradeSheet(desk, ['a.number', 'a.choice', 'a.code'])).toBe(
      '\uFEFFName,File,Right,Of,Said to be solved,Less than said,More than said,Same program as,Note,Saved at,a.number,a.choice,a.code\r\n' +
        `"'=HYPERLINK(""http://x"")","'=HYPERLINK(""http://x"").json",1,3,3,a.number a.code,,,,${at},wrong,right,could not be run or read\r\n` +
        `,'@evil.json,,,,,,,"not read: It is not JSON, or not whole.",,,,\r\n`,
    );
  });
});

describe('a file on the desk', () => {
  const read = (path: string, file: Blob) =>
    readFile(path, file).then((files) =>
      files.map((one) => [one.file, one.kind === 'ok' ? one.handIn.name : one.why]),
    );
  const sound = async (name: string) => new Uint8Array(await fileOf(name, []).file.arrayBuffer());

  it('may be a zip of hand-ins, in folders; each that is wrong is named', async () => {
    const zip = zipSync({
      'Ada_1/hand-in.json': await sound('Ada'),
      'Bob_2/hand-in.json': new TextEncoder().encode('{'),
      'Bomb_3/hand-in.json': new Uint8Array(50_000_000),
      'Notes_4/read me.txt': new Uint8Array(3),
      '__MACOSX/Ada_1/._hand-in.json': new Uint8Array(3),
    });
    expect(await read('all.zip', new Blob([zip]))).toEqual([
      ['all.zip/Ada_1/hand-in.json', 'Ada'],
      ['all.zip/Bob_2/hand-in.json', 'It is not JSON, or not whole.'],
      ['all.zip/Bomb_3/hand-in.json', 'It has 50 MB; a hand-in is far smaller. It was not opened.'],
    ]);
  });

  it('that lies about its size in a zip gets no more room than it said', async () => {
    const zip = zipSync({ 'a.json': new Uint8Array(30_000_000).fill(32) });
    // Its size unpacked stands 24 bytes into its entry at the zip's end, and 22 into its head.
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at < zip.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
    }
    expect(await read('bomb.zip', new Blob([zip]))).toEqual([['bomb.zip/a.json', 'It is empty.']]);
  });

  it('that is too large is not opened, and one that is no zip says so', async () => {
    expect(await read('x.json', new Blob([new Uint8Array(50_000_000)]))).toEqual([
      ['x.json', 'It has 50 MB; a hand-in is far smaller. It was not opened.'],
    ]);
    expect(await read('x.zip', new Blob(['no zip at all']))).toEqual([
      ['x.zip', 'It is no zip, or not whole.'],
    ]);
    expect(await read('x.zip', new Blob([zipSync({ 'a.txt': new Uint8Array(1) })]))).toEqual([
      ['x.zip', 'There is no hand-in in this zip: no file ends in .json.'],
    ]);
  });
});

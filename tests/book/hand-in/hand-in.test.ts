import { describe, expect, it } from 'vitest';
import {
  handInFileName,
  handInOf,
  handInText,
  progressOf,
  readHandIn,
  saysHandIn,
  type AskedExercise,
} from '../../../src/book/hand-in/hand-in.ts';
import {
  emptyProgress,
  mergeProgress,
  recordAnswer,
  recordSolutionSeen,
} from '../../../src/book/progress.ts';

const morning = '2026-01-01T08:00:00.000Z';
const noon = '2026-01-01T12:00:00.000Z';
const edition = { book: '0.1.0', course: 'book', title: 'Broken by One Line' };
const exercises: AskedExercise[] = [
  { id: 'a.number', kind: 'number' },
  { id: 'a.code', kind: 'code', given: 'k3', seeds: { from: 1, count: 20 } },
  { id: 'a.read', kind: 'choice' },
  { id: 'a.open', kind: 'choice' },
];

function worked() {
  let progress = recordAnswer(emptyProgress(), 'a.code', {
    answer: 'let a;\nlet b;',
    right: true,
    at: morning,
  });
  progress = recordAnswer(progress, 'a.code', { answer: 'nonsense', right: false, at: noon });
  progress = recordAnswer(progress, 'a.number', { answer: '1/4', right: false, at: noon });
  progress = recordAnswer(progress, 'gone.long-ago', { answer: 'x', right: true, at: noon });
  return recordSolutionSeen(progress, 'a.read', noon);
}

const handIn = () => handInOf(worked(), exercises, { name: '  Ada\n Lovelace ', edition, savedAt: noon });

describe('a hand-in', () => {
  it('holds the answers in the order of the course, the right one where there was one, a program line by line', () => {
    expect(handInText(handIn())).toBe(`{
  "format": "hand-in",
  "version": 1,
  "name": "Ada Lovelace",
  "book": "0.1.0",
  "course": "book",
  "title": "Broken by One Line",
  "savedAt": "2026-01-01T12:00:00.000Z",
  "answers": [
    {
      "id": "a.number",
      "kind": "number",
      "solved": false,
      "tries": 1,
      "sawSolution": false,
      "at": "2026-01-01T12:00:00.000Z",
      "answer": "1/4"
    },
    {
      "id": "a.code",
      "kind": "code",
      "solved": true,
      "tries": 2,
      "sawSolution": false,
      "at": "2026-01-01T12:00:00.000Z",
      "given": "k3",
      "seeds": {
        "from": 1,
        "count": 20
      },
      "program": [
        "let a;",
        "let b;"
      ]
    },
    {
      "id": "a.read",
      "kind": "choice",
      "solved": false,
      "tries": 0,
      "sawSolution": true,
      "at": "2026-01-01T12:00:00.000Z",
      "answer": ""
    }
  ]
}
`);
  });

  it('is read as it was written', () => {
    expect(readHandIn(handInText(handIn()))).toEqual({ kind: 'ok', handIn: handIn() });
    expect(saysHandIn(handInText(handIn()))).toBe(true);
    expect(saysHandIn('{"version":1,"exercises":{}}')).toBe(false);
  });

  it('brings its answers to another device, where a later one stays', () => {
    const here = recordAnswer(emptyProgress(), 'a.number', {
      answer: '0.3',
      right: true,
      at: '2026-01-02T00:00:00.000Z',
    });
    const { exercises: merged } = mergeProgress(here, progressOf(handIn()));
    expect(merged['a.number']).toMatchObject({ answer: '0.3', solved: true });
    expect(merged['a.code']).toMatchObject({ answer: 'let a;\nlet b;', solved: true, tries: 2 });
  });

  it.each([
    ['Ada Lovelace', 'hand-in-ada-lovelace.json'],
    ['../../etc/passwd', 'hand-in-etc-passwd.json'],
    ['李 雷', 'hand-in-李-雷.json'],
    ['???', 'hand-in-of-a-reader.json'],
  ])('of %s is called %s', (name, file) => expect(handInFileName(name)).toBe(file));
});

describe('a file that is no sound hand-in', () => {
  const edited = (edit: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(handInText(handIn())) as Record<string, unknown>;
    edit(file);
    return JSON.stringify(file);
  };
  const answerWith = (fields: object) =>
    edited((file) => (file['answers'] = [{ ...(file['answers'] as object[])[0], ...fields }]));

  it.each([
    ['', /empty/],
    ['Dear diary', /not JSON/],
    [handInText(handIn()).slice(0, 300), /not whole/],
    ['null', /no hand-in/],
    ['[1]', /no hand-in/],
    ['{"__proto__":{"format":"hand-in","version":1}}', /no hand-in/],
    [edited((file) => (file['version'] = 2)), /newer edition of the book \(format 2\)/],
    [edited((file) => (file['version'] = '1')), /which version/],
    [edited((file) => (file['name'] = 7)), /"name" is missing or no text/],
    [edited((file) => (file['name'] = 'x'.repeat(1000))), /"name"/],
    [edited((file) => (file['savedAt'] = 'soon')), /"savedAt"/],
    [edited((file) => (file['answers'] = { length: 3 })), /"answers"/],
    [edited((file) => (file['answers'] = [null])), /answer 1 is damaged: it is no entry/],
    [answerWith({ id: '__proto__' }), /"id"/],
    [answerWith({ id: 'constructor.prototype'.toUpperCase() }), /"id"/],
    [answerWith({ kind: 'essay' }), /"kind"/],
    [answerWith({ solved: 'yes' }), /"solved"/],
    [answerWith({ tries: -1 }), /"tries"/],
    [answerWith({ tries: 1e300 }), /"tries"/],
    [answerWith({ at: 'x' }), /"at"/],
    [answerWith({ answer: ['x'] }), /"answer" is no text/],
    [answerWith({ kind: 'code', program: [1] }), /"program" is no list of lines/],
    [answerWith({ answer: 'x'.repeat(200_001) }), /"answer"/],
    [edited((file) => (file['answers'] = [...(file['answers'] as []), ...(file['answers'] as [])])), /twice/],
    [`{"format":"hand-in","padding":"${'x'.repeat(2_000_001)}"}`, /far larger/],
    ['['.repeat(500_000), /not JSON/],
  ])('number %# of these is refused with its reason', (text, why) => {
    const reading = readHandIn(text);
    expect(reading.kind === 'invalid' ? reading.why : '').toMatch(why);
  });

  it('changes nothing that all objects have, whatever its fields are called', () => {
    const reading = readHandIn(
      edited((file) => {
        Object.defineProperty(file, '__proto__', { value: { polluted: true }, enumerable: true });
        Object.defineProperty((file['answers'] as object[])[0], '__proto__', {
          value: { solved: true },
          enumerable: true,
        });
      }),
    );
    expect(reading).toEqual({ kind: 'ok', handIn: handIn() });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may not turn the direction of what stands after its name', () => {
    const reading = readHandIn(edited((file) => (file['name'] = 'Ada\u202E\u0000\nLovelace')));
    expect(reading.kind === 'ok' && reading.handIn.name).toBe('Ada Lovelace');
  });
});

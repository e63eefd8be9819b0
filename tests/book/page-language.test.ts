import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUntranslated, pageFile, pageOfFile } from '../../src/book/course.ts';
import { readExercises } from '../../src/book/exercises.ts';
import { readFaults } from '../../src/book/faults.ts';
import { readCatalogue } from '../../src/book/language/catalogue.ts';

const root = process.cwd();

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'language-'));
  cpSync('tests/fixture/content', join(folder, 'content'), { recursive: true });
  process.chdir(folder);
  process.env['BOOK_COURSE'] = 'deutsch';
});
afterEach(() => {
  process.chdir(root);
  delete process.env['BOOK_COURSE'];
});

it('a page is its translation where there is one, under the same name', () => {
  expect(pageFile('cases/xor')).toBe('content/de/cases/xor/case.mdx');
  expect(pageOfFile('de/cases/xor/case.mdx')).toBe('cases/xor');
  expect(isUntranslated('cases/xor')).toBe(false);
});

it('a page without one is the original, and is known to be', () => {
  expect(pageFile('cases/deep')).toBe('content/cases/deep/case.mdx');
  expect(isUntranslated('cases/deep')).toBe(true);
});

it('a course in the language of the book has no translations', () => {
  process.env['BOOK_COURSE'] = 'book';
  expect(pageFile('cases/xor')).toBe('content/cases/xor/case.mdx');
  expect(isUntranslated('cases/deep')).toBe(false);
  expect(readFaults('xor').faults[0]!.title).toBe("ReLU's derivative is 1 everywhere");
});

it('faults are said in the language, with the mends of the original, and what is missing as it was written', () => {
  const [fault] = readFaults('xor').faults;
  expect(fault).toMatchObject({
    title: 'Die Ableitung von ReLU ist überall 1',
    why: 'The function is given the activation, which is never negative.',
    matters: { how: 'cause', words: 'So wie sie ist, lernen es {xor.as-posted.solved} der Startwerte.' },
  });
  expect(fault!.mend?.typescript[0]!.replace).toBe('derivative: (x) => (x > 0 ? 1 : 0)');
});

it('exercises are, option by option', () => {
  const [exercise] = readExercises('practice');
  expect(exercise).toMatchObject({
    question: 'Wie viele dieser Netze werden es lernen?',
    options: [{ text: 'Fast alle.' }, { text: 'About half.' }, { text: 'Kaum eines.', right: true }],
    solution: 'The derivative is `1` everywhere, so hardly any learn.',
  });
});

it.each([
  [
    'no-such-fault: { title: Nichts }',
    '1: no-such-fault: there is nothing with the id "no-such-fault"; expected one of',
  ],
  ['derivative-always-one: { titel: Nichts }', '1: derivative-always-one.titel: there is no such field'],
  [
    'derivative-always-one: { hints: [Eins] }',
    '1: derivative-always-one.hints: expected 0, as the original has, found 1',
  ],
])('words for what is not there are refused: %s', (yaml, message) => {
  writeFileSync('content/de/cases/xor/words.yaml', `${yaml}\n`);
  expect(() => readFaults('xor')).toThrow(`content/de/cases/xor/words.yaml:${message}`);
});

it('a translation of the interface keeps the parts of its message', () => {
  expect(readCatalogue('de').get('Chapter {0}')).toBe('Kapitel {0}');
  writeFileSync('content/de/interface.yaml', "Check: Prüfen\n'{0} of {1}': '{0} von allen'\n");
  expect(() => readCatalogue('de')).toThrow(
    'content/de/interface.yaml:2: {0} of {1}: expected the parts {0} {1}, found {0}',
  );
});

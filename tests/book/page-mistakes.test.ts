import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { authorComponents } from '../../src/book/author-components.ts';
import { readCourse } from '../../src/book/course.ts';
import { mistakesOfPage } from '../../src/book/page-mistakes.ts';

const components = await authorComponents();
process.chdir('tests/fixture');
const course = readCourse('book');

function mistakesIn(text: string): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'chapter.mdx');
  writeFileSync(file, `---\ntitle: A page\n---\n\n${text}`);
  return mistakesOfPage(file, course, components).map((one) => one.replace(/^.*chapter\.mdx:/, ''));
}

it('names every tag and link that leads to what is not there, with its line', () => {
  const text = [
    'The sum $w_{1} x$, [a case](/cases/xor/) and <Term id="relu" />.',
    '',
    'See [one that is gone](/cases/gone/) and <a href="/chapters/gone/#here">another</a>.',
    '',
    '<Bench case="gone" />',
    '',
    '- <Fact id="gone.as-posted.solved" />',
  ].join('\n');
  expect(mistakesIn(text).map((one) => one.slice(0, 52))).toEqual([
    '9: <Bench case="gone">: there is no content/cases/go',
    '11: <Fact id="gone.as-posted.solved">: there is no p',
    '7: the link to "/cases/gone/": there is no content/c',
    '7: the link to "/chapters/gone/#here": there is no c',
  ]);
});

it('says where MDX cannot be read', () => {
  expect(mistakesIn('One.\n\n<Bench case="xor">\n')).toEqual([expect.stringMatching(/^7:1: .*Bench/)]);
});

it('asks for an id where links could not tell two exhibits of a page apart, or a reader’s work be kept', () => {
  const twice = '<Bench case="xor" />\n\n<Bench case="xor" seed={2} />';
  expect(mistakesIn(twice)).toEqual([
    expect.stringMatching(/^7: <Bench>: the exhibit of line 5 .* id="<word>"/),
  ]);
  expect(mistakesIn(twice.replace('seed={2}', 'seed={2} id="second"'))).toEqual([]);
});

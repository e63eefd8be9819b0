import '../fixture/in-fixture-content.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCourse } from '../../src/book/course.ts';
import { readFindingSections } from '../../src/book/finding-sections.ts';

const course = readCourse('book');
const read = (text: string, of = course) => {
  const file = join(mkdtempSync(join(tmpdir(), 'findings-')), 'findings.yaml');
  writeFileSync(file, text);
  return readFindingSections(of, file);
};

describe('content/findings.yaml', () => {
  it('leads from codes to sections, each told once', () => {
    const { sections, byCode } = read(
      'units-dead: [chapters/practice#what-it-takes-to-be-dead]\noutput-dead: [chapters/practice#what-it-takes-to-be-dead, cases/deep]',
    );
    expect(sections).toEqual([
      { address: '/chapters/practice/#what-it-takes-to-be-dead', title: 'What it takes to be dead' },
      { address: '/cases/deep/', title: 'It prints −0' },
    ]);
    expect(byCode).toEqual({ 'units-dead': [0], 'output-dead': [0, 1] });
  });

  it('refuses a code, a page and a heading that there are not, with file, line and the nearest', () => {
    expect(() => read('unit-dead: [chapters/practice]')).toThrow(
      /findings\.yaml:1: unit-dead: "unit-dead" is no code of a finding; .*units-dead/,
    );
    expect(() => read('fate: [chapters/practice]\nunits-dead: [chapters/practise]')).toThrow(
      /findings\.yaml:2: units-dead\[0\]: "chapters\/practise" is named here/,
    );
    expect(() => read('units-dead: [chapters/practice#what-kills-the-output]')).toThrow(
      /findings\.yaml:1: .*has no heading "what-kills-the-output"; .*what-kills-an-output/,
    );
  });

  it('drops pages that the course leaves out', () => {
    const few = { ...course, parts: [{ title: 'One', pages: ['cases/deep'] }] };
    const text = 'units-dead: [chapters/practice]\nminus-zeros: [cases/deep, chapters/practice]';
    expect(read(text, few)).toEqual({
      sections: [{ address: '/cases/deep/', title: 'It prints −0' }],
      byCode: { 'minus-zeros': [0] },
    });
  });
});

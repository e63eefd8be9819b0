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
    const { sections, byCode } = readFindingSections(course);
    expect(Object.keys(byCode).length).toBeGreaterThan(50);
    expect(new Set(sections.map(({ address }) => address)).size).toBe(sections.length);
    const [index] = byCode['all-units-dead']!;
    expect(sections[index!]).toEqual({
      address: '/chapters/dying-relu/#what-it-takes-to-be-dead',
      title: 'What it takes to be dead',
    });
  });

  it('refuses a code, a page and a heading that there are not, with file, line and the nearest', () => {
    expect(() => read('unit-dead: [chapters/dying-relu]')).toThrow(
      /findings\.yaml:1: unit-dead: "unit-dead" is no code of a finding; .*units-dead/,
    );
    expect(() => read('fate: [chapters/dying-relu]\nunits-dead: [chapters/dying]')).toThrow(
      /findings\.yaml:2: units-dead\[0\]: "chapters\/dying" is named here/,
    );
    expect(() => read('units-dead: [chapters/dying-relu#some-are-borne-dead]')).toThrow(
      /findings\.yaml:1: .*has no heading "some-are-borne-dead"; .*some-are-born-dead/,
    );
  });

  it('drops pages that the course leaves out', () => {
    const few = { ...course, parts: [{ title: 'One', pages: ['cases/negative-zero'] }] };
    const text = 'units-dead: [chapters/dying-relu]\nminus-zeros: [cases/negative-zero, chapters/dying-relu]';
    expect(read(text, few)).toEqual({
      sections: [{ address: '/cases/negative-zero/', title: 'It predicts −0' }],
      byCode: { 'minus-zeros': [0] },
    });
  });
});

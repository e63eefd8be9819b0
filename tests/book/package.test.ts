import { describe, expect, it } from 'vitest';
import { keepState, readState } from '../../src/book/package/kept-state.ts';
import { manifest } from '../../src/book/package/manifest.ts';
import { packageBase, relativeFile } from '../../src/book/package/relative-files.ts';
import { emptyProgress, recordAnswer, recordSolutionSeen } from '../../src/book/progress.ts';

const at = '2026-10-12T08:30:00.000Z';
const given = Array.from({ length: 120 }, (_, i) => `const line${i} = ${(i * 7919) % 101} * rate;`).join(
  '\n',
);
const mended = given.replace('line7 = 81', 'line7 = -81').replace(/.*line99.*\n/, '');
const exercises = [{ id: 'one.choose' }, { id: 'one.compute' }, { id: 'one.mend', given }];

const answered = () => {
  let progress = recordAnswer(emptyProgress(), 'one.choose', { answer: 'b', right: false, at });
  progress = recordAnswer(progress, 'one.choose', { answer: 'a', right: true, at });
  progress = recordSolutionSeen(progress, 'one.compute', at);
  return recordAnswer(progress, 'one.mend', { answer: mended, right: true, at });
};

describe('the state that an LMS keeps', () => {
  it('gives the progress back as it was, programs and all', () => {
    const { text, withoutProgram } = keepState(answered(), exercises, 4096);
    expect(withoutProgram).toEqual([]);
    expect(readState(text, exercises)).toEqual(answered());
  });

  it('keeps of a program what was changed in it', () => {
    const { text } = keepState(answered(), exercises, 4096);
    expect(given.length).toBeGreaterThan(3000);
    expect(text.length).toBeLessThan(400);
  });

  it('lets the largest program go where there is no room, and says so; that it was solved is kept', () => {
    const noise = Array.from({ length: 400 }, (_, i) => String(Math.sin(i))).join('\n');
    const progress = recordAnswer(answered(), 'one.mend', { answer: noise, right: true, at });
    const { text, withoutProgram } = keepState(progress, exercises, 4096);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(withoutProgram).toEqual(['one.mend']);
    expect(readState(text, exercises).exercises['one.mend']).toMatchObject({
      solved: true,
      tries: 2,
      answer: given,
    });
  });

  it('keeps of a solved exercise the program that solved it, not what was tried after it', () => {
    const progress = recordAnswer(answered(), 'one.mend', { answer: 'nonsense', right: false, at });
    const { text } = keepState(progress, exercises, 4096);
    expect(readState(text, exercises).exercises['one.mend']).toMatchObject({
      solved: true,
      tries: 2,
      answer: mended,
    });
  });

  it('keeps a hundred exercises in the room of SCORM 1.2', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ id: `chapter-${i % 7}.exercise-number-${i}` }));
    const progress = many.reduce(
      (before, { id }, i) => recordAnswer(before, id, { answer: `option-${i % 4}`, right: i % 3 > 0, at }),
      emptyProgress(),
    );
    expect(keepState(progress, many, 4096).withoutProgram).toEqual([]);
  });

  it('is nothing at first, and refuses what it has not made', () => {
    expect(readState('', exercises)).toEqual(emptyProgress());
    expect(() => readState('9.abc', exercises)).toThrow('another edition');
  });

  it('forgets exercises that the package does not have', () => {
    const { text } = keepState(answered(), exercises, 4096);
    expect(Object.keys(readState(text, exercises.slice(0, 1)).exercises)).toEqual(['one.choose']);
  });
});

describe('a file of a package', () => {
  const page = `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="base-uri 'none'"></head>
<a href="${packageBase}chapters/two/#here">two</a><a class="x" href="#there">there</a><img src="${packageBase}a.svg"></html>`;

  it('begins every address at the root of the package, and names the page of a folder', () => {
    const html = relativeFile('chapters/one/index.html', page);
    expect(html).toContain('<base href="../../">');
    expect(html).toContain('href="./chapters/two/index.html#here"');
    expect(html).toContain('href="./chapters/one/index.html#there"');
    expect(html).toContain('src="./a.svg"');
    expect(html).toContain("base-uri 'self'");
    expect(html).not.toContain(packageBase);
  });

  it('is found by a style sheet and by a script, each from where it lies', () => {
    expect(relativeFile('_astro/a.css', `@font-face { src: url(${packageBase}_astro/b.woff2) }`)).toContain(
      'url(../_astro/b.woff2)',
    );
    expect(relativeFile('_astro/a.js', `new URL("${packageBase}_astro/w.js", import.meta.url)`)).toContain(
      'new URL("../_astro/w.js"',
    );
    expect(relativeFile('_astro/a.js', `const base = "${packageBase}";`)).toBe('const base = "./";');
  });
});

it('a manifest names its first file as what is opened, and escapes a title', () => {
  const xml = manifest({
    format: 'scorm12',
    id: 'book-x',
    title: 'Signs & <sums>',
    files: ['launch.html', 'a b.js'],
  });
  expect(xml).toContain('adlcp:scormtype="sco" href="launch.html"');
  expect(xml).toContain('<title>Signs &amp; &lt;sums&gt;</title>');
  expect(xml).toContain('<file href="a%20b.js" />');
});

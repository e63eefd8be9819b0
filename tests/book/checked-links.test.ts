import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { brokenLinks } from '../../src/book/checked-links.ts';
import type { WrittenLink } from '../../src/book/page-links.ts';

/** A built book of these files, gone when the test is done. */
function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const written = (path: string, anchor = ''): WrittenLink => ({
  file: 'content/chapters/a/chapter.mdx',
  line: 12,
  address: `${path}${anchor && `#${anchor}`}`,
  path,
  anchor,
});

const goal = '<h2 id="why-it-died">Why it died</h2>';

it('finds nothing in a book whose links lead somewhere, under a path as at the root', () => {
  for (const base of ['/', '/under/a-path/']) {
    const folder = built({
      'index.html': `<a href="${base}b/">B</a><a href="b/#why-it-died">why</a><a href="https://host.example/x">x</a>`,
      'b/index.html': `${goal}<a href="#why-it-died">above</a><img src="${base}picture.svg"><a href="../">home</a>`,
      'picture.svg': '<svg/>',
    });
    expect(brokenLinks({ folder, base }, [])).toEqual([]);
  }
});

it('names a link that an author wrote by file and line, once', () => {
  const folder = built({
    'a/index.html': '<a href="/b/#why-it-dies">b</a><a href="/c/">c</a><a href="/b">b</a>',
    'b/index.html': goal,
  });
  const links = [written('/b/', 'why-it-dies'), written('/c/'), written('/b')];
  expect(brokenLinks({ folder, base: '/' }, [{ links, leftOut: [] }])).toEqual([
    'content/chapters/a/chapter.mdx:12: the link to "/b/#why-it-dies": that page has no id "why-it-dies"',
    'content/chapters/a/chapter.mdx:12: the link to "/c/": there is no such page or file',
    'content/chapters/a/chapter.mdx:12: the link to "/b": the address of that page ends with a slash: "/b/"',
  ]);
});

it('names what no author wrote by the page on which it stands', () => {
  const folder = built({
    'a/index.html':
      '<script src="/repo/gone.js"></script><astro-island component-url="/repo/gone.js"></astro-island><a href="/a/">a</a>',
  });
  expect(brokenLinks({ folder, base: '/repo/' }, [])).toEqual([
    '/a/: the link to "/repo/gone.js": there is no such page or file',
    '/a/: the link to "/repo/gone.js": there is no such page or file',
    '/a/: the link to "/a/": it is outside /repo/',
  ]);
});

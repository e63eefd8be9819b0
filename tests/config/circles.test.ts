/**
 * No file imports, over others, itself: not for a type either, which import-x/no-cycle and bundlers pass over. What files share
 * that would import each other has a file of its own.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const files = globSync('{src,components,content}/**/*.{ts,tsx,astro}', {
  exclude: ['src/kernel/assembly/**'],
});

/** The files of ours that a file imports, types among them. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
  return ts
    .preProcessFile(code)
    .importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, ''))
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name))
    .filter((name) => existsSync(name));
}

/** The circles of a graph: each set of files of which every one leads to every other (Tarjan 1972). */
function circles(graph: ReadonlyMap<string, string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const imported of graph.get(file) ?? []) {
      if (!order.has(imported)) visit(imported);
      if (open.includes(imported)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(imported)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

it('finds the circles of a graph', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['e', 'f']],
    ['e', []],
    ['f', ['d']],
    ['g', ['a']],
  ]);
  expect(circles(graph)).toEqual([
    ['d', 'f'],
    ['a', 'b', 'c'],
  ]);
});

it('reads the imports of a file, those of types too', () => {
  expect(importsOf('components/ui/plot/Plot.tsx')).toContain('components/ui/plot/scale.ts');
  expect(importsOf('components/exhibits/bench/Bench.astro')).toContain('components/exhibits/bench/view.tsx');
});

it('finds none in the house', () => {
  expect(circles(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});

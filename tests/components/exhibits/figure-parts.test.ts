// What an exhibit tells authors of the parts of its figures is what its views draw.
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { authorComponents } from '../../../src/book/author-components.ts';
import { partsOf } from '../../../src/book/tag-fields.ts';

const declared = new Map<string, Set<string>>();
for (const { file, props } of (await authorComponents()).values()) {
  if (!file.startsWith('components/exhibits/')) continue;
  const folder = dirname(file);
  declared.set(folder, new Set([...(declared.get(folder) ?? []), ...(props ? partsOf(props) : [])]));
}

it.each([...declared])('%s', (folder, parts) => {
  const sources = globSync(`${folder}/*.tsx`).map((file) => readFileSync(file, 'utf8'));
  const drawn = sources.flatMap((source) =>
    [...source.matchAll(/\bquantity(?:: '|=")([a-z-]+)['"]/g)].map(([, part]) => part!),
  );
  expect(drawn.filter((part) => !parts.has(part))).toEqual([]);
  expect([...parts].filter((part) => !sources.some((source) => quotes(source, part)))).toEqual([]);
});

/** Some names are chosen by a condition, or are keys. */
const quotes = (source: string, part: string) => new RegExp(`(['"]${part}['"]|\\b${part}:)`).test(source);

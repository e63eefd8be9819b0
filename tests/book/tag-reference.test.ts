import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { authorComponents } from '../../src/book/author-components.ts';
import { referenceFile, withTagReference } from '../../src/book/tag-reference.ts';

it('lists every tag for authors as its schema has it: "npm run tags" writes the list', async () => {
  const readme = readFileSync(referenceFile, 'utf8');
  expect(readme).toBe(withTagReference(readme, await authorComponents()));
});

/** `npm run tags`: writes the list of tags in content/README.md anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { authorComponents } from './author-components.ts';
import { referenceFile, withTagReference } from './tag-reference.ts';

writeFileSync(referenceFile, withTagReference(readFileSync(referenceFile, 'utf8'), await authorComponents()));

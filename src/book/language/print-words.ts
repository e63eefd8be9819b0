/**
 * What the interface says, and what of it a language lacks.
 *
 *     npm run words                 every message, as it stands in the sources
 *     npm run words -- de           those that content/de/interface.yaml lacks, to be added there, and those that no source has
 */
import { globSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { catalogueFile, readCatalogue } from './catalogue.ts';
import { messagesIn } from './translate-source.ts';
import { saysWords } from './translated-interface.ts';

const [language] = process.argv.slice(2);
const byFile = globSync('{components,src}/**/*.{astro,ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter(saysWords)
  .sort()
  .map((file) => ({ file, messages: messagesIn(readFileSync(file, 'utf8'), file) }));
const all = new Set(byFile.flatMap(({ messages }) => messages));
const there = language === undefined ? new Map<string, string>() : readCatalogue(language);

const listed = new Set(there.keys());
for (const { file, messages } of byFile) {
  const missing = [...new Set(messages)].filter((message) => !listed.has(message));
  if (missing.length === 0) continue;
  for (const message of missing) listed.add(message);
  console.log(
    `\n# ${file}\n${stringify(Object.fromEntries(missing.map((message) => [message, message])), { lineWidth: 0 }).trimEnd()}`,
  );
}
if (language !== undefined) {
  const stale = [...there.keys()].filter((message) => !all.has(message));
  const said = [...all].filter((message) => there.has(message)).length;
  console.log(`\n# ${catalogueFile(language)} says ${said} of ${all.size} messages.`);
  for (const message of stale) console.log(`# No source has ${JSON.stringify(message)}`);
}

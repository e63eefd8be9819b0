import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namedExperiments } from '../../src/book/experiments/named.ts';
import { mend } from '../../src/book/mends.ts';

/** What a bench shows beside a run at 1,280 px, and a page of code on paper. */
const columns = 68;
const tooLong = (text: string) => text.split('\n').filter((line) => [...line].length > columns);

it.each(globSync('content/**/{program*,tools/*,templates/*}.{ts,py,lua}').toSorted())(
  `%s keeps to ${columns} columns`,
  (file) => {
    expect(tooLong(readFileSync(file, 'utf8'))).toEqual([]);
  },
);

const endings = { typescript: 'ts', python: 'py', lua: 'lua' } as const;

describe.each(globSync('content/cases/*/faults.yaml').map((file) => file.split('/')[2]!))('%s', (caseId) => {
  const { faults, variants, textOf } = namedExperiments('test', caseId);

  it.each(faults.map(({ id }) => id))(`keeps to ${columns} columns with %s mended`, (id) => {
    const fault = faults.find((one) => one.id === id)!;
    for (const [language, ending] of Object.entries(endings)) {
      if (!fault.mend?.[language as keyof typeof endings]) continue;
      const program = readFileSync(`content/cases/${caseId}/program.${ending}`, 'utf8');
      expect(tooLong(mend(program, [fault], language as keyof typeof endings))).toEqual([]);
    }
  });

  it(`keeps to ${columns} columns in all its variants`, () => {
    expect([...variants.values()].flatMap((variant) => tooLong(textOf(variant)))).toEqual([]);
  });
});

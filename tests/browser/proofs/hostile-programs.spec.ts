/** Hostile programs that are ended only after a silence, or take the machine's memory: more of what lab.spec.ts tries. */
import { describe } from 'vitest';
import { test } from '../book-page.ts';
import { expectContained, inUpdate, sharedLab, source } from '../lab-page.ts';

describe('a hostile program', () => {
  test.for([
    [
      'a pattern that takes for ever',
      `/^(a+)+$/.test('a'.repeat(40) + 'b');\n${source}`,
      'timeout',
      /no sign of life/,
    ],
    [
      'a timer that never ends',
      `setTimeout(() => { for (;;) {} }, 0);\n${source}`,
      'timeout',
      /no sign of life/,
    ],
    [
      'a list that grows for ever',
      `const a = []; for (;;) a.push({ a });\n${source}`,
      /timeout|memory/,
      /grows/,
    ],
    [
      'a flood of output that catches',
      inUpdate("for (;;) try { console.log('x'); } catch {}"),
      'timeout',
      /no sign of life/,
    ],
  ] as [string, string, string | RegExp, RegExp][])(
    '%s is stopped, explained and survived',
    async ([, program, kind, words], { sharedPage }) => {
      await expectContained(await sharedLab(sharedPage), program, kind, words);
    },
  );
});

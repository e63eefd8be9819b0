// The mends of every case fit its programs, in any order.
import { describe, expect, test } from 'vitest';
import { readFaults, readProgram } from '../../src/book/faults.ts';
import { mend, undoMends } from '../../src/book/mends.ts';
import { casesWithFaults } from './declared.ts';

describe.each(casesWithFaults())('the faults of %s', (caseId) => {
  const { faults } = readFaults(caseId);

  test.each(['typescript', 'python', 'lua'] as const)(
    'their mends fit the %s program one after the other as well as together, and can be undone',
    (language) => {
      const source = readProgram(caseId, language);
      if (source === undefined) return;
      const mendable = faults.filter((one) => one.mend?.[language]);
      const together = mend(source, mendable, language);
      const inTurn = (order: typeof mendable) =>
        order.reduce((text, one) => mend(text, [one], language), source);
      expect(inTurn(mendable)).toBe(together);
      expect(inTurn(mendable.toReversed())).toBe(together);
      expect(undoMends(together, mendable, language)).toEqual({ kind: 'edited', text: source });
    },
  );
});

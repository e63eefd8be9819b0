/**
 * Every fault of every case, by itself: with all others mended the diagnosis names the one that is left, as checks.yaml says,
 * and with that one mended too it does not. Some faults a diagnosis cannot see; each of them is there with its reason.
 */
import { describe, expect, test } from 'vitest';
import { namedExperiments } from '../../src/book/experiments/named.ts';
import { readFaults } from '../../src/book/faults.ts';
import type { FindingCode } from '../../src/words/findings.ts';
import { caseText } from '../cases/load-program.ts';
import { edited, runProgram } from '../lab/run-program.ts';
import { firstOf } from '../whole.ts';
import { casesWithFaults, readChecks, type Sight } from './declared.ts';

type Seen = Extract<Sight, { says: unknown }>;

describe.each(casesWithFaults())('%s', (caseId) => {
  const { faults } = readFaults(caseId);
  const declared = readChecks(caseId);
  const sights = declared?.data.diagnosis;
  const mendable = faults.filter(({ mend }) => mend).map(({ id }) => id);
  /** What has been found: the mended program is the same for every fault. */
  const known = new Map<string, FindingCode[]>();
  const diagnosed = (mends: string[], { seed = 1, updates = 0, edit }: Partial<Seen> = {}): FindingCode[] => {
    const key = JSON.stringify([mends, seed, updates, edit]);
    let codes = known.get(key);
    if (!codes) {
      const text = caseText(caseId, { mends });
      const run = runProgram(edit ? edited(text, [edit.find, edit.replace]) : text, seed);
      if (updates > 0) run.advance(updates);
      codes = run.diagnose().findings.map(({ code }) => code);
      known.set(key, codes);
    }
    return codes;
  };

  test.runIf(sights)('every fault is told how the diagnosis sees it, or why it does not', () => {
    for (const id of Object.keys(sights!))
      if (!faults.some((fault) => fault.id === id))
        throw declared!.wrong(['diagnosis', id], 'expected a fault of faults.yaml');
    expect(Object.keys(sights!).toSorted()).toEqual(faults.map(({ id }) => id).toSorted());
  });

  describe.each(firstOf(Object.entries(sights ?? {}), 1))('%s', (id, sight) => {
    if ('unseen' in sight) {
      test(`cannot be seen: ${sight.unseen}`, () => {
        // Where it can be mended: whether it is there or not, the diagnosis is the same.
        const others = mendable.filter((other) => other !== id);
        if (mendable.includes(id)) expect(diagnosed(others)).toEqual(diagnosed(mendable));
      });
      return;
    }
    if (!sight.asPosted)
      test('is named when it is the only one left', () => {
        const others = mendable.filter((other) => other !== id);
        expect(diagnosed(others, sight).some((code) => sight.says.includes(code))).toBe(true);
      });
    test('is not named once it is mended', () => {
      expect(diagnosed(mendable, sight).filter((code) => sight.says.includes(code))).toEqual([]);
    });
    test('is named among the others, in the program as posted', () => {
      expect(diagnosed([], sight).some((code) => sight.says.includes(code))).toBe(true);
    });
  });

  test('every mend and every variant is a program that the lab can load and train', () => {
    const texts = [
      ...mendable.map((id) => caseText(caseId, { mends: [id] })),
      ...[...namedExperiments('test', caseId).variants.keys()].map((id) => caseText(caseId, { variant: id })),
    ];
    for (const text of texts) expect(runProgram(text, 1).advance(4).frame.update).toBe(4);
  });
});

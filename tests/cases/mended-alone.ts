/**
 * The faults of a case, one by one: the program with only this one mended differs from the posted one as faults.yaml describes.
 * A fault without a mend lies in how the output is read; it is shown in the posted program.
 */
import { describe, expect, test } from 'vitest';
import { readFaults } from '../../src/book/faults.ts';
import type { Program } from '../../src/lab/program.ts';
import { caseText, loadProgram } from './load-program.ts';
import { runText } from './run-by-node.ts';

/** A program's text, as posted or with one fault mended, and ways to look at it. */
export class Form {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  with(find: string, replace: string): Form {
    expect(this.text).toContain(find);
    return new Form(this.text.replace(find, () => replace));
  }
  load = (): Promise<Program> => loadProgram(this.text);
  /** A name that the program keeps to itself. */
  async inside<T>(name: string): Promise<T> {
    return ((await loadProgram(`${this.text}\nexport { ${name} };`)) as unknown as Record<string, T>)[name]!;
  }
  print = (): string => runText(this.text, 'program.ts');
}

type Difference = (posted: Form, mended: Form) => Promise<void>;

/** @param differences What the mend of each fault changes, by the id of the fault. */
export function testMends(caseId: string, differences: Record<string, Difference>): void {
  const { faults } = readFaults(caseId);

  test('of every fault it is said what its mend changes', () => {
    expect(Object.keys(differences)).toEqual(faults.map(({ id }) => id));
  });

  describe('by itself', () => {
    test.each(faults)('$id', async ({ id, mend }) => {
      const posted = caseText(caseId);
      await differences[id]!(new Form(posted), new Form(mend ? caseText(caseId, { mends: [id] }) : posted));
    });
  });
}

// What the page says of this program beside how often it learns.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { python } from '../../../tests/cases/languages.ts';
import { caseText, loadCase, outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { runText } from '../../../tests/cases/run-by-node.ts';

const id = 'every-output-to-every-target';
const page = readFileSync(`content/cases/${id}/case.mdx`, 'utf8');

test('prints what the page shows, and comes to rest at the least loss of the table', () => {
  const [, shown] = /```text\n(3\.[^]*?)\n```/.exec(page)!;
  const printed = runText(caseText(id), 'program.ts').trim().split('\n');
  // Of the last digits another machine may have others.
  const near = (lines: string[]) => lines.map((line) => Number(line).toFixed(12));
  expect(near(printed.slice(0, 6))).toEqual(near(shown!.split('\n')));
  expect(Number(printed[24])).toBeCloseTo(285 / 1088 + (9 / 4) * (95 / 911), 6);
});

test('comes to 816/911 of each sum, from any start', async () => {
  const program = await loadCase(id);
  for (const seed of [1, 2, 3]) {
    const network = program.create(seed);
    trainProgram(program, network, 1500);
    for (const weight of program.layers(network)[0]!.weights[0]!) expect(weight).toBeCloseTo(816 / 911, 6);
  }
});

test('with a bias comes to answer the mean to everything', async () => {
  const program = await loadCase(id, { mends: ['no-bias'] });
  const network = program.create(1);
  trainProgram(program, network, 4000);
  for (const output of outputsOfProgram(program, network)) expect(output).toBeCloseTo(1.5, 3);
});

test.skipIf(!python)('NumPy gives the two shapes that the page shows', () => {
  const [, code, shown] = /```python\n([^]*?)```\n\n```text\n([^]*?)\n```/.exec(page)!;
  const { stdout } = spawnSync(python!, ['-c', `import numpy as np\n${code}`], { encoding: 'utf8' });
  expect(stdout.trim()).toBe(shown);
});

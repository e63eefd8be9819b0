/** A book of one case in a folder of its own, for tests that write files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** One weight that is to become 1: learns at a rate below 2, and with the fault never moves. */
export const program = `
export const data = { inputs: [[1], [-1]], targets: [[1], [-1]] };
export const learningRate = 0.5;
export const epochs = 4;
export const updatesPerEpoch = 2;
export const create = (seed: number) => ({ weight: ((seed * 7) % 5) / 10 - 1, bias: 0 });
export const predict = (network: { weight: number }, input: number[]) => [network.weight * input[0]];
export function update(network: { weight: number }, k: number): void {
  const error = data.targets[k][0] - predict(network, data.inputs[k])[0];
  network.weight += learningRate * 0 * error * data.inputs[k][0];
}
export const layers = (network: { weight: number }) => [
  { weights: [[network.weight]], biases: [0], activations: [0] },
];
`;

const faults = `
faults:
  - id: never-moves
    title: It never moves
    lines: ['learningRate * 0']
    symptom: Nothing changes.
    why: The step is 0.
    matters: { how: cause, words: Wholly. }
    hint: Look at the step.
    mend: { typescript: [{ find: 'learningRate * 0', replace: 'learningRate * 1' }] }
`;

export const experiments = `
variants:
  'rate-{rate}':
    for: { rate: ['0.1', '1.5'] }
    title: Rate {rate}
    mends: [never-moves]
    edits: [{ find: 'learningRate = 0.5', replace: 'learningRate = {rate}' }]
sweeps:
  - { seeds: 10 }
  - { of: 'rate-*', seeds: 10 }
  - { id: first, of: as-posted, first: 4 }
board: { seeds: 5 }
`;

export function write(name: string, text: string): void {
  mkdirSync('content/cases/tiny', { recursive: true });
  writeFileSync(`content/cases/tiny/${name}`, text);
}

/** Runs the tests of a file in that book, written anew for each of them. */
export function inSmallBook(): void {
  const home = process.cwd();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'book-'));
    process.chdir(folder);
  });
  beforeEach(() => {
    rmSync('content', { recursive: true, force: true });
    write('program.ts', program);
    write('faults.yaml', faults);
    write('experiments.yaml', experiments);
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
}

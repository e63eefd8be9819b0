import { expect, test } from 'vitest';
import { parseFaults, readFaults } from '../../src/book/faults.ts';

const programs = { typescript: 'const rate = 1;\nconst epochs = 2;\n' };
const fault = (over = '') => `faults:
  - id: too-fast
    title: Too fast
    lines: ['rate = 1']
    symptom: It jumps.
    why: The step is too long.
    matters: { how: cause, words: Wholly. }
    hint: Look at the rate.
    mend: { typescript: [{ find: 'rate = 1', replace: 'rate = 0.1' }] }
${over}`;
const read = (yaml: string) => parseFaults(yaml, 'content/cases/x/faults.yaml', programs);

test('a sound file is read', () => {
  expect(read(fault()).faults.map((one) => one.id)).toEqual(['too-fast']);
});

test('errors name file, line, field and expectation', () => {
  expect(() => read('faults: []')).toThrow(/^content\/cases\/x\/faults\.yaml:1: faults: /);
  expect(() => read(fault('    sympton: x\n'))).toThrow(
    /faults\.yaml:10: faults\[0\]\.sympton: there is no such field; .*symptom/,
  );
  expect(() => read(fault().replace("lines: ['rate = 1']", "lines: ['rate = 2']"))).toThrow(
    'content/cases/x/faults.yaml:4: faults[0].lines[0]: expected a text that program.ts holds exactly once',
  );
  expect(() => read(fault().replace("find: 'rate = 1'", "find: 'const'"))).toThrow(
    'content/cases/x/faults.yaml:9: faults[0].mend.typescript: expected the text "const" exactly once, found it 2 times',
  );
  expect(() => readFaults('no-such-case')).toThrow('content/cases/no-such-case/faults.yaml: no such file');
});

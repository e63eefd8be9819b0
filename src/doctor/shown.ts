/** What the doctors' page shows: how they are called, and what one says of a broken program. Tests hold both to be true. */
import { readFileSync } from 'node:fs';
import type { FindingSections } from '../book/index.ts';

const read = (file: string): string => readFileSync(`src/doctor/${file}`, 'utf8').trimEnd();

export interface DoctorUse {
  /** For whose program. */
  label: string;
  language: 'python' | 'lua';
  /** What has to be so, in a sentence. */
  words: string;
  code: string;
}

export function doctorUses(): DoctorUse[] {
  const use = (label: string, words: string, file: string): DoctorUse => ({
    label,
    language: file.endsWith('.lua') ? 'lua' : 'python',
    words,
    code: read(`uses/${file}`),
  });
  return [
    use(
      'Functions',
      'A file with `inputs`, `targets`, `create`, `update` and `predict`, with NumPy or in plain Python. It is imported, so what trains in it stands under `if __name__ == "__main__":`.',
      'module.py',
    ),
    use(
      'A class',
      'Behind the class and the data, in the same file or where they are imported. One call of `update` is one step of training.',
      'class.py',
    ),
    use(
      'A script',
      'As its last line, where the weights are arrays of the script itself. It needs a function `update()` that makes one step, and `predict(x)`.',
      'script.py',
    ),
    use(
      'Lua',
      'Behind the functions, in Lua 5.1 to 5.4 or LuaJIT. `update(network, k)` counts k from 1.',
      'program.lua',
    ),
  ];
}

/**
 * A broken program, and what doctor.py says of it.
 *
 * @param site The book's address, without a slash at its end.
 */
export function doctorExample(
  site: string,
  { sections }: FindingSections,
): { program: string; command: string; output: string } {
  const isThere = (line: string): boolean =>
    !line.includes('@SITE@') || sections.some(({ address }) => line.endsWith(`@SITE@${address}`));
  return {
    program: read('example.py'),
    command: 'python3 doctor.py my_program.py',
    // A course may leave out a page that a finding leads to.
    output: read('example-output.txt').split('\n').filter(isThere).join('\n').replaceAll('@SITE@', site),
  };
}

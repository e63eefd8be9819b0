import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  fileNameOf,
  readProgramFile,
} from '../../../../../components/exhibits/bench/workshop/program-files.ts';

describe('programs as files', () => {
  it('come back from a bundle as they were', () => {
    const programs = [
      { name: 'One', text: 'export const a = 1;\n', template: 'dense', aside: 'before', seed: 4 },
      { name: 'Zwei “x”', text: '' },
    ];
    const read = readProgramFile('programs.json', bundleOf(programs));
    expect(read).toEqual({ kind: 'read', programs });
  });

  it('come from a file of code by its name, with lines as the page has them', () => {
    expect(readProgramFile('my net.v2.ts', '\uFEFFa\r\nb\rc')).toEqual({
      kind: 'read',
      programs: [{ name: 'my net.v2', text: 'a\nb\nc' }],
    });
  });

  it.each([
    ['net.py', 'x = 1', /net\.py is not opened: expected a program in a file that ends in/],
    ['net.ts', 'a\0b', /something else than text/],
    ['net.ts', 'x'.repeat(200_001), /longer than the lab takes/],
    ['all.json', '{', /not whole, or no JSON/],
    ['all.json', 'null', /expected a bundle/],
    ['all.json', '{"format":"workshop-programs","version":2,"programs":[]}', /newer version/],
    [
      'all.json',
      '{"format":"workshop-programs","version":1,"programs":[{"name":"a"}]}',
      /1 of its 1 programs/,
    ],
  ])('are refused with a reason: %s', (name, text, why) => {
    const read = readProgramFile(name, text);
    expect(read.kind === 'refused' && read.why).toMatch(why);
  });

  it.each([
    ['My net', 'My-net.ts'],
    ['../../etc/passwd', 'etc-passwd.ts'],
    ['  ', 'program.ts'],
    ['Größe 1.5', 'Gro-e-1.5.ts'],
  ])('are saved under a name that every system takes: %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});

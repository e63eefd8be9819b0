/** The doctors against the lab, on the programs of the cases; `npm run bench:doctor` does so with every choice of mends. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCourse, readFindingSections } from '../../src/book/at-build.ts';
import { doctorExample } from '../../src/doctor/index.ts';
import { lua, python } from '../cases/languages.ts';
import { casePatients, differences } from '../doctor/case-patients.ts';
import { firstOf, whole } from '../whole.ts';
import { askDoctor, site, writeDoctors } from '../doctor/doctors.ts';

const sections = readFindingSections(readCourse());
let folder: string;
beforeAll(() => {
  folder = writeDoctors(sections);
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = { python: python !== undefined, lua: lua !== undefined };

describe.each(['python', 'lua'] as const)('the doctor in %s', { timeout: 240_000 }, (language) => {
  it.runIf(has[language])('finds in each case what the lab finds', async () => {
    const patients = firstOf(casePatients(language, whole ? 'ends' : 'posted', [0]), 2);
    const answers = askDoctor(language, folder, patients);
    for (const [at, patient] of patients.entries())
      expect([patient.name, differences(await patient.look(), answers[at]!)]).toEqual([patient.name, []]);
  });
});

it.runIf(has.python)('prints of the broken program what its page shows', () => {
  const { program, output } = doctorExample(site, sections);
  writeFileSync(join(folder, 'my_program.py'), program);
  const { stdout } = spawnSync(python!, ['-B', 'doctor.py', 'my_program.py'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout.trimEnd()).toBe(output);
});

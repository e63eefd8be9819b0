/** `npm run bench:doctor`: the doctors' findings against the lab's, on every case with every choice of mends. `-- --json` for counts. */
import { rmSync } from 'node:fs';
import { readCourse, readFindingSections } from '../../src/book/at-build.ts';
import { lua, python } from '../cases/languages.ts';
import { casePatients, differences } from './case-patients.ts';
import { askDoctor, writeDoctors } from './doctors.ts';

const folder = writeDoctors(readFindingSections(readCourse()));
const counts: Record<string, { programs: number; different: number }> = {};
try {
  for (const language of ['python', 'lua'] as const) {
    if (!(language === 'python' ? python : lua)) continue;
    const patients = casePatients(language, 'all', [0, 200]);
    const answers = askDoctor(language, folder, patients);
    let different = 0;
    for (const [at, patient] of patients.entries()) {
      const differ = differences(await patient.look(), answers[at]!);
      if (differ.length === 0) continue;
      different++;
      if (!process.argv.includes('--json')) console.log(`${language}: ${patient.name}: ${differ.join('; ')}`);
    }
    counts[language] = { programs: patients.length, different };
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify(counts));

/** The programs of the cases in other languages, with each choice of mends, beside the lab's diagnosis of the same in TypeScript. */
import { existsSync, readFileSync } from 'node:fs';
import { readFaults, readProgram } from '../../src/book/faults.ts';
import { mend } from '../../src/book/mends.ts';
import type { Language } from '../../src/book/mends.ts';
import { combinations } from '../../src/book/combinations.ts';
import { loadCase } from '../cases/load-program.ts';
import { casesWithFaults } from '../content/declared.ts';
import { diagnosed } from '../lab/diagnosis/diagnosed.ts';
import type { Looked } from '../lab/diagnosis/diagnosed.ts';
import type { Answer, Patient } from './doctors.ts';

export interface CasePatient extends Patient {
  look: () => Promise<Looked>;
}

const extensions = { python: 'py', lua: 'lua' };

const seed = 1;

export function casePatients(
  language: 'python' | 'lua',
  choice: 'posted' | 'ends' | 'all',
  updates: number[],
): CasePatient[] {
  return casesWithFaults().flatMap((caseId) => {
    const told = `content/cases/${caseId}/layers.${extensions[language]}`;
    if (!existsSync(told)) return [];
    const { faults } = readFaults(caseId);
    const mendable = faults.filter((fault) => fault.mend?.[language] && fault.mend.typescript);
    const choices = {
      posted: () => [[]],
      ends: () => [[], mendable],
      all: () =>
        combinations(mendable.map(({ id }) => id)).map((ids) =>
          mendable.filter(({ id }) => ids.includes(id)),
        ),
    };
    const broken = readProgram(caseId, language as Language)!;
    return choices[choice]().flatMap((mends) =>
      updates.map((count): CasePatient => ({
        name: `${caseId}, ${mends.map(({ id }) => id).join(', ') || 'as posted'}, after ${count}`,
        text: withLayers(language, mend(broken, mends, language), readFileSync(told, 'utf8')),
        seed,
        updates: count,
        look: async () =>
          diagnosed(await loadCase(caseId, { mends: mends.map(({ id }) => id) }), count, seed),
      })),
    );
  });
}

/** A Lua program gives its functions back as a table; what is told of it is put in there. */
function withLayers(language: 'python' | 'lua', text: string, told: string): string {
  if (language === 'python') return `${text.replace(/\nif __name__ == [\s\S]*$/, '\n')}\n${told}`;
  return [
    `local program = (function(...)\n${text}\nend)(...)`,
    `local told = (function()\n${told}\nend)()`,
    'for name, value in pairs(told) do program[name] = value end',
    'return program',
  ].join('\n');
}

/** What a program leaves out is found out, and told; that is the only difference. */
const isAboutContract = (code: string): boolean => /-not-exported$/.test(code);

/** Codes that one of both says alone, "lab: x" and "doctor: y". */
export function differences(lab: Looked, answer: Answer): string[] {
  if (answer.missing !== undefined) return [answer.missing];
  const [ours, theirs] = [lab.codes, answer.findings!.map(({ code }) => code)].map(
    (codes) => new Set(codes.filter((code) => !isAboutContract(code))),
  ) as [Set<string>, Set<string>];
  return [
    ...[...ours].filter((code) => !theirs.has(code)).map((code) => `lab: ${code}`),
    ...[...theirs].filter((code) => !ours.has(code)).map((code) => `doctor: ${code}`),
  ];
}

/**
 * A case's faults.yaml: what is wrong with its program, fault by fault, each with its mend as an edit of the
 * program's text.
 *
 * The words are plain text: `code` in backticks, and {a.fact.id} where a measured number belongs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { inCourseLanguage } from './language/page-words.ts';
import { applyEdits, applyMends, explainEdit, lineOf, type Edit } from './mends.ts';
import { checkData, type FieldPath } from './read-data.ts';

const Id = z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'expected words in lower case joined by hyphens');
const Words = z.string().min(1);

const EditSchema = z.strictObject({ find: z.string().min(1), replace: z.string().min(1) });

const EditsByLanguage = z.strictObject({
  typescript: z.array(EditSchema).min(1),
  python: z.array(EditSchema).min(1).optional(),
  lua: z.array(EditSchema).min(1).optional(),
});

const FaultSchema = z.strictObject({
  /** Stable: permalinks and stored progress name it. */
  id: Id,
  /** What is wrong, in a few words. */
  title: Words,
  /** Snippets of program.ts, each there exactly once: where the margin marks the fault. */
  lines: z.array(z.string().min(1)).min(1),
  /** What it does to the network or to its reader. */
  symptom: Words,
  /** How it does that: the mechanism, as a proof in words and formulas. */
  why: Words,
  /** How much it matters to this failure; "sleeping" is harmless until something else is changed. */
  matters: z.strictObject({
    how: z.enum(['cause', 'contributes', 'sleeping', 'harmless']),
    words: Words,
  }),
  /** A step towards the answer that does not give it away. */
  hint: Words,
  /** The edits that remove it. Left out where the fault lies in how the output is read. */
  mend: EditsByLanguage.optional(),
});

const CaseFaults = z.strictObject({
  /** In the order in which a reader should meet them. */
  faults: z.array(FaultSchema).min(1),
});

export type Fault = z.infer<typeof FaultSchema>;
export type CaseFaults = z.infer<typeof CaseFaults>;

const programFiles = { typescript: 'program.ts', python: 'program.py', lua: 'program.lua' } as const;

/** The text of a case's program; undefined if the case has none in that language. */
export const readProgram = (caseId: string, language: keyof typeof programFiles): string | undefined =>
  programIn(`cases/${caseId}`, language);

function programIn(folder: string, language: keyof typeof programFiles): string | undefined {
  const file = `content/${folder}/${programFiles[language]}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * Reads and checks the faults of a case against its programs.
 *
 * @throws if the file is missing or wrong: the message names file, line, field and expectation.
 */
export function readFaults(caseId: string): CaseFaults {
  const file = `content/cases/${caseId}/faults.yaml`;
  if (!existsSync(file))
    throw new Error(`${file}: no such file; expected the faults of the case "${caseId}"`);
  return { faults: faultsIn(`cases/${caseId}`) };
}

/** The faults in a page's folder, "cases/<id>"; it has a faults.yaml. Throws as `readFaults` does. */
export function faultsIn(folder: string): Fault[] {
  const file = `content/${folder}/faults.yaml`;
  const source = programIn(folder, 'typescript');
  if (source === undefined)
    throw new Error(`content/${folder}/program.ts: no such file; expected the program`);
  const { faults } = parseFaults(readFileSync(file, 'utf8'), file, {
    typescript: source,
    python: programIn(folder, 'python'),
    lua: programIn(folder, 'lua'),
  });
  return inCourseLanguage(faults, folder);
}

/** As `readFaults`, from texts. */
export function parseFaults(
  yaml: string,
  file: string,
  programs: { typescript: string; python?: string | undefined; lua?: string | undefined },
): CaseFaults {
  const { data, wrong } = checkData(yaml, file, CaseFaults);
  const { faults } = data;

  const ids = new Set<string>();
  for (const [i, { id }] of faults.entries()) {
    if (ids.has(id)) throw wrong(['faults', i, 'id'], `"${id}" is taken; expected an id of its own`);
    ids.add(id);
  }

  for (const [i, fault] of faults.entries()) {
    for (const [j, snippet] of fault.lines.entries()) {
      if (lineOf(programs.typescript, snippet) === undefined) {
        throw wrong(['faults', i, 'lines', j], 'expected a text that program.ts holds exactly once');
      }
    }
    for (const language of ['typescript', 'python', 'lua'] as const) {
      checkEdits(['faults', i, 'mend', language], programs[language], fault.mend?.[language] ?? []);
    }
  }
  for (const language of ['typescript', 'python', 'lua'] as const) {
    const all = applyMends(programs[language] ?? '', faults, language);
    if (all.kind !== 'edited')
      throw wrong(['faults'], `all mends of ${language} together: ${explainEdit(all)}`);
  }
  return data;

  function checkEdits(path: FieldPath, text: string | undefined, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    if (text === undefined) throw wrong(path, 'expected a program in that language beside program.ts');
    const result = applyEdits(text, edits);
    if (result.kind !== 'edited') throw wrong(path, explainEdit(result));
  }
}

/**
 * A case's faults.yaml: what is wrong with its program, fault by fault, each with its mend as an edit of the
 * program's text; and the variants the case measures beside single mends.
 *
 * The words are plain text: `code` in backticks, and {a.fact.id} where a measured number belongs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { applyEdits, applyMends, explainEdit, lineOf, mend, type Edit } from './mends.ts';
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

const VariantSchema = z.strictObject({
  id: Id,
  title: Words,
  /** Ids of the faults that are mended in it. */
  mends: z.array(Id).default([]),
  /** Further edits of program.ts, made together with the mends. */
  edits: z.array(EditSchema).default([]),
});

const CaseFaults = z.strictObject({
  /** In the order in which a reader should meet them. */
  faults: z.array(FaultSchema).min(1),
  variants: z.array(VariantSchema).default([]),
});

export type Fault = z.infer<typeof FaultSchema>;
export type Variant = z.infer<typeof VariantSchema>;
export type CaseFaults = z.infer<typeof CaseFaults>;

const programFiles = { typescript: 'program.ts', python: 'program.py', lua: 'program.lua' } as const;

/** The text of a case's program; undefined if the case has none in that language. */
export function readProgram(caseId: string, language: keyof typeof programFiles): string | undefined {
  const file = `content/cases/${caseId}/${programFiles[language]}`;
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
  const source = readProgram(caseId, 'typescript');
  if (source === undefined)
    throw new Error(`content/cases/${caseId}/program.ts: no such file; expected the program`);
  return parseFaults(readFileSync(file, 'utf8'), file, {
    typescript: source,
    python: readProgram(caseId, 'python'),
    lua: readProgram(caseId, 'lua'),
  });
}

/** As `readFaults`, from texts. */
export function parseFaults(
  yaml: string,
  file: string,
  programs: { typescript: string; python?: string | undefined; lua?: string | undefined },
): CaseFaults {
  const { data, wrong } = checkData(yaml, file, CaseFaults);
  const { faults, variants } = data;

  const ids = new Set<string>();
  for (const [i, { id }] of [...faults, ...variants].entries()) {
    const path = i < faults.length ? ['faults', i, 'id'] : ['variants', i - faults.length, 'id'];
    if (ids.has(id)) throw wrong(path, `"${id}" is taken; expected an id of its own`);
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
  for (const [i, variant] of variants.entries()) {
    for (const [j, id] of variant.mends.entries()) {
      if (!faults.some((fault) => fault.id === id)) {
        throw wrong(['variants', i, 'mends', j], `"${id}" is no fault; expected an id from faults`);
      }
    }
    checkEdits(['variants', i], programs.typescript, variantEdits(faults, variant));
  }
  return data;

  function checkEdits(path: FieldPath, text: string | undefined, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    if (text === undefined) throw wrong(path, 'expected a program in that language beside program.ts');
    const result = applyEdits(text, edits);
    if (result.kind !== 'edited') throw wrong(path, explainEdit(result));
  }
}

/** The faults that a variant still has, with mends that fit its text. */
export function faultsOfVariant(faults: readonly Fault[], { mends, edits }: Variant): Fault[] {
  const inVariant = (text: string) =>
    edits.reduce((changed, { find, replace }) => changed.replace(find, () => replace), text);
  return faults
    .filter(({ id }) => !mends.includes(id))
    .map((fault) => {
      if (!fault.mend?.typescript) return fault;
      const typescript = fault.mend.typescript.map((edit) => ({ ...edit, find: inVariant(edit.find) }));
      return { ...fault, lines: fault.lines.map(inVariant), mend: { ...fault.mend, typescript } };
    });
}

function variantEdits(faults: readonly Fault[], variant: Variant): Edit[] {
  const mended = faults.filter((fault) => variant.mends.includes(fault.id));
  return [...mended.flatMap((fault) => fault.mend?.typescript ?? []), ...variant.edits];
}

/**
 * The text of a variant's program.
 *
 * @throws if the variant does not fit the text.
 */
export function variantText(source: string, faults: readonly Fault[], variant: Variant): string {
  const edits = variantEdits(faults, variant);
  return mend(source, [{ id: variant.id, mend: { typescript: edits } }]);
}

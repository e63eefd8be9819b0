/** A variant of a page's program: some of its faults mended, some of its text edited, and the same done to its spec. */
import type { Fault } from '../faults.ts';
import { applyEdits, type Edit, explainEdit } from '../mends.ts';
import type { Patch } from './training.ts';

export interface Variant {
  /** "as-posted" is the program as it stands. */
  id: string;
  title: string;
  /** The program's file, beside experiments.yaml. */
  program: string;
  /** Ids of the faults that are mended in it. */
  mends: string[];
  /** Further edits of the program's text, made together with the mends. */
  edits: Edit[];
  /** What is done to the spec beside the mends. */
  patches: Patch[];
  /** Whether the engine can do what it does, by the page's spec, if there is one. */
  hasSpec: boolean;
}

export const asPosted: Variant = {
  id: 'as-posted',
  title: 'As posted',
  program: 'program.ts',
  mends: [],
  edits: [],
  patches: [],
  hasSpec: true,
};

/**
 * The text of a variant's program.
 *
 * @param source The text of its file.
 * @throws if an edit does not fit the text; the message names what was looked for.
 */
export function variantText(source: string, faults: readonly Fault[], { mends, edits }: Variant): string {
  const mended = faults.filter(({ id }) => mends.includes(id));
  const result = applyEdits(source, [...mended.flatMap(({ mend }) => mend?.typescript ?? []), ...edits]);
  if (result.kind !== 'edited') throw new Error(explainEdit(result));
  return result.text;
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

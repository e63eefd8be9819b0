/**
 * From an experiments.yaml as it is written to what it measures: names looked up, loops unrolled. What is wrong in it is an error of
 * the reader's `wrong`, with the field it stands in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { combinationKey, combinations } from '../combinations.ts';
import type { Fault } from '../faults.ts';
import { expectedNames } from '../nearest.ts';
import type { FieldPath } from '../read-data.ts';
import { type Board, rowSettings, rowTraining } from './board.ts';
import { checkTraining } from './check-training.ts';
import type { Experiments, FirstOf, Runs, Sweep } from './experiments.ts';
import { type Binding, bindingsOf, filled, filledText } from './loops.ts';
import { isPageFolder } from './page-folders.ts';
import { learnedLetters, type Measures, outcomeMeasures } from './readings.ts';
import type { WrittenExperiments, WrittenSweep } from './schema.ts';
import { type Patch, patched, resolved, type Training, type WrittenTraining } from './training.ts';
import { asPosted, type Variant, variantText } from './variants.ts';

/** A change whose number of epochs may be a loop's. */
type WrittenPatch = Omit<Patch, 'epochs'> & { epochs?: number | string | undefined };

/** Looks names up and unrolls loops, from the top of the file to its end. */
export class Resolver {
  readonly #folder: string;
  readonly #file: string;
  readonly #data: WrittenExperiments;
  readonly #faults: Fault[];
  readonly #wrong: (path: FieldPath, why: string) => Error;
  readonly #lookUp: (folder: string) => Experiments;
  readonly #written: WrittenTraining | undefined;
  readonly #mends: Record<string, Patch>;
  readonly #variants = new Map<string, Variant>([[asPosted.id, asPosted]]);
  readonly #measures: Map<string, Measures>;
  readonly #sweeps = new Map<string, Sweep>();
  readonly #firsts = new Map<string, FirstOf>();

  constructor(
    folder: string,
    file: string,
    data: WrittenExperiments,
    faults: Fault[],
    wrong: (path: FieldPath, why: string) => Error,
    lookUp: (folder: string) => Experiments,
  ) {
    this.#folder = folder;
    this.#file = file;
    this.#data = data;
    this.#faults = faults;
    this.#wrong = wrong;
    this.#lookUp = lookUp;
    this.#written = data.spec && ({ spec: data.spec, epochs: data.epochs! } as unknown as WrittenTraining);
    this.#mends = data.mends as Record<string, Patch>;
    this.#measures = new Map([['outcome', outcomeMeasures], ...Object.entries(data.readings)]);
  }

  resolve(): Experiments {
    if (this.#written) this.#checked(this.#written, [], ['spec']);
    this.#checkReadings();
    this.#checkMends();
    for (const id of Object.keys(this.#data.variants)) this.#addVariants(id);
    // Each by itself, so that one look shows all that lean on a page that is gone.
    const mistakes: string[] = [];
    for (const [i, sweep] of this.#data.sweeps.entries()) {
      try {
        this.#addSweeps(sweep, ['sweeps', i]);
      } catch (error) {
        mistakes.push((error as Error).message);
      }
    }
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
    const board = this.#board();
    return {
      folder: this.#folder,
      file: this.#file,
      written: this.#written,
      mends: this.#mends,
      faults: this.#faults,
      variants: this.#variants,
      sweeps: this.#sweeps,
      firsts: this.#firsts,
      board,
      measures: this.#measures,
      textOf: (variant) => this.#textOf(variant),
      trainingOf: (variant) => this.#trainingOf(variant),
    };
  }

  #checkReadings(): void {
    if ('outcome' in this.#data.readings)
      throw this.#wrong(
        ['readings', 'outcome'],
        'this reading is there for all pages; expected another name',
      );
  }

  #checkMends(): void {
    const ids = this.#faults.map(({ id }) => id);
    for (const [id, patch] of Object.entries(this.#mends)) {
      const path = ['mends', id];
      if (!ids.includes(id))
        throw this.#wrong(path, `there is no fault "${id}" in faults.yaml; ${expectedNames(id, ids)}`);
      if (!this.#written)
        throw this.#wrong(path, 'changes the spec, and there is none; expected "spec" in this file');
      this.#checked(this.#written, [patch], path);
    }
  }

  #addVariants(written: string): void {
    const {
      for: loops,
      title,
      of: base = 'as-posted',
      program,
      spec,
      mends,
      edits,
      ...patch
    } = this.#data.variants[written]!;
    const path = ['variants', written];
    for (const binding of bindingsOf(loops)) {
      const id = filledText(written, binding);
      if (this.#variants.has(id)) throw this.#wrong(path, `"${id}" is taken; expected an id of its own`);
      const of = this.#variantOf(binding['of']?.text ?? base, path);
      const variant: Variant = {
        id,
        // Titles of what is looped over, and of the variant it is made from.
        title: filledText(title.replaceAll('{of.title}', of.title), binding),
        program: program ?? of.program,
        mends: [...of.mends, ...mends],
        edits: [...of.edits, ...filled(edits, binding)],
        patches: [...of.patches, ...this.#patchesOf(patch, binding, path)],
        hasSpec: of.hasSpec && spec !== false && (program ?? of.program) === asPosted.program,
      };
      for (const [i, mended] of mends.entries()) {
        const ids = this.#faults.map((fault) => fault.id);
        if (!ids.includes(mended))
          throw this.#wrong(
            [...path, 'mends', i],
            `there is no fault "${mended}"; ${expectedNames(mended, ids)}`,
          );
      }
      this.#variants.set(id, variant);
      try {
        this.#textOf(variant);
      } catch (error) {
        throw this.#wrong([...path, program ? 'program' : 'edits'], (error as Error).message);
      }
      if (this.#hasSpec(variant)) this.#checked(this.#written!, changesOf(variant, this.#mends), path);
      else if (variant.patches.length > 0)
        throw this.#wrong(
          path,
          'changes a spec, and this program has none; expected edits of its text alone',
        );
    }
  }

  #variantOf(id: string, path: FieldPath): Variant {
    const variant = this.#variants.get(id);
    if (!variant)
      throw this.#wrong(
        path,
        `there is no variant "${id}" before this one; ${expectedNames(id, this.#variants.keys())}`,
      );
    return variant;
  }

  /** The changes of the loops' entries, in their order, and those of the entry itself. */
  #patchesOf(own: WrittenPatch, binding: Binding, path: FieldPath): Patch[] {
    const patches = [...Object.values(binding).map(({ fields }) => fields), own].map((fields) => {
      const { set, without, epochs } = filled(fields, binding) as Patch;
      return { set, without, epochs };
    });
    for (const { epochs } of patches) {
      if (epochs !== undefined && !(Number.isInteger(epochs) && epochs > 0))
        throw this.#wrong([...path, 'epochs'], `is ${String(epochs)}; expected a whole number of at least 1`);
    }
    return patches.filter(({ set, without, epochs }) => set || without || epochs !== undefined);
  }

  #hasSpec = ({ hasSpec }: Variant) => this.#written !== undefined && hasSpec;

  /** Facts ask for a training once a seed. */
  readonly #trainings = new WeakMap<Variant, Training>();

  #trainingOf(variant: Variant): Training | undefined {
    if (!this.#hasSpec(variant)) return undefined;
    let training = this.#trainings.get(variant);
    if (!training) {
      training = resolved(patched(this.#written!, changesOf(variant, this.#mends)));
      this.#trainings.set(variant, training);
    }
    return training;
  }

  #textOf(variant: Variant): string {
    const file = `content/${this.#folder}/${variant.program}`;
    if (!existsSync(file)) throw new Error(`${file} does not exist; expected the program`);
    const isOwn = variant.program !== asPosted.program;
    return variantText(readFileSync(file, 'utf8'), isOwn ? [] : this.#faults, variant);
  }

  /** A training that the engine takes. What it refuses is said of the line that wrote it. */
  #checked(written: WrittenTraining, patches: readonly Patch[], path: FieldPath): Training {
    const faults: string[] = (written.spec.faults ?? []).map(({ name }) => name);
    for (const { without = [] } of patches) {
      for (const name of without) {
        if (!faults.includes(name))
          throw this.#wrong(
            [...path, 'without'],
            `the spec has no fault "${name}"; ${expectedNames(name, faults)}`,
          );
      }
    }
    try {
      const changed = patched(written, patches);
      changed.spec.faults?.forEach(({ name, in: place }) => {
        checkPlace(place, String(name));
      });
      const training = resolved(changed);
      checkTraining(training);
      return training;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const { message } = error;
      const place =
        /^spec: spec\.([\w.[\]]+)/
          .exec(message)?.[1]
          ?.split(/[.[\]]+/)
          .filter(Boolean) ?? [];
      throw this.#wrong(this.#pathOf(place, patches, path), message.replace(/^spec: spec\./, ''));
    }
  }

  /** Where in the file a place of the spec was written: by a change, else in the spec. */
  #pathOf(place: string[], patches: readonly Patch[], path: FieldPath): FieldPath {
    const numbered = place.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    if (patches.length === 0) return [...path, ...numbered];
    for (const patch of patches.toReversed()) {
      const key = Object.keys(patch.set ?? {}).find((one) => {
        const steps = one.split('.');
        return steps.every((step, i) => i >= place.length || step === place[i] || Number(step) < 0);
      });
      if (key !== undefined) return [...path, 'set', key];
    }
    return path;
  }

  #addSweeps(written: WrittenSweep, path: FieldPath): void {
    for (const binding of bindingsOf(written.for)) {
      const wanted = binding['of']?.text ?? written.of ?? asPosted.id;
      const names =
        typeof wanted === 'string' ? this.#variantsNamed(filledText(wanted, binding), written) : wanted;
      for (const name of names) this.#addSweep(written, name, binding, path);
    }
  }

  /** "width-*" stands for every variant that begins so. */
  #variantsNamed(name: string, { first }: WrittenSweep): string[] {
    if (!name.endsWith('*')) return [name];
    const ids = first === undefined ? this.#variants.keys() : this.#sweeps.keys();
    return [...ids].filter((id) => id.startsWith(name.slice(0, -1)));
  }

  #addSweep(written: WrittenSweep, of: string, binding: Binding, path: FieldPath): void {
    const id = filledText(written.id ?? of, binding);
    if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(id))
      throw this.#wrong(
        [...path, 'id'],
        `is "${id}"; expected words in lower case joined by hyphens and points`,
      );
    if (this.#sweeps.has(id) || this.#firsts.has(id))
      throw this.#wrong(path, `there is a sweep "${id}" already; expected an id of its own`);
    if (written.first !== undefined) {
      this.#addFirst(id, of, written.first, path);
      return;
    }
    const { seeds = 0, reading, group } = written;
    if (!this.#measures.has(reading))
      throw this.#wrong(
        [...path, 'reading'],
        `there is no reading "${reading}"; ${expectedNames(reading, this.#measures.keys())}`,
      );
    const label =
      written.label ?? Object.values(binding).find(({ fields }) => fields['label'])?.fields['label'];
    this.#sweeps.set(id, {
      id,
      folder: this.#folder,
      group,
      label: label === undefined ? undefined : filledText(label as string, binding),
      runs: this.#runsOf(written, of, binding, path),
      seeds,
      reading,
    });
  }

  #addFirst(id: string, of: string, first: number, path: FieldPath): void {
    const sweep = this.#sweeps.get(of);
    if (!sweep)
      throw this.#wrong(
        [...path, 'of'],
        `there is no sweep "${of}" before this; ${expectedNames(of, this.#sweeps.keys())}`,
      );
    if (first > sweep.seeds)
      throw this.#wrong([...path, 'first'], `is ${first}, and the sweep "${of}" has ${sweep.seeds} seeds`);
    this.#firsts.set(id, { sweep, first });
  }

  #runsOf(written: WrittenSweep, of: string, binding: Binding, path: FieldPath): Runs {
    const { set, without, epochs } = written;
    const patches = this.#patchesOf({ set, without, epochs }, binding, path);
    if (written.spec) {
      const start = { spec: written.spec, epochs: 1 } as unknown as WrittenTraining;
      if (patches.every((patch) => patch.epochs === undefined))
        throw this.#wrong(path, 'has a spec of its own; expected its epochs beside it');
      return { kind: 'spec', training: this.#checked(start, patches, path) };
    }
    const { page, variant } = this.#source(of, path);
    const start = page === undefined ? this.#written : page.written;
    const textOf = () => (page ? page.textOf(variant) : this.#textOf(variant));
    if (start && variant.hasSpec) {
      const changes = [...changesOf(variant, page?.mends ?? this.#mends), ...patches];
      return { kind: 'spec', training: this.#checked(start, changes, path) };
    }
    if (patches.some((patch) => patch.set ?? patch.without))
      throw this.#wrong(
        path,
        'changes a spec, and this program has none; expected a variant with edits of its text',
      );
    return {
      kind: 'program',
      file: `content/${page?.folder ?? this.#folder}/${variant.program}`,
      text: textOf(),
      epochs: patches.at(-1)?.epochs,
    };
  }

  /** The variant that a sweep is of: this page's, or "cases/<id>#<variant>". */
  #source(of: string, path: FieldPath): { page?: Experiments; variant: Variant } {
    const [, folder, name = asPosted.id] = /^([a-z]+\/[^#]+)(?:#(.+))?$/.exec(of) ?? [];
    const where = [...path, 'of'];
    if (folder === undefined) {
      const variant = this.#variants.get(of);
      if (!variant)
        throw this.#wrong(where, `there is no variant "${of}"; ${expectedNames(of, this.#variants.keys())}`);
      return { variant };
    }
    if (!isPageFolder(folder))
      throw this.#wrong(where, `there is no content/${folder}; expected a page's folder`);
    const page = this.#lookUp(folder);
    const variant = page.variants.get(name);
    if (!variant)
      throw this.#wrong(
        where,
        `${page.file} has no variant "${name}"; ${expectedNames(name, page.variants.keys())}`,
      );
    return { page, variant };
  }

  #board(): Experiments['board'] {
    const { board } = this.#data;
    if (!board) return undefined;
    for (const [id, reading] of [
      [undefined, board.reading],
      ...Object.entries(board.mended).map(([fault, row]) => [fault, row.reading]),
    ]) {
      if (reading === undefined) continue;
      const path = id === undefined ? ['board', 'reading'] : ['board', 'mended', id, 'reading'];
      const measures = this.#measures.get(reading);
      if (!measures)
        throw this.#wrong(
          path,
          `there is no reading "${reading}"; ${expectedNames(reading, this.#measures.keys())}`,
        );
      if (learnedLetters(measures) === '')
        throw this.#wrong(
          path,
          `"${reading}" does not tell who has learned; expected "learned: true" in one of its measures`,
        );
    }
    const rows = combinations(this.#faultsThatCount()).map((mended) => ({
      mended,
      sweep: this.#sweepOfRow(board, mended),
    }));
    return { ...board, rows };
  }

  /** The faults that change its runs, alone or with others mended; the rest only change what is printed. */
  #faultsThatCount(): string[] {
    const mendable = this.#faults.filter((fault) => fault.mend?.typescript);
    const ids = mendable.map(({ id }) => id);
    // Without a spec nobody can know but who wrote the faults down.
    if (!this.#written)
      return mendable.filter(({ matters }) => matters.how !== 'harmless').map(({ id }) => id);
    const runs = (mended: string[]) => JSON.stringify(this.#rowRuns(undefined, mended));
    return ids.filter(
      (id) => runs([id]) !== runs([]) || runs(ids) !== runs(ids.filter((other) => other !== id)),
    );
  }

  #rowRuns(board: Board | undefined, mended: string[]): Runs {
    const variant = { ...asPosted, mends: mended };
    const epochs = board && rowSettings(board, mended).epochs;
    if (!this.#written)
      return {
        kind: 'program',
        file: `content/${this.#folder}/program.ts`,
        text: this.#textOf(variant),
        epochs,
      };
    const whole: Board = board ?? { seeds: 1, mended: {} };
    return { kind: 'spec', training: rowTraining(this.#written, this.#mends, whole, mended) };
  }

  /** The sweep that a row of the board is read off: one that is there with more seeds, or one of the board's own. */
  #sweepOfRow(board: Board, mended: string[]): Sweep {
    const own: Sweep = {
      id: `mended.${combinationKey(mended) || 'nothing'}`,
      folder: this.#folder,
      runs: this.#rowRuns(board, mended),
      seeds: board.seeds,
      reading: rowSettings(board, mended).reading ?? 'outcome',
    };
    const runs = JSON.stringify(own.runs);
    const [told] = [...this.#sweeps.values()]
      .filter(({ id }) => !id.startsWith('mended.'))
      .filter(({ reading }) => learnedLetters(this.#measures.get(reading)!) !== '')
      .filter((sweep) => JSON.stringify(sweep.runs) === runs)
      .sort((a, b) => b.seeds - a.seeds);
    if (told) return told;
    this.#sweeps.set(own.id, own);
    return own;
  }
}

/** What a variant changes of its page's spec: first what its mends do, in the order in which they are listed, then its own patches. */
function changesOf({ mends, patches }: Variant, known: Readonly<Record<string, Patch>>): Patch[] {
  const made = Object.entries(known).flatMap(([id, patch]) => (mends.includes(id) ? [patch] : []));
  return [...made, ...patches];
}

function checkPlace(place: string | undefined, name: string): void {
  if (place === undefined || ['hidden', 'output'].includes(place)) return;
  if (!/^[a-z][A-Za-z]+$/.test(place))
    throw new RangeError(`the fault ${name} is in "${place}"; expected "hidden", "output" or an activation`);
}

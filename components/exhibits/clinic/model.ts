/** The clinic behind its page: fields in, patient, list, question and proof out. It knows no document and speaks no English. */
import { createRandom } from '../../../src/engine/index.ts';
import {
  type Belief,
  type Crew,
  type Fields,
  type FieldName,
  fieldsOfLink,
  isAgreeing,
  type LayerParameters,
  linkOf,
  Patient,
  type PrintedNumbers,
  type Problem,
  type Question,
  readFields,
  readPrinted,
  replayAll,
  waves,
  type Worked,
} from '../../../src/clinic/index.ts';
import { type AnswerTrouble, giveAnswer, initialOf, readParameters } from './read-answers.ts';

/** A wave as it stands: how many runs a suspect has, at least. */
export type Stage = 'waiting' | 'first' | 'provisional' | 'settled';

export interface ClinicModel {
  readonly fields: Fields;
  readonly answers: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly printed: PrintedNumbers;
  readonly patient: Patient | undefined;
  readonly belief: Belief | undefined;
  readonly stage: Stage;
  /** Of the epochs told, what so many do is tried here, `leap` of them in one. */
  readonly epochs: { told: number; tried: number; leap: number };
  readonly question: { question: Question; gain: number } | undefined;
  /** No question tells more: what is left cannot be told apart from outside. */
  readonly exhausted: boolean;
  readonly trouble: AnswerTrouble | undefined;
  /** The suspects that agree, the most probable first. */
  readonly proof: { agrees: number[]; otherShape: boolean } | undefined;
  /** Whether runs are being trained, or the next question worked out. */
  readonly isAtWork: boolean;
  set(field: FieldName, value: string): void;
  toggleUnknown(setting: string): void;
  write(key: string, value: string): void;
  answer(): void;
  skip(): void;
  prove(): void;
  tryPairs(): void;
  readonly triesPairs: boolean;
  /** The fragment that brings this state back. */
  link(): string;
  cancel(): void;
}

/** Seeds of one piece of work for a worker: so that none takes long. */
const seedsAPiece = 32;
/** Seeds from which a network without a fault is trained on. */
const seedsOfLonger = 48;
const codesOf = (parameters: number) => (parameters > 150 ? 3 : 6);

/**
 * @param crew Who trains; opened by whoever shows the page, so that it is there when the reader is done typing.
 * @param pause Lets the page have its turn between two pieces of thinking.
 */
export function createClinic(
  crew: Crew,
  pause: () => Promise<void>,
  change: () => void,
  fragment = '',
): ClinicModel {
  const linked = fieldsOfLink(fragment);
  let generation = 0;
  const model = {
    fields: linked.fields,
    answers: linked.answers,
    problems: [] as readonly Problem[],
    printed: { kind: 'nothing' } as PrintedNumbers,
    patient: undefined as Patient | undefined,
    belief: undefined as Belief | undefined,
    stage: 'waiting' as Stage,
    epochs: { told: 0, tried: 0, leap: 1 },
    question: undefined as { question: Question; gain: number } | undefined,
    exhausted: false,
    trouble: undefined as AnswerTrouble | undefined,
    proof: undefined as ClinicModel['proof'],
    isAtWork: false,
    triesPairs: false,

    set(field: FieldName, value: string) {
      model.fields = { ...model.fields, [field]: value };
      if (field === 'language') change();
      else examine();
    },
    toggleUnknown(setting: string) {
      const unknown = model.fields.unknown.split(',').filter((one) => one !== '');
      const without = unknown.filter((one) => one !== setting);
      model.set('unknown', (without.length < unknown.length ? without : [...unknown, setting]).join(','));
    },
    write(key: string, value: string) {
      model.answers = { ...model.answers, [key]: value };
      change();
    },
    answer() {
      const { patient, question } = model;
      if (!patient || !question) return;
      model.trouble = giveAnswer(patient, question.question, model.answers);
      if (!model.trouble) {
        model.answers = { ...model.answers, answered: [...answered(), question.question].join(',') };
        model.question = undefined;
        void goOn(generation);
      }
      change();
    },
    skip() {
      const { patient, question } = model;
      if (!patient || !question) return;
      patient.skip(question.question);
      model.answers = { ...model.answers, skipped: [...skipped(), question.question].join(',') };
      model.trouble = undefined;
      model.question = undefined;
      void goOn(generation);
      change();
    },
    prove() {
      const { patient } = model;
      if (!patient) return;
      const d = patient.description;
      const layers = readParameters(
        d,
        model.answers['replay.start'] ?? '',
        model.answers['replay.rows'] === 'input',
      );
      const read = readPrinted(model.answers['replay.outputs'] ?? '', d.data);
      model.trouble = !Array.isArray(layers)
        ? layers
        : read.kind !== 'numbers'
          ? { kind: 'outputs', read }
          : undefined;
      if (Array.isArray(layers) && read.kind === 'numbers') prove(patient, layers, read.numbers, read.digits);
      change();
    },
    tryPairs() {
      const { patient } = model;
      if (!patient || model.triesPairs) return;
      model.triesPairs = true;
      patient.addPairs(6);
      change();
      void goOn(generation);
    },
    link: () => linkOf(model.fields, model.answers),
    cancel() {
      generation++;
      crew.drop();
      crew.close();
    },
  };

  const list = (key: string) =>
    (model.answers[key] ?? '').split(',').filter((one) => one !== '') as Question[];
  const answered = () => list('answered');
  const skipped = () => list('skipped');

  /** Reads the fields anew; a new patient where there is enough for one. */
  function examine(): void {
    generation++;
    crew.drop();
    Object.assign(model, {
      patient: undefined,
      belief: undefined,
      stage: 'waiting',
      question: undefined,
      exhausted: false,
      trouble: undefined,
      proof: undefined,
      isAtWork: false,
      triesPairs: false,
    });
    const read = readFields(model.fields, 4);
    model.problems = read.kind === 'problems' ? read.problems : [];
    if (read.kind === 'description') {
      model.printed = readPrinted(model.fields.printed, read.description.data);
      if (model.printed.kind === 'numbers') {
        const { numbers, digits, loss } = model.printed;
        const description = { ...read.description, digits: Math.max(1, digits) };
        model.epochs = { told: read.toldEpochs, tried: description.epochs, leap: description.leap };
        const patient = (model.patient = new Patient(description, numbers));
        if (loss !== undefined) model.answers = { lossEnd: String(loss), ...model.answers };
        for (const question of skipped()) patient.skip(question);
        for (const question of answered()) giveAnswer(patient, question, model.answers);
        void goOn(generation);
      }
    } else model.printed = { kind: 'nothing' };
    change();
  }

  /** Simulates what is wanted, wave after wave, then looks for the next question. */
  async function goOn(now: number): Promise<void> {
    const { patient } = model;
    if (!patient) return;
    model.isAtWork = true;
    for (const [index, wave] of waves.entries()) {
      const works = patient.wanted(wave).flatMap((wanted) => {
        const pieces = [];
        for (let k = 0; k < wanted.seeds.length; k += seedsAPiece) {
          pieces.push({ ...wanted, seeds: wanted.seeds.slice(k, k + seedsAPiece) });
        }
        return pieces.map((piece) => ({ kind: 'runs' as const, wanted: piece }));
      });
      await done(now, works, (worked) => {
        if (worked.kind === 'runs') patient.put(worked.wanted, worked.rows);
      });
      if (now !== generation) return;
      await think(now, index === 0 ? 'first' : index === 1 ? 'provisional' : 'settled');
      if (now !== generation) return;
      if (index === 1) await lookAtUpdates(now, patient);
      if (now !== generation) return;
    }
    await askNext(now, patient);
  }

  async function lookAtUpdates(now: number, patient: Patient): Promise<void> {
    const d = patient.description;
    const width = [d.data.inputs[0]!.length, ...d.widths, d.data.targets[0]!.length];
    const parameters = width.slice(1).reduce((sum, units, l) => sum + units * (width[l]! + 1), 0);
    const seeds = Array.from({ length: codesOf(parameters) }, (_, k) => k + 1);
    const works = patient.suspects.flatMap(({ id }, suspect) =>
      patient.codes[suspect]!.length > 0 ? [] : [{ kind: 'codes' as const, suspect, id, seeds }],
    );
    await done(now, works, (worked) => {
      if (worked.kind === 'codes') patient.putCodes(worked.suspect, worked.codes);
    });
  }

  /** All of these pieces done; resolves at once if the patient has changed. */
  function done(
    now: number,
    works: Parameters<Crew['take']>[1],
    onWorked: (worked: Worked) => void,
  ): Promise<void> {
    return new Promise((resolve) => {
      let open = works.length;
      if (open === 0) resolve();
      crew.take(model.patient!.description, works, (worked) => {
        if (now !== generation) {
          resolve();
          return;
        }
        if (worked) onWorked(worked);
        if (--open === 0) resolve();
      });
    });
  }

  async function think(now: number, stage: Stage): Promise<void> {
    await pause();
    if (now !== generation || !model.patient) return;
    model.belief = model.patient.belief();
    model.stage = stage;
    change();
  }

  async function askNext(now: number, patient: Patient): Promise<void> {
    const random = createRandom(1);
    const gains = new Map<Question, number>();
    for (const question of patient.openQuestions()) {
      await pause();
      if (now !== generation) return;
      gains.set(question, patient.gainOf(question, random));
    }
    const best = patient.bestOf(gains);
    model.question = best;
    model.exhausted = !best;
    model.isAtWork = false;
    change();
    if (patient.tooShort() === undefined && worthTrainingOn(patient)) {
      const seeds = Array.from({ length: seedsOfLonger }, (_, k) => k + 1);
      const pieces = [0, 16, 32].map((k) => ({ kind: 'longer' as const, seeds: seeds.slice(k, k + 16) }));
      await done(now, pieces, (worked) => {
        if (worked.kind === 'longer') patient.putLonger(worked.seeds, worked.arrives);
      });
      if (now === generation) change();
    }
  }

  function worthTrainingOn(patient: Patient): boolean {
    const { data, widths, epochs } = patient.description;
    const units = widths.reduce((sum, width) => sum + width, 1);
    const none = patient.suspects.findIndex(({ id }) => id === 'none');
    return epochs * data.inputs.length * units < 400_000 && (model.belief?.p[none] ?? 0) > 0.05;
  }

  function prove(
    patient: Patient,
    layers: LayerParameters[],
    outputs: readonly number[],
    digits: number,
  ): void {
    const ids = patient.suspects.map(({ id }) => id);
    const replayed = replayAll(patient.description, ids, layers, outputs, digits);
    patient.answerReplay(replayed);
    if (!patient.asked.has('initial')) patient.answerBlock('initial', initialOf(layers));
    const { p } = (model.belief = patient.belief());
    model.proof = {
      agrees: [...replayed.keys()].filter((s) => isAgreeing(replayed[s]!)).toSorted((a, b) => p[b]! - p[a]!),
      otherShape: replayed.every((one) => one === 'other-shape'),
    };
    // Whoever is left may have had few runs so far.
    void goOn(generation);
  }

  examine();
  return model;
}

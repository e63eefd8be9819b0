/** What the clinic says of a made-up patient: after the outputs, after each of three questions, and after the replay. */
import { createRandom } from '../../src/engine/index.ts';
import { Patient } from '../../src/clinic/patient.ts';
import { simulate } from '../../src/clinic/simulate.ts';
import { suspectNamed } from '../../src/clinic/suspects.ts';
import { waves } from '../../src/clinic/waves.ts';
import { updateCodes } from '../../src/clinic/first-update.ts';
import { replayAll } from '../../src/clinic/replay.ts';
import type { Question } from '../../src/clinic/questions.ts';
import type { Case } from './cases.ts';

/** What is said at one point. */
export interface Said {
  /** The class that is thought most probable, by its first suspect, and how probable. */
  best: string;
  p: number;
  /** Whether the truth is in that class. */
  right: boolean;
  /** The truth's class among the first three. */
  amongThree: boolean;
  /** Of the truth's class. */
  truth: number;
  elsewhere: number;
  width: number;
  /** The question just answered. */
  asked: string;
  /** Runs simulated so far. */
  runs: number;
  confirmed: boolean;
}

export const stages = 5;

export function examine(
  kernel: WebAssembly.Module | undefined,
  patientCase: Case,
  runsOf: typeof simulate = simulate,
): Said[] {
  const { told, rows, width, truth } = patientCase;
  const outputs = told.data.inputs.length * told.data.targets[0]!.length;
  const run = (k: number) => rows.subarray(k * width, (k + 1) * width);
  const patient = new Patient(told, run(0).subarray(0, outputs));
  const random = createRandom(1);
  patient.suspects.forEach(({ id }, s) => {
    const suspect = suspectNamed(told, id)!;
    const seeds = patient.layout.width > 400 ? 3 : 6;
    patient.putCodes(
      s,
      Array.from({ length: seeds }, (_, k) => updateCodes(told, suspect, k + 1)),
    );
  });
  const simulateUpTo = (some: typeof waves) => {
    for (const wave of some) {
      for (const wanted of patient.wanted(wave)) {
        patient.put(wanted, runsOf(kernel, told, patient.layout, wanted.id, wanted.telling, wanted.seeds));
      }
    }
  };
  const said: Said[] = [];
  const say = (asked: string) => {
    const belief = patient.belief();
    const { merged, classes, elsewhere } = belief;
    const order = [...merged.keys()].sort((a, b) => merged[b]! - merged[a]!);
    const place = patient.suspects.findIndex(({ id }) => id === truth);
    const own = place < 0 ? -1 : classes[place]!;
    said.push({
      best: patient.suspects[order[0]!]!.id,
      p: merged[order[0]!]!,
      right: order[0] === own,
      amongThree: order.slice(0, 3).includes(own),
      truth: own < 0 ? 0 : merged[own]!,
      elsewhere,
      width: belief.width,
      asked,
      runs: patient.particles.count,
      confirmed: patient.isConfirmed(order[0]!),
    });
  };
  simulateUpTo(waves);
  say('');
  for (let k = 0; k < 3; k++) {
    const best = patient.bestOf(
      new Map(patient.openQuestions().map((question) => [question, patient.gainOf(question, random)])),
    );
    if (best) {
      answer(patient, best.question);
      simulateUpTo(waves.slice(2));
    }
    say(best?.question ?? 'none');
  }
  const ids = patient.suspects.map(({ id }) => id);
  patient.answerReplay(replayAll(told, ids, patientCase.start, patientCase.afterOneEpoch, 6));
  answer(patient, 'initial');
  simulateUpTo(waves.slice(2));
  say('replay');
  return said;

  function answer(to: Patient, question: Question): void {
    if (question === 'check') to.answerCheck(patientCase.codes);
    else if (question === 'run2' || question === 'run3') {
      to.answerOutputs(question, run(question === 'run2' ? 1 : 2).subarray(0, outputs));
    } else {
      const { at, scales } = to.layout.blocks[question]!;
      to.answerBlock(question, run(0).subarray(at, at + scales.length));
    }
  }
}

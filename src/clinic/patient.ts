/**
 * One reader's network: what was told and printed, the runs simulated so far, the answers, and what is believed. It says
 * which runs it wants next and takes them as they come; who trains them is not its business.
 */
import type { Random } from '../engine/index.ts';
import {
  apartness,
  type Fit,
  fitTo,
  likelihoods,
  normalise,
  posterior,
  sharpnessOfOutputs,
} from './belief.ts';
import { classesOf } from './classes.ts';
import type { Description } from './description.ts';
import { probabilityElsewhere } from './elsewhere.ts';
import { writeOutputFeatures, writeResultFeatures } from './features.ts';
import type { UpdateCode } from './first-update.ts';
import { type BlockName, type Layout, layoutOf } from './layout.ts';
import { type Listed, listedOf, pairsOf } from './listed.ts';
import { Particles } from './particles.ts';
import { codeLikelihood, efforts, gainOf, type Question, questions } from './questions.ts';
import { isAgreeing, type Replayed } from './replay.ts';
import { type Change, changesOf } from './suspects.ts';
import { type WantedRuns, wantedIn, type waves } from './waves.ts';

export interface Belief {
  /** [suspects]: adds up to 1 - elsewhere. */
  p: Float64Array;
  /** [suspects]: p of the suspect's class, at the class's first; 0 at the others. */
  merged: Float64Array;
  classes: Int32Array;
  /** That it is none of these, or that the description is wrong. */
  elsewhere: number;
  /** Of each suspect's probability, the part that comes from runs under other settings than told. */
  off: Float64Array;
  /** How wide the kernel had to be: large where nothing simulated comes close. */
  width: number;
}

/** From here on a class of suspects is called probable, and sure if the replay confirms it. */
export const probable = 0.9;

/** A suspect that does not print the reader's numbers from the reader's own start keeps so much. */
const replayFails = 0.0001;

/** An answer about another run: its outputs as features, in a row of their own. */
type Row = Float32Array;

export class Patient {
  readonly description: Description;
  /** [N, O], as the reader has it. */
  readonly printed: readonly number[];
  readonly layout: Layout;
  readonly suspects: Listed[];
  readonly particles: Particles;
  /** [suspects][first updates simulated] */
  readonly codes: UpdateCode[][][];
  readonly asked = new Set<Question | 'replay'>();
  readonly #changes: Change[];
  readonly #observed: Row;
  readonly #blocks: BlockName[] = ['outputs'];
  readonly #otherRuns: Row[] = [];
  /** By seed: whether the right network arrives if it is trained on. */
  readonly #arrives = new Map<number, boolean>();
  #code: string | undefined;
  #replayed: readonly Replayed[] | undefined;
  #fit: Fit | undefined;
  #factors: Float64Array | undefined;
  #otherFits: Fit[] = [];

  /** `printed`: [N, O], the outputs after training, rounded as the description says. */
  constructor(description: Description, printed: ArrayLike<number>) {
    this.description = description;
    this.printed = Array.from(printed);
    this.layout = layoutOf(description);
    this.#changes = changesOf(description);
    this.suspects = listedOf(this.#changes);
    this.codes = this.suspects.map(() => []);
    this.particles = new Particles(this.layout.width);
    this.#observed = this.#rowOf(printed, 'outputs');
  }

  #rowOf(outputs: ArrayLike<number>, block: 'outputs' | 'before' | 'later'): Row {
    const row = new Float32Array(this.layout.width);
    const write = block === 'outputs' ? writeResultFeatures : writeOutputFeatures;
    write(outputs, this.description, row, this.layout.blocks[block]!.at);
    return row;
  }

  #forget(): void {
    this.#fit = undefined;
    this.#factors = undefined;
  }

  // Runs in

  /** What the wave still wants, the most probable suspects first. */
  wanted(wave: (typeof waves)[number]): WantedRuns[] {
    const p = this.particles.count > 0 ? this.#believed() : undefined;
    return wantedIn(wave, this.suspects, this.particles, p);
  }

  put({ suspect, telling, seeds }: WantedRuns, rows: Float32Array): void {
    this.particles.add(suspect, telling, seeds, rows);
    this.#forget();
  }

  putCodes(suspect: number, codes: UpdateCode[][]): void {
    this.codes[suspect] = codes;
    this.#forget();
  }

  putLonger(seeds: readonly number[], arrives: readonly boolean[]): void {
    seeds.forEach((seed, k) => this.#arrives.set(seed, arrives[k]!));
  }

  /**
   * If nothing is wrong: how probable it is that training on would bring it there, rather than that the beginning was bad
   * luck. Undefined until it has been tried.
   */
  tooShort(): number | undefined {
    const { fit } = this.#standing();
    const none = this.suspects.findIndex(({ id }) => id === 'none');
    let all = 0;
    let arriving = 0;
    for (let j = 0; j < this.particles.count; j++) {
      if (this.particles.suspect[j] !== none || this.particles.off[j]) continue;
      const arrives = this.#arrives.get(this.particles.seed[j]!);
      if (arrives === undefined) continue;
      all += fit.kernel[j]!;
      if (arrives) arriving += fit.kernel[j]!;
    }
    return all > 0 ? arriving / all : undefined;
  }

  /** Takes pairs of two changes among the suspects: the most probable single ones with all others. */
  addPairs(best: number): void {
    const pairs = pairsOf(this.description, this.#changes, this.#believed(), this.suspects, best);
    this.suspects.push(...pairs);
    this.codes.push(...pairs.map(() => []));
    this.#forget();
  }

  // Answers in

  /** The outputs [N, O] before training, half way, or of another run. */
  answerOutputs(question: 'before' | 'later' | 'run2' | 'run3', outputs: ArrayLike<number>): void {
    if (question === 'run2' || question === 'run3') {
      this.asked.add(question);
      this.#otherRuns.push(this.#rowOf(outputs, 'outputs'));
      this.#forget();
    } else
      this.answerBlock(question, this.#rowOf(outputs, question).subarray(this.layout.blocks[question]!.at));
  }

  /** The numbers of a block, as features.ts makes them. */
  answerBlock(block: Exclude<BlockName, 'outputs'>, values: ArrayLike<number>): void {
    const { at, scales } = this.layout.blocks[block]!;
    for (let i = 0; i < scales.length; i++) this.#observed[at + i] = values[i]!;
    this.asked.add(block);
    if (!this.#blocks.includes(block)) this.#blocks.push(block);
    this.#forget();
  }

  answerCheck(codes: readonly UpdateCode[]): void {
    this.#code = codes.join(' ');
    this.asked.add('check');
    this.#forget();
  }

  /** [suspects]: what became of each suspect started from the reader's own parameters. */
  answerReplay(replayed: readonly Replayed[]): void {
    this.#replayed = replayed;
    this.asked.add('replay');
    this.#forget();
  }

  /** The reader cannot or will not say. */
  skip(question: Question): void {
    this.asked.add(question);
  }

  // Belief

  #standing(): { fit: Fit; factors: Float64Array } {
    const count = this.suspects.length;
    if (!this.#factors) {
      const factors = Float64Array.from(this.suspects, ({ prior }) => prior);
      this.#otherFits = [];
      for (const row of this.#otherRuns) {
        const other = fitTo(this.particles, this.layout, ['outputs'], row, count);
        this.#otherFits.push(other);
        const like = likelihoods(other.counts);
        for (let s = 0; s < count; s++) factors[s] = factors[s]! * like[s]!;
      }
      for (let s = 0; s < count; s++) {
        if (this.#code !== undefined && this.codes[s]!.length > 0) {
          factors[s] = factors[s]! * codeLikelihood(this.codes[s]!, this.#code);
        }
        if (this.#replayed && !isAgreeing(this.#replayed[s]!)) factors[s] = factors[s]! * replayFails;
      }
      this.#factors = normalise(factors);
    }
    this.#fit ??= this.#fitToFirstRun();
    return { fit: this.#fit, factors: this.#factors };
  }

  #fitToFirstRun(): Fit {
    const fit = fitTo(this.particles, this.layout, this.#blocks, this.#observed, this.suspects.length);
    const answered = this.#blocks.length > 1 || this.#otherRuns.length > 0 || this.#code !== undefined;
    if (!answered) fit.focus.sharpness = Math.min(fit.focus.sharpness, sharpnessOfOutputs);
    return fit;
  }

  /** [suspects]: how probable each is if it is one of them. */
  #believed(): Float64Array {
    const { fit, factors } = this.#standing();
    return posterior(factors, fit.counts, fit.focus);
  }

  belief(): Belief {
    const { fit } = this.#standing();
    const p = this.#believed();
    const elsewhere = this.#elsewhere(fit);
    const classes = classesOf(this.particles, this.layout, this.suspects.length);
    const merged = new Float64Array(p.length);
    const off = new Float64Array(p.length);
    for (let j = 0; j < this.particles.count; j++) {
      const s = this.particles.suspect[j]!;
      if (this.particles.off[j] && fit.counts[s]! > 0) off[s]! += fit.kernel[j]! / fit.counts[s]!;
    }
    for (let s = 0; s < p.length; s++) {
      p[s] = p[s]! * (1 - elsewhere);
      merged[classes[s]!]! += p[s]!;
    }
    return { p, merged, classes, elsewhere, off, width: fit.width };
  }

  /** Whether the replay proves the suspect. */
  isConfirmed(suspect: number): boolean {
    return this.#replayed?.[suspect] === 'proves';
  }

  /** Whether it may be said without "probably". `suspect`: the first of its class. */
  isSure(suspect: number, { merged }: Belief): boolean {
    return merged[suspect]! > probable && this.isConfirmed(suspect);
  }

  #elsewhere(fit: Fit): number {
    const { particles, layout, suspects, codes } = this;
    const like = likelihoods(fit.counts);
    return probabilityElsewhere({
      apart: apartness(particles, layout, this.#blocks, fit),
      othersApart: this.#otherFits.map((other) => apartness(particles, layout, ['outputs'], other)),
      suspects,
      p: normalise(like.map((x, s) => x * suspects[s]!.prior)),
      code: this.#code,
      codes,
      replayed: this.#replayed,
      replayFails,
    });
  }

  // Questions out

  /** Questions that are open, as far as this network has them. */
  openQuestions(): Question[] {
    return questions.filter((question) => {
      if (this.asked.has(question)) return false;
      if (question === 'run3') return this.asked.has('run2');
      if (question === 'run2') return true;
      if (question === 'check') return this.codes.every((codes) => codes.length > 0);
      return this.layout.blocks[question] !== undefined;
    });
  }

  /** Expected information of an answer, in bits. */
  gainOf(question: Question, random: Random): number {
    const { fit, factors } = this.#standing();
    const p = this.#believed();
    const { particles, layout, codes } = this;
    return gainOf(question, { particles, layout, fit, factors, p, codes }, random);
  }

  /**
   * Of these questions with their gains the best for its effort; where none tells much, one that puts what is believed to
   * the test, with a gain of 0.
   */
  bestOf(gains: ReadonlyMap<Question, number>): { question: Question; gain: number } | undefined {
    let best: { question: Question; gain: number } | undefined;
    for (const [question, gain] of gains) {
      if (gain >= leastGain && (!best || gain / efforts[question] > best.gain / efforts[best.question])) {
        best = { question, gain };
      }
    }
    const test = tests.find((question) => gains.has(question));
    return best ?? (test && { question: test, gain: 0 });
  }
}

/** A question that tells less, in bits, is not asked for what it tells. */
const leastGain = 0.1;
/** Questions that a fault which is not on the list would answer otherwise than the suspect that it looks like. */
const tests: readonly Question[] = ['moved', 'check', 'before', 'loss100', 'lossEnd'];

/**
 * The simulated runs of one patient. Every suspect is trained from the same seeds, so that two of them differ in what they
 * do and in nothing else; a seed's runs are therefore dependent, and are left out together.
 */
import type { Telling } from './variants.ts';

/** Runs are counted as if each suspect had so many. */
export const nominalRuns = 128;

export class Particles {
  readonly width: number;
  count = 0;
  /** [count, width] */
  rows: Float32Array;
  /** [count]: the suspect's place in the list. */
  suspect: Int32Array;
  seed: Int32Array;
  /** 1 where the settings are not as told. */
  off: Uint8Array;
  /** Runs by suspect, as told and off. */
  readonly runs: { told: number; off: number }[] = [];

  constructor(width: number) {
    this.width = width;
    const room = 256;
    this.rows = new Float32Array(room * width);
    this.suspect = new Int32Array(room);
    this.seed = new Int32Array(room);
    this.off = new Uint8Array(room);
  }

  runsOf(suspect: number): { told: number; off: number } {
    return (this.runs[suspect] ??= { told: 0, off: 0 });
  }

  /** `rows`: [seeds, width]. */
  add(suspect: number, telling: Telling, seeds: readonly number[], rows: Float32Array): void {
    this.#makeRoom(this.count + seeds.length);
    this.rows.set(rows, this.count * this.width);
    seeds.forEach((seed, k) => {
      this.suspect[this.count + k] = suspect;
      this.seed[this.count + k] = seed;
      this.off[this.count + k] = Number(telling === 'off');
    });
    this.count += seeds.length;
    this.runsOf(suspect)[telling] += seeds.length;
  }

  #makeRoom(count: number): void {
    if (count <= this.suspect.length) return;
    const room = Math.max(count, 2 * this.suspect.length);
    const grown = <T extends Float32Array | Int32Array | Uint8Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.rows = grown(new Float32Array(room * this.width), this.rows);
    this.suspect = grown(new Int32Array(room), this.suspect);
    this.seed = grown(new Int32Array(room), this.seed);
    this.off = grown(new Uint8Array(room), this.off);
  }
}

import type { Fault, Spec } from '../../engine/index.ts';

/** A spec and how long it is trained. */
export interface Training {
  spec: Spec;
  /** Passes over the data, as a sweep counts them. */
  epochs: number;
}

/** The engine's equal of a case's program. */
export interface CaseTraining {
  /** The training of the program with these faults mended, by their ids in faults.yaml. Defaults to as posted. */
  training(mended?: readonly string[]): Training;
  /** The trainings of the variants in faults.yaml, by id. */
  variants: Readonly<Record<string, Training>>;
}

/** The faults that are there: each entry is kept unless it is false. */
export function present(...faults: (Fault | false)[]): Fault[] {
  return faults.filter((fault) => fault !== false);
}

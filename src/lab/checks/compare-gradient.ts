/** The gradient of every parameter of a network: what an update follows, against differences, one row each. */
import type { DataSet, LoadedProgram } from '../program.ts';
import type { Finding } from '../protocol.ts';
import { blindFindings } from './blind-findings.ts';
import { gradientFindings } from './gradient-findings.ts';
import { checkGradients } from './gradients.ts';
import { relativeError } from './relative-error.ts';
import { Specimen } from './specimen.ts';
import { trueGradient } from './true-gradient.ts';
import type { LossSlope } from './true-gradient.ts';

export interface ComparedParameter {
  /** The gradient that the update follows. */
  followed: number;
  /** The slope of the loss, by differences; NaN at a kink. */
  slope: number;
  /** |followed - slope| / max(|followed|, |slope|); NaN at a kink. */
  error: number;
}

/** Relative errors up to this are the rounding of differences. */
const rightUpTo = 1e-4;

const seldom = (): void => undefined;

/**
 * @param network As it stands, plain data.
 * @param lossSlope Of the loss that the update should descend, of all samples of the data together.
 * @param k Which update of an epoch.
 */
export function compareGradient(
  program: LoadedProgram,
  data: DataSet,
  network: unknown,
  lossSlope: LossSlope,
  k = 0,
): { rows: ComparedParameter[]; isRight: (row: ComparedParameter) => boolean } {
  const specimen = new Specimen(program, data, network, seldom);
  const values = specimen.read(network);
  const samples = data.inputs.map((_, sample) => sample);
  const { values: slopes, isAtKink, noise } = trueGradient(specimen, values, samples, lossSlope);
  const followed = specimen.change(values, k, network).map((change) => -change / program.learningRate);
  const largest = Math.max(0, ...followed.concat(slopes).filter(Number.isFinite).map(Math.abs));
  const rows = followed.map((value, index): ComparedParameter => {
    const slope = isAtKink[index] ? NaN : slopes[index]!;
    const error = Number.isNaN(slope) ? NaN : relativeError(value, slope, largest, noise[index]);
    return { followed: value, slope, error };
  });
  return { rows, isRight: ({ error }) => error <= rightUpTo };
}

/** What the check names in the backward pass of a program: findings about the gradient alone. */
export function gradientMistakes(program: LoadedProgram, data: DataSet, network: unknown): Finding[] {
  const specimen = new Specimen(program, data, network, seldom);
  const values = specimen.read(network);
  const check = checkGradients(specimen, values, values);
  if ('unchecked' in check) return [];
  const { findings } = check.blind ? blindFindings(check, check.blind) : gradientFindings(check);
  // Of a gradient that is known to be wrong it is a mistake also where no rule explains any layer.
  return findings.filter(({ severity, code }) => severity === 'problem' || code === 'gradient-unknown');
}

/**
 * Grades a program by what it does: over seeds, by its gradient, by its shape. Never by its text.
 *
 * The evidence is gathered by the lab, which runs the reader's program; this file only weighs it.
 */
import type { DataSet, Diagnosis, Frame, ProgramInfo, SeedResult } from '../lab/index.ts';
import type { ProgramSaid } from '../words/grading.ts';

/** What an exercise asks of a program. See `Grade` of exercises.yaml. */
export interface CodeGrade {
  seeds: { from: number; count: number; solved: number; epochs: number };
  gradient: boolean;
  learningRate?: number | undefined;
  widths?: number[] | undefined;
  largestError?: number | undefined;
  range?: { low: number; high: number } | undefined;
  sameData?: boolean;
  relu?: boolean;
}

export interface CodeEvidence {
  info: ProgramInfo;
  /** The data set of the program as given; needed where the grade asks to keep it. */
  givenData?: DataSet;
  /** The networks of the seeds before their first update; needed where the grade asks for ReLU. */
  initial?: Frame[];
  /** Of the program's initial network; needed where the grade asks for the gradient. */
  diagnosis?: Diagnosis;
  results: SeedResult[];
}

/** One thing that was asked for, whether it was met, and what was found. */
export interface CodeCheck {
  met: boolean;
  said: ProgramSaid;
}

/** A layer's gradient is right up to rounding below this relative error. Defaults to 1e-4: differences in the lab are taken on arbitrary programs. */
const rightGradient = 1e-4;

/** Weighs the evidence: one check for each thing the exercise asks for, in a fixed order. */
export function gradeCode(grade: CodeGrade, evidence: CodeEvidence): CodeCheck[] {
  const { info, givenData, initial = [], diagnosis, results } = evidence;
  const checks: CodeCheck[] = [];
  if (grade.sameData) checks.push(checkData(info, givenData));
  if (grade.widths) checks.push(checkWidths(grade.widths, info.widths));
  if (grade.learningRate !== undefined) checks.push(checkLearningRate(grade.learningRate, info.learningRate));
  if (grade.relu) checks.push(checkRelu(info, initial));
  if (grade.gradient) checks.push(checkGradients(info, diagnosis));
  checks.push(checkSeeds(grade, results));
  if (grade.largestError !== undefined) checks.push(checkErrors(grade.largestError, info.targets, results));
  if (grade.range) checks.push(checkRange(grade.range, results));
  return checks;
}

function checkData({ inputs, targets }: ProgramInfo, given: DataSet | undefined): CodeCheck {
  const met = given !== undefined && sameTable(inputs, given.inputs) && sameTable(targets, given.targets);
  return { met, said: { kind: 'data' } };
}

const sameTable = (one: number[][], other: number[][]): boolean =>
  one.length === other.length &&
  one.every((row, n) => row.length === other[n]!.length && row.every((value, i) => value === other[n]![i]));

/** Looks at every unit, on every sample, in every network that it is given. */
function checkRelu({ inputs }: ProgramInfo, networks: Frame[]): CodeCheck {
  for (const { layers } of networks) {
    for (const [l, { weights, biases, activations }] of layers.entries()) {
      for (const [n, row] of activations.entries()) {
        const entering = l === 0 ? inputs[n]! : layers[l - 1]!.activations[n]!;
        for (const [unit, activation] of row.entries()) {
          const sum = weights[unit]!.reduce(
            (total, weight, i) => total + weight * entering[i]!,
            biases[unit]!,
          );
          if (Math.abs(activation - Math.max(0, sum)) <= 1e-9 * (1 + Math.abs(sum))) continue;
          const not = { layer: l, layerCount: layers.length, gives: activation, sum };
          return { met: false, said: { kind: 'relu', not } };
        }
      }
    }
  }
  return { met: networks.length > 0, said: { kind: 'relu' } };
}

const checkWidths = (asked: number[], found: number[]): CodeCheck => ({
  met: asked.length === found.length && asked.every((width, i) => width === found[i]),
  said: { kind: 'widths', asked, found },
});

const checkLearningRate = (asked: number, found: number | undefined): CodeCheck => ({
  met: asked === found,
  said: { kind: 'learning-rate', asked, found },
});

function checkGradients({ inputs, widths }: ProgramInfo, diagnosis: Diagnosis | undefined): CodeCheck {
  const { gradients, findings, arrays } = diagnosis ?? { gradients: [], findings: [], arrays: [] };
  const wrong =
    gradients.length === 0
      ? undefined
      : gradients.filter(({ relativeError }) => !(relativeError < rightGradient));
  const place = { layerCount: widths.length - 1, inputs, arrays };
  return { met: wrong?.length === 0, said: { kind: 'gradient', wrong, findings, place } };
}

function checkSeeds({ seeds }: CodeGrade, results: SeedResult[]): CodeCheck {
  const solved = count(results, 'solved');
  const stopped = results.find(({ failure }) => failure !== undefined)?.failure?.message;
  return {
    met: solved >= seeds.solved,
    said: {
      kind: 'seeds',
      solved,
      count: seeds.count,
      asked: seeds.solved,
      epochs: seeds.epochs,
      endings: (['constant', 'partly', 'diverged'] as const)
        .map((outcome) => ({ outcome, count: count(results, outcome) }))
        .filter((ending) => ending.count > 0)
        .sort((a, b) => b.count - a.count),
      ...(stopped !== undefined && { stopped }),
    },
  };
}

function count(results: SeedResult[], kind: SeedResult['outcome']['kind']): number {
  return results.filter(({ outcome }) => outcome.kind === kind).length;
}

function checkErrors(largest: number, targets: number[][], results: SeedResult[]): CodeCheck {
  const solved = results.filter(({ outcome }) => outcome.kind === 'solved');
  let worst = 0;
  for (const { outputs } of solved) {
    outputs.forEach((output, n) =>
      output.forEach((value, o) => (worst = Math.max(worst, Math.abs(value - targets[n]![o]!)))),
    );
  }
  return {
    met: solved.length > 0 && worst <= largest,
    said: { kind: 'errors', largest, worst: solved.length > 0 ? worst : undefined },
  };
}

function checkRange({ low, high }: { low: number; high: number }, results: SeedResult[]): CodeCheck {
  /** How far the farthest answer of each seed lies outside; NaN where it is no number. */
  const excesses = results
    .map(({ outputs }) => Math.max(...outputs.flat().map((value) => Math.max(low - value, value - high, 0))))
    .filter((excess) => excess !== 0);
  return {
    met: results.length > 0 && excesses.length === 0,
    said: {
      kind: 'range',
      low,
      high,
      outside: excesses.length,
      count: results.length,
      farthest: Math.max(...excesses),
    },
  };
}

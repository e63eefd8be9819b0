/**
 * Grades a program by what it does: over seeds, by its gradient, by its shape. Never by its text.
 *
 * The evidence is gathered by the lab, which runs the reader's program; this file only weighs it.
 */
import type { DataSet, Diagnosis, Frame, ProgramInfo, SeedResult } from '../lab/index.ts';
import { countedText } from '../words/counts.ts';
import { numberText } from '../words/numbers.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { sayGradient } from '../words/say-finding.ts';

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

/** One thing that was asked for, and whether it was met. */
export interface CodeCheck {
  met: boolean;
  /** One or two sentences: what was found, and what it means where it was not met. */
  words: string;
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
  return {
    met,
    words: met ? 'The data are as given.' : 'The data have changed; the exercise asks to keep them.',
  };
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
          const who = l === layers.length - 1 ? 'The output' : `A unit of hidden layer ${l + 1}`;
          return {
            met: false,
            words: `${who} gives ${short(activation)} where its sum is ${short(sum)}; a ReLU gives ${short(Math.max(0, sum))} there.`,
          };
        }
      }
    }
  }
  return { met: networks.length > 0, words: 'Every unit is a ReLU, the output too.' };
}

const short = (value: number): string => numberText(value, 2);

function checkWidths(asked: number[], found: number[]): CodeCheck {
  const met = asked.length === found.length && asked.every((width, i) => width === found[i]);
  return {
    met,
    words: met
      ? `The network is ${asked.join('-')}, as asked.`
      : `The network is ${found.join('-')}; the exercise asks for ${asked.join('-')}. It is about another line than the number of units.`,
  };
}

function checkLearningRate(asked: number, found: number | undefined): CodeCheck {
  const met = asked === found;
  if (found === undefined)
    return { met, words: `The program exports no learning rate; the exercise asks to keep it at ${asked}.` };
  return {
    met,
    words: met
      ? `The learning rate is ${asked}, as asked.`
      : `The learning rate is ${found}; the exercise asks to keep it at ${asked}.`,
  };
}

function checkGradients({ inputs, widths }: ProgramInfo, diagnosis: Diagnosis | undefined): CodeCheck {
  const { gradients, findings, arrays } = diagnosis ?? { gradients: [], findings: [], arrays: [] };
  if (gradients.length === 0) {
    return {
      met: false,
      words: 'The gradient could not be checked. Do the updates still change the weights?',
    };
  }
  const wrong = gradients.filter(({ relativeError }) => !(relativeError < rightGradient));
  if (wrong.length === 0) return { met: true, words: 'The gradient is right in every layer.' };
  const layerCount = widths.length - 1;
  const named = wrong.map((gradient) => {
    const { layer, parameters = [] } = gradient;
    const place =
      layer === undefined
        ? `of ${parameters.map((index) => arrays[index]).join(', ')}`
        : layer === layerCount - 1
          ? 'in the output layer'
          : `in hidden layer ${layer + 1}`;
    const looks = sayGradient(gradient, findings, { layerCount, inputs, arrays });
    return looks ? `${place} (${looks})` : place;
  });
  return {
    met: false,
    words: `The update does not follow the gradient of the loss ${named.join(' and ')}.`,
  };
}

function checkSeeds({ seeds }: CodeGrade, results: SeedResult[]): CodeCheck {
  const solved = results.filter(({ outcome }) => outcome.kind === 'solved').length;
  const failed = results.find(({ failure }) => failure !== undefined)?.failure;
  const met = solved >= seeds.solved;
  let words = `${solved} of ${seeds.count} seeds learned within ${countedText(seeds.epochs, 'epoch')}`;
  words += met ? '.' : `; the exercise asks for ${seeds.solved}. ${describeRest(results)}`;
  if (failed) words += ` A run was stopped: ${failed.message}`;
  return { met, words };
}

/** How the unsolved seeds ended, most frequent first. */
function describeRest(results: SeedResult[]): string {
  const rest = (['constant', 'partly', 'diverged'] as const)
    .map((kind) => ({ kind, found: count(results, kind) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ kind, found }) => outcomeWords.ending(kind, found));
  return rest.length === 0 ? '' : `Of the others, ${rest.join(', ')}.`;
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
  const met = solved.length > 0 && worst <= largest;
  return {
    met,
    words: met
      ? `Every answer is within ${largest} of its target.`
      : solved.length === 0
        ? `No seed learned, so no answer is within ${largest} of its target.`
        : `An answer is ${short(worst)} away from its target; the exercise asks for ${largest} at most.`,
  };
}

function checkRange({ low, high }: { low: number; high: number }, results: SeedResult[]): CodeCheck {
  const range = `the range from ${short(low)} to ${short(high)}`;
  /** How far the farthest answer of each seed lies outside; NaN where it is no number. */
  const excesses = results
    .map(({ outputs }) => Math.max(...outputs.flat().map((value) => Math.max(low - value, value - high, 0))))
    .filter((excess) => excess !== 0);
  const farthest = Math.max(...excesses);
  return {
    met: results.length > 0 && excesses.length === 0,
    words:
      excesses.length === 0
        ? `No answer lies outside ${range}.`
        : `On ${excesses.length} of ${results.length} seeds an answer lies outside ${range}` +
          (Number.isFinite(farthest) ? `, by as much as ${short(farthest)}.` : ', or is no finite number.'),
  };
}

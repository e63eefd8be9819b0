/**
 * What a reader fills in, as text: the state of the page, and of its links. Nothing in it is trusted: a field that cannot
 * be read, or a network that cannot be tried in a page, is a problem with a name, and the page says what to change.
 */
import {
  activationNames,
  type ActivationName,
  type DataSet,
  type Initializer,
  type LossName,
} from '../engine/index.ts';
import { type Description, isCrossEntropy, rateOfSmallSteps, type Setting, settings } from './description.ts';
import { taskNames, tasks } from './tasks.ts';

const fieldNames = [
  'task',
  'rows',
  'widths',
  'hidden',
  'slope',
  'output',
  'loss',
  'rate',
  'batch',
  'weights',
  'biases',
  'epochs',
  'language',
  'unknown',
  'printed',
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Fields = Record<FieldName, string>;

const emptyFields: Fields = {
  task: 'xor',
  rows: '',
  widths: '2',
  hidden: 'sigmoid',
  slope: '0.01',
  output: 'sigmoid',
  loss: 'halfSquaredError',
  rate: '0.1',
  batch: 'sample',
  weights: 'uniform -1 1',
  biases: 'same',
  epochs: '10000',
  language: 'numpy',
  unknown: '',
  printed: '',
};

const sum = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);

export const lossNames = [
  'halfSquaredError',
  'meanSquaredError',
  'squaredError',
  'binaryCrossEntropy',
  'categoricalCrossEntropy',
] as const satisfies readonly LossName[];
/** `random`: one sample at a time, each drawn. */
export const batchNames = ['sample', 'random', 'sum', 'mean'] as const;
export const weightNames = [
  'uniform -1 1',
  'uniform 0 1',
  'uniform -0.5 0.5',
  'normal 1',
  'normal 0.1',
  'normal 0.01',
  'xavier',
  'he',
] as const;
export const biasNames = ['same', 'zeros', 'none'] as const;
export const languages = ['numpy', 'python', 'lua', 'javascript', 'c'] as const;
export type Language = (typeof languages)[number];
export const hiddenNames = activationNames.filter((name) => name !== 'softmax' && name !== 'step');
export const outputNames = activationNames.filter((name) => name !== 'step');

export type Limit = { least: number; most: number };
const limits = {
  hiddenLayers: { least: 1, most: 5 },
  units: { least: 1, most: 64 },
  samples: { least: 1, most: 64 },
  inputs: { least: 1, most: 16 },
  outputs: { least: 1, most: 10 },
  epochs: { least: 1, most: 10_000_000 },
  rate: { least: 1e-9, most: 1e4 },
} as const satisfies Record<string, Limit>;

export type Problem =
  | { field: FieldName; why: 'unreadable'; text: string }
  | { field: FieldName; why: 'out-of-range'; value: number; limit: Limit }
  | { field: FieldName; why: 'no-choice'; text: string }
  | { field: 'rows'; why: 'row-width'; row: number; found: number; expected: number }
  | { field: 'rows'; why: 'too-many' | 'columns'; value: number; limit: Limit }
  | { field: 'rows'; why: 'no-arrow'; row: number }
  | { field: 'loss'; why: 'targets-outside' | 'not-with-output' };

export type ReadFields =
  | { kind: 'description'; description: Description; toldEpochs: number; language: Language }
  | { kind: 'problems'; problems: Problem[] };

/** So much one run may cost, in epochs x samples x units: longer runs take larger steps or are cut, and the page says so. */
const mostWork = 1_200_000;

const finiteNumber = (text: string): number | undefined => {
  const plain = text.trim().replaceAll(/[−–]/gu, '-').replace(',', '.');
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : undefined;
};

/** `digits`: decimals of what was printed. */
export function readFields(fields: Fields, digits: number): ReadFields {
  const problems: Problem[] = [];
  const isUnknown = (setting: Setting) => fields.unknown.split(',').includes(setting);
  const choice = <T extends string>(field: FieldName, names: readonly T[]): T => {
    const found = names.find((name) => name === fields[field]);
    if (!found) problems.push({ field, why: 'no-choice', text: fields[field].slice(0, 40) });
    return found ?? names[0]!;
  };
  const quantity = (field: FieldName, limit: Limit, whole: boolean, otherwise: number): number => {
    const value = finiteNumber(fields[field]);
    if (value === undefined || (whole && !Number.isInteger(value))) {
      problems.push({ field, why: 'unreadable', text: fields[field].slice(0, 40) });
      return otherwise;
    }
    if (value < limit.least || value > limit.most) {
      problems.push({ field, why: 'out-of-range', value, limit });
      return otherwise;
    }
    return value;
  };

  const task = choice('task', taskNames);
  const data = task === 'own' ? readRows(fields.rows, problems) : tasks[task];

  let widths = [4];
  if (!isUnknown('widths')) {
    const all = fields.widths.split(/[\s,;]+|(?<=\d)[x-](?=\d)/u).filter((part) => part !== '');
    // "2-4-1" is a whole network, from the inputs to the outputs.
    const isWhole =
      all.length > 2 &&
      /\d-\d/u.test(fields.widths) &&
      Number(all[0]) === data.inputs[0]!.length &&
      Number(all.at(-1)) === data.targets[0]!.length;
    const numbers = (isWhole ? all.slice(1, -1) : all).map(finiteNumber);
    if (numbers.length === 0 || numbers.some((n) => n === undefined || !Number.isInteger(n))) {
      problems.push({ field: 'widths', why: 'unreadable', text: fields.widths.slice(0, 40) });
    } else if (numbers.length === 1 && numbers[0] === 0) {
      widths = [];
    } else if (numbers.length > limits.hiddenLayers.most) {
      problems.push({
        field: 'widths',
        why: 'out-of-range',
        value: numbers.length,
        limit: limits.hiddenLayers,
      });
    } else {
      widths = numbers as number[];
      const odd = widths.find((n) => n < limits.units.least || n > limits.units.most);
      if (odd !== undefined)
        problems.push({ field: 'widths', why: 'out-of-range', value: odd, limit: limits.units });
    }
  }

  const layer = (field: 'hidden' | 'output', names: readonly ActivationName[]) => {
    const activation = choice(field, names);
    if (activation !== 'leakyRelu') return { activation };
    return { activation, slope: quantity('slope', { least: 0, most: 1 }, false, 0.01) };
  };
  const hidden = isUnknown('hidden') ? { activation: 'sigmoid' as const } : layer('hidden', hiddenNames);
  const output = isUnknown('output') ? { activation: 'sigmoid' as const } : layer('output', outputNames);
  const loss = isUnknown('loss') ? 'halfSquaredError' : choice('loss', lossNames);
  if (isCrossEntropy(loss)) {
    const wanted = loss === 'binaryCrossEntropy' ? 'sigmoid' : 'softmax';
    const outside = data.targets.some(
      (row) => row.some((y) => y < 0 || y > 1) || (wanted === 'softmax' && Math.abs(sum(row) - 1) > 1e-9),
    );
    if (output.activation !== wanted) problems.push({ field: 'loss', why: 'not-with-output' });
    else if (outside) problems.push({ field: 'loss', why: 'targets-outside' });
  }
  const rate = isUnknown('rate') ? 0.1 : quantity('rate', limits.rate, false, 0.1);
  const batch = isUnknown('batch') ? 'sample' : choice('batch', batchNames);
  const weights = initializerOf(isUnknown('weights') ? 'uniform -1 1' : choice('weights', weightNames));
  const biases = choice('biases', biasNames);
  const toldEpochs = isUnknown('epochs') ? 3000 : quantity('epochs', limits.epochs, true, 1000);
  const language = choice('language', languages);
  if (problems.length > 0) return { kind: 'problems', problems };

  const units = sum(widths) + data.targets[0]!.length;
  const affordable = Math.max(1, Math.floor(mostWork / (data.inputs.length * units)));
  const leap = Math.max(1, Math.min(Math.ceil(toldEpochs / affordable), Math.floor(rateOfSmallSteps / rate)));
  return {
    kind: 'description',
    toldEpochs,
    language,
    description: {
      data,
      widths,
      hidden,
      output,
      loss,
      rate,
      batch: batch === 'random' ? 'sample' : batch,
      order: batch === 'random' ? 'random' : 'in-order',
      weights,
      biases: biases === 'none' ? 'none' : biases === 'zeros' ? { kind: 'zeros' } : weights,
      epochs: Math.min(toldEpochs, affordable * leap),
      leap,
      digits,
      unknown: settings.filter(isUnknown),
    },
  };
}

function initializerOf(name: string): Initializer {
  const [kind, a, b] = name.split(' ');
  if (kind === 'uniform') return { kind, low: Number(a), high: Number(b) };
  if (kind === 'normal') return { kind, deviation: Number(a) };
  return kind === 'xavier' ? { kind } : { kind: 'he' };
}

/** A row a line: the inputs, an arrow, a colon or a bar, the targets. */
function readRows(text: string, problems: Problem[]): DataSet {
  const none: DataSet = { inputs: [[0]], targets: [[0]] };
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < limits.samples.least || lines.length > limits.samples.most) {
    problems.push({ field: 'rows', why: 'too-many', value: lines.length, limit: limits.samples });
    return none;
  }
  const inputs: number[][] = [];
  const targets: number[][] = [];
  for (const [row, line] of lines.entries()) {
    const [left, right, ...more] = line.split(/->|=>|→|:|\||=/u);
    if (right === undefined || more.length > 0) {
      problems.push({ field: 'rows', why: 'no-arrow', row: row + 1 });
      return none;
    }
    const read = (part: string) =>
      part
        .replaceAll(/[()[\]{}]/gu, ' ')
        .split(/[\s,;]+/u)
        .filter((one) => one !== '')
        .map(finiteNumber);
    const [x, y] = [read(left!), read(right)];
    if (x.includes(undefined) || y.includes(undefined) || [...x, ...y].some((n) => Math.abs(n!) > 1e6)) {
      problems.push({ field: 'rows', why: 'unreadable', text: line.slice(0, 40) });
      return none;
    }
    for (const [found, expected] of [
      [x.length, inputs[0]?.length],
      [y.length, targets[0]?.length],
    ] as const) {
      if (expected !== undefined && found !== expected) {
        problems.push({ field: 'rows', why: 'row-width', row: row + 1, found, expected });
        return none;
      }
    }
    inputs.push(x as number[]);
    targets.push(y as number[]);
  }
  for (const [rows, limit] of [
    [inputs, limits.inputs],
    [targets, limits.outputs],
  ] as const) {
    const width = rows[0]!.length;
    if (width < limit.least || width > limit.most) {
      problems.push({ field: 'rows', why: 'columns', value: width, limit });
      return none;
    }
  }
  return { inputs, targets };
}

/** The fields of a link's fragment; what is not a field is dropped, what is too long is cut. */
export function fieldsOfLink(fragment: string): { fields: Fields; answers: Record<string, string> } {
  const given = new URLSearchParams(fragment.replace(/^[#?]/u, ''));
  const fields = { ...emptyFields };
  for (const name of fieldNames) {
    const value = given.get(name);
    if (value !== null) fields[name] = value.slice(0, 6000);
  }
  const answers: Record<string, string> = {};
  for (const [key, value] of given)
    if (key.startsWith('a.')) answers[key.slice(2, 40)] = value.slice(0, 12_000);
  return { fields, answers };
}

/** The fragment: only what differs from an empty form. */
export function linkOf(fields: Fields, answers: Readonly<Record<string, string>>): string {
  const parts = new URLSearchParams();
  for (const name of fieldNames) if (fields[name] !== emptyFields[name]) parts.set(name, fields[name]);
  for (const [key, value] of Object.entries(answers)) parts.set(`a.${key}`, value);
  return parts.size === 0 ? '' : `#${parts}`;
}

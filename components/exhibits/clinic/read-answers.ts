/** Answers as text, and what they come to: numbers for the clinic, or what to change. */
import {
  codeOfRatios,
  type Description,
  hiddenFeatures,
  initialFeature,
  type LayerParameters,
  lossFeature,
  movedFeature,
  type Patient,
  type PrintedNumbers,
  type Question,
  readPrinted,
  type UpdateCode,
} from '../../../src/clinic/index.ts';

/** Text of each field of an answer, by the field's name. */
export type AnswerTexts = Readonly<Record<string, string>>;

export type AnswerTrouble =
  | { kind: 'outputs'; read: Exclude<PrintedNumbers, { kind: 'numbers' }> }
  | { kind: 'loss'; text: string }
  | { kind: 'hidden'; found: number; expected: number; layer: number }
  | { kind: 'parameters'; found: number; expected: readonly number[] }
  | { kind: 'check' };

const plainNumbers = (text: string): number[] =>
  Array.from(
    text
      .replaceAll(/[−–]/gu, '-')
      .matchAll(/(?<![\w.])[-+]?(?:nan|inf(?:inity)?|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\w])/giu),
    ([one]) => {
      const bare = one.toLowerCase().replace('inf', 'Inf').replace('Infinity', 'Inf');
      return bare.includes('Inf')
        ? bare.startsWith('-')
          ? -Infinity
          : Infinity
        : Number(bare.replace('nan', 'NaN'));
    },
  );

/** Rows and columns of each layer's weights, and how many biases. */
export function shapesOf(d: Description): { inputs: number; units: number }[] {
  const widths = [d.data.inputs[0]!.length, ...d.widths, d.data.targets[0]!.length];
  return widths.slice(1).map((units, l) => ({ units, inputs: widths[l]! }));
}

/** Weights row by row (`byInput`: a row an input, as for X @ W), then biases, layer by layer. */
export function readParameters(
  d: Description,
  text: string,
  byInput: boolean,
): LayerParameters[] | AnswerTrouble {
  const shapes = shapesOf(d);
  const weights = shapes.reduce((sum, { inputs, units }) => sum + inputs * units, 0);
  const biases = shapes.reduce((sum, { units }) => sum + units, 0);
  const numbers = plainNumbers(text);
  const hasBiases = numbers.length === weights + biases;
  if (!hasBiases && numbers.length !== weights) {
    return { kind: 'parameters', found: numbers.length, expected: [weights + biases, weights] };
  }
  let at = 0;
  return shapes.map(({ inputs, units }) => {
    const flat = numbers.slice(at, at + inputs * units);
    at += flat.length;
    const layer = {
      weights: Array.from({ length: units }, (_, o) =>
        Array.from({ length: inputs }, (__, i) => flat[byInput ? i * units + o : o * inputs + i]!),
      ),
      biases: hasBiases ? numbers.slice(at, at + units) : [],
    };
    at += layer.biases.length;
    return layer;
  });
}

const isTrouble = (found: LayerParameters[] | AnswerTrouble): found is AnswerTrouble => 'kind' in found;

/** Of a check: what was seen of the weights and of the biases of each layer, in turn. */
function readCheck(d: Description, texts: AnswerTexts): UpdateCode[] | AnswerTrouble {
  const codes: UpdateCode[] = [];
  for (const l of shapesOf(d).keys()) {
    for (const part of ['weights', 'biases']) {
      const text = texts[`check.${l}.${part}`] ?? '';
      if (part === 'biases' && d.biases === 'none') {
        codes.push('absent');
        continue;
      }
      if (text === '') return { kind: 'check' };
      if (
        text === 'stays' ||
        text === 'nothing' ||
        text === 'moves' ||
        text === 'absent' ||
        text === 'differs'
      ) {
        codes.push(text);
        continue;
      }
      const [ratio] = plainNumbers(text);
      if (ratio === undefined) return { kind: 'check' };
      codes.push(codeOfRatios([ratio], true));
    }
  }
  return codes;
}

/** Hands an answer to the patient; what is wrong with it, if it cannot be read. */
export function giveAnswer(
  patient: Patient,
  question: Question,
  texts: AnswerTexts,
): AnswerTrouble | undefined {
  const d = patient.description;
  const text = texts[question] ?? '';
  switch (question) {
    case 'run2':
    case 'run3':
    case 'before':
    case 'later': {
      const read = readPrinted(text, d.data);
      if (read.kind !== 'numbers') return { kind: 'outputs', read };
      patient.answerOutputs(question, read.numbers);
      return undefined;
    }
    case 'loss1':
    case 'loss10':
    case 'loss100':
    case 'loss1000':
    case 'lossEnd': {
      const numbers = plainNumbers(text);
      if (numbers.length === 0) return { kind: 'loss', text };
      patient.answerBlock(question, [lossFeature(numbers.at(-1)!)]);
      return undefined;
    }
    case 'hidden': {
      const features: number[] = [];
      for (const l of patient.layout.hiddenLayers) {
        const units = d.widths[l]!;
        const numbers = plainNumbers(texts[`hidden.${l}`] ?? '');
        const samples = d.data.inputs.length;
        if (numbers.length !== units * samples) {
          return { kind: 'hidden', found: numbers.length, expected: units * samples, layer: l };
        }
        const table = Array.from({ length: units }, (_, u) =>
          Array.from({ length: samples }, (__, k) => numbers[k * units + u]!),
        );
        features.push(...hiddenFeatures(table));
      }
      patient.answerBlock('hidden', features);
      return undefined;
    }
    case 'initial': {
      const layers = readParameters(d, text, false);
      if (isTrouble(layers)) return layers;
      patient.answerBlock('initial', initialOf(layers));
      return undefined;
    }
    case 'moved': {
      const before = readParameters(d, texts['moved.before'] ?? '', false);
      if (isTrouble(before)) return before;
      const after = readParameters(d, texts['moved.after'] ?? '', false);
      if (isTrouble(after)) return after;
      patient.answerBlock('moved', movedOf(before, after));
      if (!patient.asked.has('initial')) patient.answerBlock('initial', initialOf(before));
      return undefined;
    }
    case 'check': {
      const codes = readCheck(d, texts);
      if (!Array.isArray(codes)) return codes;
      patient.answerCheck(codes);
      return undefined;
    }
  }
}

export const initialOf = (layers: readonly LayerParameters[]): number[] =>
  layers.flatMap(({ weights, biases }) => [initialFeature(weights.flat()), initialFeature(biases)]);

const movedOf = (before: readonly LayerParameters[], after: readonly LayerParameters[]): number[] =>
  before.flatMap(({ weights, biases }, l) => [
    movedFeature(weights.flat(), after[l]!.weights.flat()),
    movedFeature(biases, after[l]!.biases),
  ]);

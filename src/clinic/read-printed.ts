/**
 * Numbers out of text that somebody copied from a screen: arrays of NumPy, lists, tables, lines with words around them.
 * What it cannot take for sure it does not take: the reader is told what was not understood, never handed a guess.
 */
import type { DataSet } from '../engine/index.ts';

export type PrintedNumbers =
  | {
      kind: 'numbers';
      /** [N, O], in the order of the samples. */
      numbers: number[];
      /** Decimals of what was printed: the most that any has; 16 for all digits of a double. */
      digits: number;
      /** What was recognised beside them and left out. */
      leftOut: LeftOut[];
      /** A loss that stood on a line of its own; the last one. */
      loss?: number;
    }
  | { kind: 'nothing' }
  | { kind: 'cut'; around: string }
  | { kind: 'not-a-number'; around: string }
  | { kind: 'commas'; around: string }
  | { kind: 'wrong-count'; found: number; expected: number; lines: number };

export type LeftOut = 'inputs' | 'targets' | 'count' | 'losses';

/** Digits of a number that was printed in full. */
const fullDigits = 16;

interface Token {
  value: number;
  decimals: number;
}

const wordNumber = String.raw`nan(?:\((?:ind|snan)\))?|infinity|inf|∞|1\.#(?:qnan|snan|ind|inf)\w*`;
const digitsNumber = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const tokenPattern = new RegExp(
  String.raw`(?<![\w.])[-+]?(?:${wordNumber}|${digitsNumber})%?(?![\w#]|\.\d)`,
  'giu',
);

/** A line that tells how training went, not what the network says. */
const progressLine =
  /\b(?:loss|error|cost|epoch|mse|iteration|iter|step|accuracy|acc|time|elapsed|sec|lr|learning rate|it\/s)\b/iu;
const lossValue = new RegExp(
  String.raw`\b(?:loss|error|cost|mse)\b[^\d\n+-]{0,12}([-+]?(?:${wordNumber}|${digitsNumber}))`,
  'iu',
);

/** Things in which numbers stand that are none of the network's. */
const furniture: readonly RegExp[] = [
  /\b(?:Float(?:32|64)|Int(?:8|16|32))?Array\s*\(\d+\)/gu, // JavaScript: Float64Array(4) [ ... ]
  /\b(?:dtype|device|shape|grad_fn|size)\s*=\s*(?:torch\.|np\.|<)?(?:\([^)]*\)|[\w.:'"]+>?)/giu, // NumPy and PyTorch
  /\btorch\.Size\(\[[^\]]*\]\)/gu,
  /\(?\b\d+\s*,\s*\d*\)?\s*(?=float(?:32|64)\b)/giu,
  /^\s*>>>.*$/gmu,
  /^\s*In\s*\[\d+\]:.*$/gmu,
  /\bOut\s*\[\d+\]:/gu,
  /\b(?:np|numpy)\.float(?:32|64)(?=\()/gu, // np.float64(0.48)
];

/**
 * @param outputs N x O, how many numbers the network gives.
 */
export function readPrinted(text: string, data: DataSet): PrintedNumbers {
  let clean = text.replaceAll(/[−–‒]/gu, '-').replaceAll('\u00a0', ' ').replaceAll('\r\n', '\n');
  for (const pattern of furniture) clean = clean.replaceAll(pattern, ' ');
  const samples = data.inputs.length;
  const outputs = data.targets[0]!.length;
  const expected = samples * outputs;
  const leftOut = new Set<LeftOut>();

  const complex = /(?:\d|\.)j\b|\d\s*\*?\s*i\b/iu.exec(clean) ?? /\b0x[\da-f.]+/iu.exec(clean);
  if (complex) return { kind: 'not-a-number', around: aroundOf(clean, complex.index) };
  const cut = /\.\.\.|…/u.exec(clean);
  if (cut) return { kind: 'cut', around: aroundOf(clean, cut.index) };

  let loss: number | undefined;
  const isProgress = (line: string) =>
    progressLine.test(line) && !/\b(?:output|prediction|predicted|pred)\b/iu.test(line);
  const kept = clean.split('\n').filter((line) => {
    if (!isProgress(line)) return true;
    const found = lossValue.exec(line);
    if (found) loss = numberOf(found[1]!).value;
    leftOut.add('losses');
    return false;
  });

  const body = kept.join('\n');
  const commas = withPoints(body);
  if (commas === null) return { kind: 'commas', around: aroundOf(body, body.search(/\d,\d/u)) };
  const lines = commas
    .split('\n')
    .map(tokensOf)
    .filter((line) => line.length > 0);
  const all = lines.flat();
  if (all.length === 0) return { kind: 'nothing' };

  const chosen =
    all.length === expected ? all : (byColumns(lines, data, leftOut) ?? byGroups(all, data, leftOut));
  if (!chosen) return { kind: 'wrong-count', found: all.length, expected, lines: lines.length };
  return {
    kind: 'numbers',
    numbers: chosen.map(({ value }) => value),
    digits: digitsOf(chosen),
    leftOut: [...leftOut],
    ...(loss !== undefined && { loss }),
  };
}

function aroundOf(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 12), at + 16)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Decimal commas become points, commas between thousands go; null where the two cannot be told apart. */
function withPoints(text: string): string | null {
  if (/\d,\d{3}(?:,\d{3})*\.\d/u.test(text)) return text.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  if (!/\d,\d/u.test(text) || /\d\.\d|\d,\d[^,\n]*,\s|\be-?\d/iu.test(text))
    return text.replaceAll(/(?<=\d),(?=[-+.\d])/gu, ', ');
  const pairs = text.match(/\d+(?:,\d+)+/gu) ?? [];
  const allDecimal = pairs.every((pair) => pair.split(',').length === 2);
  // "0,487": a whole number, one comma, several digits. "0,1" may as well be two numbers.
  if (allDecimal && pairs.every((pair) => pair.split(',')[1]!.length >= 2)) {
    return text.replaceAll(/(?<=\d),(?=\d)/gu, '.').replaceAll(';', ' ');
  }
  if (allDecimal && text.includes(';')) return text.replaceAll(/(?<=\d),(?=\d)/gu, '.').replaceAll(';', ' ');
  if (pairs.every((pair) => pair.split(',').every((part) => part.length === 1))) {
    return text.replaceAll(/(?<=\d),(?=\d)/gu, ', ');
  }
  return null;
}

function numberOf(text: string): Token {
  const plain = text.toLowerCase().replace('%', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const bare = plain.replace(/^[-+]/u, '');
  if (/^nan|^1\.#(?:q|s|ind)/u.test(bare)) return { value: NaN, decimals: 0 };
  if (/^inf|^∞|^1\.#inf/u.test(bare)) return { value: sign * Infinity, decimals: 0 };
  const [mantissa, exponent] = bare.split('e');
  const written = mantissa!.split('.')[1]?.length ?? 0;
  const isShare = text.endsWith('%');
  const decimals = Math.max(0, written - Number(exponent ?? 0)) + (isShare ? 2 : 0);
  return { value: (sign * Number(bare)) / (isShare ? 100 : 1), decimals };
}

const tokensOf = (line: string): Token[] =>
  Array.from(line.matchAll(tokenPattern), ([text]) => numberOf(text));

/** Every digit of a double, where one shows so many. */
function digitsOf(tokens: readonly Token[]): number {
  const most = Math.max(0, ...tokens.map(({ decimals }) => decimals));
  return most >= 13 ? fullDigits : most;
}

const equals = (token: Token | undefined, x: number) =>
  token !== undefined && Math.abs(token.value - x) <= 10 ** -Math.max(1, token.decimals) * 0.51 + 1e-12;

/** A line a sample: inputs, targets or a count beside the outputs are known and left out. */
function byColumns(lines: readonly Token[][], data: DataSet, leftOut: Set<LeftOut>): Token[] | null {
  const { inputs, targets } = data;
  const outputs = targets[0]!.length;
  const width = lines[0]!.length;
  if (lines.length !== inputs.length || lines.some((line) => line.length !== width)) return null;
  return withoutKnown(lines, data, leftOut, outputs);
}

/** Groups of the same size one after the other, whatever the lines. */
function byGroups(all: readonly Token[], data: DataSet, leftOut: Set<LeftOut>): Token[] | null {
  const samples = data.inputs.length;
  if (all.length % samples !== 0 || all.length === samples) return null;
  const size = all.length / samples;
  const groups = Array.from({ length: samples }, (_, k) => all.slice(k * size, (k + 1) * size));
  return withoutKnown(groups, data, leftOut, data.targets[0]!.length);
}

function withoutKnown(
  groups: readonly Token[][],
  { inputs, targets }: DataSet,
  leftOut: Set<LeftOut>,
  outputs: number,
): Token[] | null {
  let columns = Array.from(groups[0]!.keys());
  const isColumn = (column: number, value: (sample: number) => number) =>
    groups.every((group, k) => equals(group[column], value(k)));
  const without = (name: LeftOut, wanted: number, value: (sample: number, place: number) => number) => {
    if (columns.length < outputs + wanted) return;
    for (let start = 0; start + wanted <= columns.length; start++) {
      const run = columns.slice(start, start + wanted);
      if (!run.every((column, place) => isColumn(column, (k) => value(k, place)))) continue;
      columns = columns.filter((column) => !run.includes(column));
      leftOut.add(name);
      return;
    }
  };
  if (columns.length > outputs) without('inputs', inputs[0]!.length, (k, i) => inputs[k]![i]!);
  if (columns.length > outputs) without('targets', outputs, (k, o) => targets[k]![o]!);
  if (columns.length === outputs + 1) without('count', 1, (k) => k);
  if (columns.length === outputs + 1) without('count', 1, (k) => k + 1);
  if (columns.length !== outputs) return null;
  return groups.flatMap((group) => columns.map((column) => group[column]!));
}

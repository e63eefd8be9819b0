/** Parameters that an update does not move as a step does: not at all, by whole numbers only, or to a place of their own. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { stepsThatLast } from './lasting-steps.ts';
import { isOverwriting } from './match.ts';
import { halfSquaredError, trueGradient } from './true-gradient.ts';

/** Parameters of a list that are tried for being overwritten. */
const mostTried = 4;

export function movementFindings(check: GradientCheck): Finding[] {
  return [
    ...integerStorage(check),
    ...cutSteps(check),
    ...neverMoves(check),
    ...overwritten(check),
    ...lastingSteps(check),
  ];
}

function integerStorage({ specimen }: GradientCheck): Finding[] {
  const indices = specimen.parameters.map((_, index) => index).filter((index) => specimen.isInteger(index));
  const parameters = [...new Set(indices.map((index) => specimen.arrayOf(index)))];
  return parameters.length === 0 ? [] : [finding('integer-storage', 'problem', {}, { parameters })];
}

/** Lists that every update cuts to whole numbers, as a whole or in some layers only. */
function cutSteps({ specimen }: GradientCheck): Finding[] {
  const listsOf = (layers: number[]): number[] => {
    const own = specimen.parameters
      .map((_, index) => index)
      .filter((index) => layers.includes(specimen.parameters[index]!.layer));
    const lists = [...new Set(own.map((index) => specimen.arrayOf(index)))];
    return lists.filter((list) =>
      own.every(
        (index) =>
          specimen.arrayOf(index) !== list || (specimen.isCut[index] === true && !specimen.isInteger(index)),
      ),
    );
  };
  const whole = listsOf(specimen.parts);
  const findings = specimen.parts.flatMap((layer): Finding[] => {
    const parameters = listsOf([layer]).filter((list) => !whole.includes(list));
    return parameters.length === 0
      ? []
      : [finding('cut-to-whole', 'problem', { inLayer: true }, { layer, parameters })];
  });
  return whole.length === 0
    ? findings
    : [finding('cut-to-whole', 'problem', {}, { parameters: whole }), ...findings];
}

/** Lists of which no number moved in any state that was looked at. */
function neverMoves({ specimen, moved, match, initial }: GradientCheck): Finding[] {
  const still = new Map<number, number[]>();
  const moving = new Set<number>();
  specimen.parameters.forEach((_, index) => {
    const array = specimen.arrayOf(index);
    if (moved[index] || specimen.isWhole(index)) moving.add(array);
    else still.set(array, [...(still.get(array) ?? []), index]);
  });
  const found = [...still].filter(([array, indices]) => !moving.has(array) && !indices.every(isSaid));
  if (found.length === 0) return [];
  const samples = specimen.data.inputs.map((_, sample) => sample).slice(0, 64);
  const { values } = trueGradient(specimen, initial, samples, halfSquaredError);
  const largest = Math.max(...values.map(Math.abs));
  return found.map(([array, indices]) => {
    const zeroGradient = indices.every((index) => Math.abs(values[index]!) <= 1e-9 * largest);
    // One number that is read and never changed may be a setting, such as a leak.
    const severity = indices.length === 1 || zeroGradient ? 'note' : 'problem';
    return finding('never-moves', severity, { count: indices.length, zeroGradient }, { parameters: [array] });
  });

  /** The layer's mistake says it already. */
  function isSaid(index: number): boolean {
    const { layer, input } = specimen.parameters[index]!;
    const rule = match?.layers[layer]?.rule;
    return rule?.slope === 'zero' || (rule?.bias === 'never' && input === specimen.widths[layer]);
  }
}

/** What stands there after an update hardly depends on what stood there before. */
function overwritten({ specimen, moved, initial, probes, match }: GradientCheck): Finding[] {
  const byArray = new Map<number, number[]>();
  specimen.parameters.forEach((_, index) => {
    if (!moved[index] || specimen.isWhole(index)) return;
    const array = specimen.arrayOf(index);
    byArray.set(array, [...(byArray.get(array) ?? []), index]);
  });
  const [from] = specimen.successors(1);
  const states = [initial, ...probes.slice(0, 1)];
  const base = states.map((values) => specimen.change(values, 0, from));
  const isKept = (index: number): boolean =>
    states.some((values, state) => {
      const step = Math.max(1, Math.abs(values[index]!)) / 4;
      const moving = values.with(index, values[index]! + step);
      const change = specimen.change(moving, 0, from)[index]!;
      const kept = 1 + (change - base[state]![index]!) / step;
      return !(Math.abs(kept) < 0.1);
    });
  const parameters = [...byArray].flatMap(([array, indices]) => {
    const every = Math.ceil(indices.length / mostTried);
    const tried = indices.filter((_, at) => at % every === 0);
    return indices.every(isSetToStep) || !tried.some(isKept) ? [array] : [];
  });
  return parameters.length === 0 ? [] : [finding('overwritten', 'problem', {}, { parameters })];

  /** A step so long that it depends on what stood there may hide it from a trial, but not from the rule that explains it. */
  function isSetToStep(index: number): boolean {
    const { layer, input } = specimen.parameters[index]!;
    const decay = match?.layers[layer]?.decay ?? 0;
    return isOverwriting(decay, specimen.program.learningRate) && input < specimen.widths[layer]!;
  }
}

function lastingSteps(check: GradientCheck): Finding[] {
  const lasting = stepsThatLast(check);
  if (!lasting) return [];
  const beta = lasting.ratio - 1;
  return Math.abs(beta - 1) < 1e-6
    ? [finding('steps-add-up', 'problem', { ratio: lasting.ratio, nextRatio: lasting.nextRatio })]
    : [finding('momentum', 'fine', { beta })];
}

/** The order in which samples are shown: one trained to its end before the next, or sorted by what is asked. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { sampleOf } from './match.ts';
import { observeOne } from './observations.ts';

/** Updates whose samples are read off. */
const mostUpdates = 48;
/** So many updates in a row on one sample are not a step each. */
const longRun = 8;

export function orderFindings(check: GradientCheck): Finding[] {
  return [...sampleToItsEnd(check), ...updateThatFits(check), ...sortedClasses(check)];
}

function sampleToItsEnd({ specimen, match, present }: GradientCheck): Finding[] {
  const { program, data } = specimen;
  const count = data.inputs.length;
  const [first] = present;
  if (!first || match?.descends !== 'sample' || count < 2) return [];
  if (program.updatesPerEpoch < longRun * count || !match.layers.some((layer) => layer)) return [];
  const [from] = specimen.successors(1);
  const samples = Array.from({ length: Math.min(mostUpdates, program.updatesPerEpoch) }, (_, k) =>
    sampleOf(specimen, observeOne(specimen, first, k, from)),
  );
  const run = samples.findIndex((sample) => sample !== samples[0]);
  const length = run < 0 ? samples.length : run;
  if (length < longRun) return [];
  return [finding('one-sample-to-its-end', 'problem', { run: length }, { samples: [samples[0]!] })];
}

/** Updates that leave next to nothing of one sample's error: no step is so long and so exact. */
function updateThatFits({ specimen, match, initial }: GradientCheck): Finding[] {
  const { program, data } = specimen;
  const isUnderstood = match?.layers.every((layer) => layer) ?? false;
  if (isUnderstood || data.inputs.length < 2 || data.inputs.length > 64) return [];
  // What is cut to whole numbers, parameters or outputs, may fit by that alone.
  if (specimen.parameters.some((_, index) => specimen.isWhole(index))) return [];
  const [from] = specimen.successors(1);
  const outputsOf = (values: number[]): number[][] =>
    data.inputs.map((input) => specimen.predict(values, input));
  const errorsOf = (outputs: number[][]): number[] =>
    outputs.map((row, n) => row.reduce((sum, y, o) => sum + Math.abs(y - data.targets[n]![o]!), 0));
  const first = outputsOf(initial);
  if (first.flat().every(Number.isInteger)) return [];
  const before = errorsOf(first);
  const fitted: { sample: number; before: number; after: number }[] = [];
  const count = Math.min(3, program.updatesPerEpoch);
  for (let k = 0; k < count; k++) {
    const change = specimen.change(initial, k, from);
    const after = errorsOf(outputsOf(initial.map((value, i) => value + change[i]!)));
    const near = after.flatMap((error, n) => (error < 0.05 && error < 0.1 * before[n]! ? [n] : []));
    if (near.length === 0 || near.length === after.length) return [];
    const sample = near.includes(k) ? k : near[0]!;
    fitted.push({ sample, before: before[sample]!, after: after[sample]! });
  }
  const [shown] = fitted;
  if (!shown) return [];
  const { sample, ...numbers } = shown;
  return [finding('update-fits-its-sample', 'problem', numbers, { samples: [sample] })];
}

/** Samples that come sorted by their targets, taken one by one in the order of the data. */
function sortedClasses({ specimen, match, present }: GradientCheck): Finding[] {
  const { targets } = specimen.data;
  if (match?.descends !== 'sample' || targets.length < 8) return [];
  const isInOrder = present.every((observation, k) => match.samplesOf(observation)[0] === k);
  if (!isInOrder || present.length < 4) return [];
  const names = targets.map((row) => row.join());
  const classes = new Set(names).size;
  const changes = names.filter((name, n) => n > 0 && name !== names[n - 1]).length;
  if (classes < 2 || classes > targets.length / 4 || changes !== classes - 1) return [];
  let run = 0;
  let longest = 0;
  names.forEach((name, n) => {
    run = n > 0 && name === names[n - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return [finding('classes-in-runs', 'note', { run: longest })];
}

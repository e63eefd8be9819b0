/** Outputs that depend on what they should not, other samples, or on nothing at all. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import { attempt, moveOwnInputs } from './own-data.ts';
import type { Subject } from './subject.ts';
import type { Specimen } from './specimen.ts';

const mostSamples = 4;

/** The output is the same whatever the parameters are. @param states [P] each, far from each other. */
export function fixedOutput(specimen: Specimen, states: number[][]): Finding[] {
  const inputs = specimen.data.inputs.slice(0, mostSamples);
  const outputs = states.flatMap((values) => inputs.map((input) => specimen.predict(values, input))).flat();
  const [value] = outputs;
  if (value === undefined || !Number.isFinite(value)) return [];
  if (!outputs.every((one) => Math.abs(one - value) <= 1e-12 * Math.max(1, Math.abs(value)))) return [];
  const softmax = value === 1 && specimen.data.targets[0]!.length === 1;
  return [finding('output-fixed', 'problem', { value, softmax })];
}

/** The output of one sample while the inputs of another are moved, in the program's own data. */
export function mixedSamples({ program, data, initial }: Subject): Finding[] {
  if (data.inputs.length < 2) return [];
  const network = structuredClone(initial);
  const input = data.inputs[0]!;
  const predicted = (): number[] => Array.from(program.predict(network, input.slice()));
  const before = predicted();
  const putBack = moveOwnInputs(program, 1);
  const after = attempt(predicted);
  putBack?.();
  if (!putBack || !after) return [];
  const moved = Math.max(...after.map((value, o) => Math.abs(value - before[o]!)));
  if (!(moved > 1e-12)) return [];
  const outputs = data.inputs.map((row) => Array.from(program.predict(network, row.slice())));
  const overOutputs = before.reduce((sum, value) => sum + value, 0);
  const overSamples = outputs.reduce((sum, row) => sum + row[0]!, 0);
  const isShareOfSamples = Math.abs(overSamples - 1) < 1e-9 && before.length > 1;
  return [
    finding('outputs-mix-samples', 'problem', {
      moved,
      ...(isShareOfSamples && { overSamples, overOutputs }),
    }),
  ];
}

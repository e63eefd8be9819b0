/** What the diagnosis says of a program after so many updates of one seed, as the runtime asks it. */
import { diagnose } from '../../../src/lab/checks/diagnose.ts';
import type { DataSet, LoadedProgram } from '../../../src/lab/program.ts';
import type { Diagnosis } from '../../../src/lab/protocol.ts';
import { numberAt, numberPaths } from '../../../src/lab/runtime/plain-data.ts';
import { isDiagnosisOf } from '../../../src/lab/shapes.ts';
import { sayFinding } from '../../../src/words/say-finding.ts';

export interface Looked {
  diagnosis: Diagnosis;
  codes: string[];
  problems: string[];
  words: string;
}

export function diagnosed<Network>(of: LoadedProgram<Network>, updates = 0, seed = 1): Looked {
  const program = of as unknown as LoadedProgram;
  const data: DataSet = typeof program.data === 'function' ? program.data(seed) : program.data;
  const network = program.create(seed);
  const initial = structuredClone(network);
  let nonFinite: { update: number; before: unknown } | undefined;
  let update = 0;
  const paths = numberPaths(initial).filter((path) => Number.isFinite(numberAt(initial, path)));
  let before: unknown = initial;
  while (update < updates && !nonFinite) {
    if (update < 64) before = structuredClone(network);
    program.update(network, update++ % program.updatesPerEpoch);
    const isLooked = update <= 64 || update === updates;
    if (isLooked && !paths.every((path) => Number.isFinite(numberAt(network, path))))
      nonFinite = { update, before };
  }
  const diagnosis = diagnose({
    program,
    data,
    network,
    initial,
    update,
    ...(nonFinite && { nonFinite }),
    beat: () => undefined,
  });
  const layers = program.layers?.(initial).map(({ biases }) => biases.length) ?? [data.targets[0]!.length];
  const info = { inputs: data.inputs, widths: [data.inputs[0]!.length, ...layers] };
  if (!isDiagnosisOf(info)(structuredClone(diagnosis)))
    throw new Error(`the page would refuse this diagnosis: ${JSON.stringify(diagnosis.findings)}`);
  const place = { layerCount: layers.length, inputs: data.inputs, arrays: diagnosis.arrays };
  const words = diagnosis.findings
    .map((one) => Object.values(sayFinding(one, place)).join(' '))
    .join('\n')
    .replaceAll('\u00a0', ' ');
  if (/NaN (times|and)|between NaN|undefined times/.test(words)) throw new Error(`it says: ${words}`);
  return {
    diagnosis,
    codes: diagnosis.findings.map(({ code }) => code),
    problems: diagnosis.findings.filter(({ severity }) => severity === 'problem').map(({ code }) => code),
    words,
  };
}

/**
 * The numbers of facts, kept between one build and the next, each with all it depends on: the facts.ts it stands in, what its page
 * measures, and what the engine makes of it. A comma in one page makes no other page compute.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  activationNames,
  activationOf,
  createRun,
  outputsOf,
  type Spec,
  train,
  xor,
} from '../../engine/index.ts';
import { keptAtOnce } from '../kept-between-builds.ts';
import { onceAProcess } from '../once-a-process.ts';
import { experimentsOf } from '../experiments/read-experiments.ts';
import type { NumberFact } from './fact-of.ts';
import type { Count } from './types.ts';

type Computed = number | Count;

const numbers = onceAProcess(
  'numbers of facts',
  () => new Map<string, { digest: string; computed: Computed }>(),
);

/** The number of a fact: computed, or as it was kept. @throws with file and line what goes wrong in it. */
export function computedOnce(fact: NumberFact): Computed {
  const digest = digestOfFolder(fact.folder);
  const found = numbers.get(fact.id);
  if (found?.digest === digest) return found.computed;
  const computed = keptAtOnce(['fact', fact.id, digest], () => valueOf(fact));
  numbers.set(fact.id, { digest, computed });
  return computed;
}

function valueOf({ id, folder, value }: NumberFact): Computed {
  const file = `content/${folder}/facts.ts`;
  const name = id.slice(folder.split('/')[1]!.length + 1);
  const line = () =>
    1 +
    readOrNone(file)
      .split('\n')
      .findIndex((text) => new RegExp(`^\\s*['"\`]?${name}['"\`]?\\s*:`).test(text));
  let computed: unknown;
  try {
    computed = value();
  } catch (error) {
    throw new Error(`${file}:${line()}: ${name}: ${(error as Error).message}`, { cause: error });
  }
  const isCount = typeof (computed as Partial<Count> | undefined)?.found === 'number';
  if (typeof computed === 'number' || isCount) return computed as Computed;
  throw new Error(
    `${file}:${line()}: ${name}: is ${JSON.stringify(computed)}; expected a number, or { found, among }`,
  );
}

const digests = new Map<string, { texts: string; digest: string }>();

/** Of all that the numbers in a folder's facts.ts depend on. Those that take a training of another page depend on its folder too. */
function digestOfFolder(folder: string): string {
  const others = [
    ...readOrNone(`content/${folder}/facts.ts`).matchAll(/training\(\s*['"`]([a-z]+\/[a-z0-9-]+)/g),
  ].map((match) => match[1]!);
  const folders = [folder, ...others];
  const texts = folders
    .flatMap((one) =>
      ['facts.ts', 'experiments.yaml', 'measured.json'].map((name) => readOrNone(`content/${one}/${name}`)),
    )
    .join('\u0000');
  const known = digests.get(folder);
  if (known?.texts === texts) return known.digest;
  const digest = hash([
    engineProbe(),
    readOrNone(`content/${folder}/facts.ts`),
    ...folders.flatMap((one) => {
      const { variants, sweeps, trainingOf, written, mends } = experimentsOf(one);
      const trainings = [...variants.values()].map((variant) => [variant.id, trainingOf(variant)]);
      const runs = [...sweeps.values()].map(({ id, runs: ofSweep }) => [id, ofSweep]);
      return [JSON.stringify([trainings, runs, mends]), written ? bitsOf(written.spec as Spec) : ''];
    }),
    ...folders.map((one) => readOrNone(`content/${one}/measured.json`)),
  ]);
  digests.set(folder, { texts, digest });
  return digest;
}

const readOrNone = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function hash(texts: string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\u0000');
  return sum.digest('hex');
}

/** The parameters and outputs of a run after a few updates. */
function bitsOf(spec: Spec): string {
  const run = createRun({ ...spec, faults: [] }, 1);
  train(run, 12);
  const numbers = Float64Array.from([...run.network.parameters, ...outputsOf(run).flat()]);
  return Buffer.from(numbers.buffer).toString('hex');
}

let probe: string | undefined;

/** What the engine does, by what comes out: every activation and its derivative, and a small network of each. */
function engineProbe(): string {
  probe ??= activationNames
    .filter((name) => name !== 'softmax')
    .map((activation) => {
      const { value, derivative } = activationOf(activation);
      const values = [-30, -2, -0.5, 0, 0.5, 2, 30].flatMap((z) => [value(z), derivative(z)]);
      const bits = bitsOf({
        data: xor,
        layers: [
          { units: 3, activation },
          { units: 1, activation: 'identity' },
        ],
        loss: 'halfSquaredError',
        initial: {
          order: 'layer-by-layer',
          weights: { kind: 'he' },
          biases: { kind: 'uniform', low: -1, high: 1 },
        },
        optimizer: { kind: 'sgd', learningRate: 0.1 },
        batch: 'sample',
      });
      return `${values.join()} ${bits}`;
    })
    .join();
  return probe;
}

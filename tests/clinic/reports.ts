/**
 * Patients from outside the book: public reports of small networks that failed, as their owners would describe them to the
 * clinic, and what they really ran. The letters are those under which the book keeps them. Who says he knows nothing of
 * the fault describes the network as he believes it to be.
 */
import {
  createRandom,
  createRun,
  drawUniform,
  outputsOf,
  train,
  updatesPerEpoch,
} from '../../src/engine/index.ts';
import { readFields, type Fields, fieldsOfLink } from '../../src/clinic/fields.ts';
import { layoutOf } from '../../src/clinic/layout.ts';
import { readRows } from '../../src/clinic/simulate.ts';
import { updateCodes } from '../../src/clinic/first-update.ts';
import { rightSpec, type Description } from '../../src/clinic/description.ts';
import { trainAlong } from '../../src/sweep/index.ts';
import { type Case, parametersOf } from './cases.ts';
import type { Spec } from '../../src/engine/index.ts';

export interface Report {
  letter: string;
  /** What was seen. */
  seen: string;
  /** As the form has it; what is left out is as an empty form has it. */
  told: Partial<Fields>;
  /** The suspect that is the true cause. */
  truth: string;
  /** What was really run, of the network as told. */
  really(right: Spec): { spec: Spec; epochs?: number };
  /** Of the run that was reported; another one goes well. Defaults to 977. */
  seed?: number;
  /** Whether it is examined in a moment; the others by `npm run bench:clinic`. */
  isQuick: boolean;
}

const rows = (count: number, inputs: number, target: (x: number[]) => number, seed: number): string => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const x = Array.from({ length: inputs }, () => Number(drawUniform(random).toFixed(3)));
    return `${x.join(' ')} -> ${target(x).toFixed(3)}`;
  }).join('\n');
};

/** Two half circles, one in the other's mouth. */
const moons = Array.from({ length: 16 }, (_, k) => {
  const t = (Math.PI * Math.floor(k / 2)) / 7;
  const [x, y] = k % 2 === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
  return `${x.toFixed(3)} ${y.toFixed(3)} -> ${k % 2}`;
}).join('\n');

export const reports: readonly Report[] = [
  {
    letter: 'A',
    seen: 'XOR near one half for every input, every time',
    told: { widths: '2', rate: '0.2', batch: 'random', epochs: '25000' },
    truth: 'derivative-of-activation:all',
    really: (right) => ({ spec: { ...right, faults: [{ name: 'derivative-of-activation' }] } }),
    isQuick: false,
  },
  {
    letter: 'F',
    seen: 'every weight NaN after one step',
    told: { widths: '4', rate: '0.1', epochs: '1000', language: 'javascript' },
    truth: 'rate-undefined',
    really: (right) => ({ spec: { ...right, faults: [{ name: 'rate-undefined' }] } }),
    isQuick: true,
  },
  {
    letter: 'G',
    seen: 'every input answered with the target of the sample trained last',
    told: { widths: '2', rate: '0.5', epochs: '2000' },
    truth: 'order',
    really: (right) => ({ spec: { ...right, sampling: { kind: 'in-order', repeat: 2000 } } }),
    isQuick: true,
  },
  {
    letter: 'K',
    seen: 'a linear unit that adds three numbers stays at a loss near one half',
    told: {
      task: 'own',
      rows: rows(16, 3, ([a, b, c]) => a! + b! + c!, 5),
      widths: '0',
      output: 'identity',
      loss: 'squaredError',
      batch: 'mean',
      rate: '0.1',
      epochs: '500',
      weights: 'normal 0.1',
    },
    truth: 'targets-broadcast',
    really(right) {
      const data = right.data as Description['data'];
      const mean = data.targets.reduce((sum, [y]) => sum + y!, 0) / data.targets.length;
      return { spec: { ...right, data: { ...data, targets: data.targets.map(() => [mean]) } } };
    },
    isQuick: true,
  },
  {
    letter: 'L',
    seen: 'two answers right, two at one half',
    told: { widths: '2', rate: '0.3', epochs: '5000' },
    truth: 'no-biases',
    really: (right) => ({
      spec: { ...right, layers: right.layers.map((layer) => ({ ...layer, biases: false })) },
    }),
    isQuick: true,
  },
  {
    letter: 'M',
    seen: 'XOR often fails, here from one start for two million steps',
    told: { widths: '2', rate: '0.01', batch: 'random', epochs: '500000' },
    truth: 'none',
    really: (right) => ({
      spec: {
        ...right,
        initial: {
          parameters: [
            -0.12692590266986858, -0.844955757436316, -0.9357427469178123, 0.8173651578783794,
            0.39650732687505963, -0.49808473788143637, -0.5832662974097391, 0.5308947844782579,
            0.2908941132572971,
          ],
        },
      },
      epochs: 500_000,
    }),
    seed: 980,
    isQuick: false,
  },
  {
    letter: 'N',
    seen: 'accuracy always one half, loss at ln 2',
    told: {
      task: 'own',
      rows: moons,
      widths: '4 6 6 4',
      hidden: 'relu',
      loss: 'binaryCrossEntropy',
      batch: 'mean',
      rate: '0.1',
      epochs: '200',
      weights: 'he',
    },
    truth: 'init-tenth',
    really: (right) => ({
      spec: {
        ...right,
        initial: {
          order: 'unit-by-unit',
          weights: { kind: 'normal', deviation: 0.1 },
          biases: { kind: 'normal', deviation: 0.1 },
        },
      },
    }),
    isQuick: true,
  },
];

/** The report as a patient: described, run from one seed, and ready to answer. */
export function patientOf(kernel: WebAssembly.Module | undefined, report: Report): Case {
  const { seed = 977 } = report;
  const read = readFields({ ...fieldsOfLink('').fields, ...report.told }, 4);
  if (read.kind !== 'description')
    throw new Error(`report ${report.letter}: ${JSON.stringify(read.problems)}`);
  const told = read.description;
  const { spec, epochs = read.toldEpochs } = report.really(rightSpec(told));
  const layout = layoutOf(told);
  const seeds = [seed, seed + 1, seed + 2];
  const reader = readRows(told, layout, epochs, seeds.length);
  trainAlong(kernel, spec, seeds, reader);
  const { sampling, ...rest } = spec;
  const run = createRun(sampling?.kind === 'random' ? rest : spec, seed);
  const start = parametersOf(run);
  train(run, updatesPerEpoch(run));
  return {
    index: seed,
    told,
    truth: report.truth,
    wrong: '',
    seed,
    rows: reader.rows,
    width: layout.width,
    codes: updateCodes(told, { id: '', family: '', spec, epochs }, seed),
    start,
    afterOneEpoch: outputsOf(run).flat(),
  };
}

/**
 * Runs a case's program itself, as posted or as one of its variants, over seeds 1 to n, and prints the shares of
 * its outcomes. Independent of engine and kernel: it proves the facts that are computed by those.
 *
 *     node tests/cases/shares.ts <case> <seeds> [variant or "as-posted" ...]
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Program } from '../../src/lab/program.ts';
import { namedExperiments } from '../../src/book/experiments/named.ts';
import { caseText, dataOfProgram, loadProgram, trainProgram } from './load-program.ts';

interface Tally {
  solved: number;
  constant: number;
  constantAtZero: number;
  diverged: number;
  right: number;
}
interface Task {
  text: string;
  from: number;
  to: number;
  epochs: number | undefined;
}

const outcomes = ['solved', 'constant', 'constantAtZero', 'diverged', 'right'] as const;

function judge(program: Program, seed: number, epochs: number, tally: Tally): void {
  const network = program.create(seed);
  const { inputs, targets } = dataOfProgram(program, seed);
  trainProgram(program, network, epochs);
  const outputs = inputs.map((input) => program.predict(network, input)[0]!);
  const values = targets.map((target) => target[0]!);
  const parameters = program.layers(network).flatMap((layer) => [...layer.weights.flat(), ...layer.biases]);
  const finite = [...outputs, ...parameters].every(Number.isFinite);
  if (!finite) return void tally.diverged++;
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  if (outputs.every((output, k) => (values[k]! > middle ? output > middle : output < middle))) tally.solved++;
  if (Math.max(...outputs) - Math.min(...outputs) < 1e-6) {
    tally.constant++;
    if (Math.abs(outputs[0]!) < 1e-6) tally.constantAtZero++;
  }
  // The network of x + 1 is right when no number from 0 to 999 is off by half or more, in the data's own unit.
  const unit = Math.max(...values) > 10 ? 1 : 1000;
  let right = true;
  for (let x = 0; x < 1000 && right; x++) {
    right = Math.abs(program.predict(network, [x / unit])[0]! - (x + 1) / unit) < 0.5 / unit;
  }
  if (right) tally.right++;
}

async function measure({ text, from, to, epochs }: Task): Promise<Tally> {
  const program = await loadProgram(text);
  const tally: Tally = { solved: 0, constant: 0, constantAtZero: 0, diverged: 0, right: 0 };
  for (let seed = from; seed < to; seed++) judge(program, seed, epochs ?? program.epochs, tally);
  return tally;
}

if (!isMainThread) {
  parentPort!.postMessage(await measure(workerData as Task));
} else {
  const [caseId = '', count = '100', ...named] = process.argv.slice(2);
  const epochs = process.env['EPOCHS'] ? Number(process.env['EPOCHS']) : undefined;
  const variants = named.length > 0 ? named : [...namedExperiments('shares', caseId).variants.keys()];
  const seeds = Number(count);
  for (const variant of variants) {
    const text = caseText(caseId, variant === 'as-posted' ? {} : { variant });
    const cut = 1 + Math.floor(seeds / 2);
    const halves = [
      { text, from: 1, to: cut, epochs },
      { text, from: cut, to: seeds + 1, epochs },
    ].map(
      (task) =>
        new Promise<Tally>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: task });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    );
    const [one, two] = (await Promise.all(halves)) as [Tally, Tally];
    const shares = outcomes.map(
      (outcome) => `${outcome} ${(((one[outcome] + two[outcome]) / seeds) * 100).toFixed(1)}`,
    );
    console.log(`${caseId} ${variant} N=${seeds}: ${shares.join('  ')}`);
  }
}

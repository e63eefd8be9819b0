/** Examines the cases it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { loadKernel } from '../../src/kernel/index.ts';
import { drawCase, type Mode } from './cases.ts';
import { examine, type Said } from './examine.ts';

export interface Order {
  mode: Mode;
  index: number;
}

export interface Examined extends Order {
  truth: string;
  wrong: string;
  said: Said[];
  elapsedMs: number;
}

const kernel = await loadKernel();
parentPort!.on('message', ({ mode, index }: Order) => {
  const patient = drawCase(kernel, mode, index);
  const start = performance.now();
  const said = examine(kernel, patient);
  const { truth, wrong } = patient;
  const examined: Examined = { mode, index, truth, wrong, said, elapsedMs: performance.now() - start };
  parentPort!.postMessage(examined);
});

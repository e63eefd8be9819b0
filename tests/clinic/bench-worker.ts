/** Examines the cases it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { loadKernel } from '../../src/kernel/index.ts';
import { type Case, drawCase, type Mode } from './cases.ts';
import { examine, type Said } from './examine.ts';
import { openKeptRuns } from './kept-runs.ts';
import { patientOf, reports } from './reports.ts';

/** `report`: of a public report, by its place among them. */
export interface Order {
  mode: Mode | 'report';
  index: number;
}

export interface Examined extends Order {
  truth: string;
  wrong: string;
  said: Said[];
  elapsedMs: number;
}

const kernel = await loadKernel();
const patientTo = ({ mode, index }: Order): Case =>
  mode === 'report' ? patientOf(kernel, reports[index]!) : drawCase(kernel, mode, index);
parentPort!.on('message', (order: Order) => {
  const { mode, index } = order;
  const patient = patientTo(order);
  const start = performance.now();
  const kept = openKeptRuns(patient.told);
  const said = examine(kernel, patient, kept.simulate);
  kept.keep();
  const { truth, wrong } = patient;
  const examined: Examined = { mode, index, truth, wrong, said, elapsedMs: performance.now() - start };
  parentPort!.postMessage(examined);
});

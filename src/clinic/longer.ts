/** Nothing wrong, and not there: bad luck, or too short? The same beginnings, trained on. */
import { outputsOf } from '../engine/index.ts';
import { trainAlong } from '../sweep/index.ts';
import { type Description, endsOfTargets, rightSpec } from './description.ts';
import { shortened } from './simulate.ts';

/** So many times as long. */
const timesAsLong = 10;
/** An output so near its target, as a part of the targets' range, has arrived. */
const near = 0.2;

/** Of each seed, whether the right network has all outputs near their targets after ten times as long. */
export function arrivals(
  kernel: WebAssembly.Module | undefined,
  d: Description,
  seeds: readonly number[],
): boolean[] {
  const targets = d.data.targets.flat();
  const [low, high] = endsOfTargets(d);
  const allowed = near * (high > low ? high - low : 1);
  const arrives: boolean[] = [];
  const { spec, epochs } = shortened({ spec: rightSpec(d), epochs: d.epochs * timesAsLong }, d.leap);
  trainAlong(kernel, spec, seeds, {
    at: [epochs],
    look(place, _index, run) {
      const outputs = outputsOf(run).flat();
      arrives[place] = targets.every((y, k) => Math.abs(outputs[k]! - y) <= allowed);
    },
  });
  return arrives;
}

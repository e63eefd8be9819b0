/**
 * The first number that was not finite: at which update, and which product made it.
 *
 * The run is trained again from its beginning, in stretches, until a parameter, a pre-activation or an output is
 * infinite or NaN; the stretch is then halved down to one update, and that update is gone through operation by
 * operation. An infinity is where a run dies; the NaNs that follow (0 times infinity, infinity minus infinity)
 * only spread.
 */
import { backward, forward } from './propagation.ts';
import { restore, takeSnapshot } from './record.ts';
import { createRun, type Run, train } from './run.ts';

export interface NonFinite {
  /** Updates done before the one in which it happened. */
  update: number;
  /** Which part of the update made it. */
  place: 'forward' | 'backward' | 'step';
  layer: number;
  unit: number;
  /** The input or weight within the unit; absent for a bias, a sum or an activation. */
  input?: number;
  /** The sample being worked on; absent for a step that follows a whole batch. */
  sample?: number;
  /** The operation in numbers, such as "1.2e+200 * 3.4e+180 = Infinity". */
  operation: string;
}

/** The cause, within the updates that the run has done; null where all is finite. */
export function findNonFinite(run: Run): NonFinite | null {
  if (isFinite(run)) return null;
  const again = createRun(run.spec, run.seed);
  let stretch = 1;
  while (isFinite(again) && again.updateCount < run.updateCount) {
    const before = takeSnapshot(again);
    train(again, Math.min(stretch, run.updateCount - again.updateCount));
    if (isFinite(again)) {
      stretch *= 2;
    } else if (again.updateCount - before.updateCount > 1) {
      restore(again, before);
      stretch = Math.max(1, Math.floor(stretch / 4));
    } else {
      restore(again, before);
      return trace(again);
    }
  }
  return trace(again);
}

/** Whether every parameter, pre-activation and output is finite, on every sample. */
function isFinite({ network, samples }: Run): boolean {
  if (!network.parameters.every(Number.isFinite)) return false;
  return samples.inputs.every((x) => {
    forward(network, x);
    return network.layers.every(({ z, a }) => z.every(Number.isFinite) && a.every(Number.isFinite));
  });
}

/** Goes through the next update of a run, and says where the first number that is not finite comes from. */
function trace(run: Run): NonFinite | null {
  const { network, samples, spec, updateCount } = run;
  const order = run.order ?? Int32Array.from(samples.inputs.keys());
  const first = spec.batch === 'sample' ? updateCount % order.length : 0;
  for (let n = 0; n < order.length; n++) {
    const sample = order[(first + n) % order.length]!;
    forward(network, samples.inputs[sample]!);
    const ahead = traceForward(run, sample) ?? traceBackward(run, sample);
    if (ahead) return { update: updateCount, ...ahead };
    if (spec.batch === 'sample' && run.order) break;
  }
  const step = traceStep(run);
  if (step) return { update: updateCount, ...step };
  // All parameters are finite after the step: it is the next forward pass that fails, on some sample.
  for (let sample = 0; sample < samples.count; sample++) {
    forward(network, samples.inputs[sample]!);
    const ahead = traceForward(run, sample);
    if (ahead) return { update: run.updateCount, ...ahead };
  }
  return null;
}

const show = (x: number): string =>
  Number.isFinite(x) ? x.toPrecision(4).replace(/\.?0+(e|$)/, '$1') : String(x);

function traceForward({ network, samples }: Run, sample: number): Omit<NonFinite, 'update'> | null {
  let x = samples.inputs[sample]!;
  for (const [layer, { inputs, units, weights, biases, z, a, output }] of network.layers.entries()) {
    const twoCopies = biases.length > units;
    for (let unit = 0; unit < units; unit++) {
      const place = { place: 'forward', layer, unit, sample } as const;
      let sum = twoCopies ? 0 : biases[unit]!;
      for (let input = 0; input < inputs; input++) {
        const j = unit * inputs + input;
        const weight = twoCopies ? weights[j]! + biases[j]! : weights[j]!;
        const product = weight * x[input]!;
        if (!Number.isFinite(product)) {
          return {
            ...place,
            input,
            operation: `weight ${show(weight)} * input ${show(x[input]!)} = ${show(product)}`,
          };
        }
        const next = sum + product;
        if (!Number.isFinite(next)) {
          return { ...place, input, operation: `${show(sum)} + ${show(product)} = ${show(next)}` };
        }
        sum = next;
      }
      if (!Number.isFinite(a[unit]!)) {
        return { ...place, operation: `activation of ${show(z[unit]!)} = ${show(a[unit]!)}` };
      }
    }
    x = output;
  }
  return null;
}

function traceBackward({ network, samples }: Run, sample: number): Omit<NonFinite, 'update'> | null {
  backward(network, samples.targets[sample]!);
  for (let layer = network.layers.length - 1; layer >= 0; layer--) {
    const { delta } = network.layers[layer]!;
    const unit = delta.findIndex((d) => !Number.isFinite(d));
    if (unit >= 0) {
      return { place: 'backward', layer, unit, sample, operation: `delta = ${show(delta[unit]!)}` };
    }
  }
  return null;
}

/** Makes the update, and finds the first parameter it spoiled, if any. */
function traceStep(run: Run): Omit<NonFinite, 'update'> | null {
  const before = run.network.parameters.slice();
  train(run, 1);
  const after = run.network.parameters;
  for (const [layer, { weights, weightCount, biases, biasCount }] of run.network.offsets.entries()) {
    const { inputs } = run.network.layers[layer]!;
    for (let j = weights; j < biases + biasCount; j++) {
      if (Number.isFinite(after[j]!)) continue;
      const operation = `parameter ${show(before[j]!)} - step = ${show(after[j]!)}`;
      if (j >= biases)
        return { place: 'step', layer, unit: (j - biases) % run.network.layers[layer]!.units, operation };
      const position = j - weights;
      if (position < weightCount) {
        return {
          place: 'step',
          layer,
          unit: Math.floor(position / inputs),
          input: position % inputs,
          operation,
        };
      }
    }
  }
  return null;
}

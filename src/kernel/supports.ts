/** Which specs the kernel can train. All others run on the engine. */
import type { Spec } from '../engine/spec.ts';

export type Support = { kind: 'supported' } | { kind: 'unsupported'; why: string };

/** The kernel's table of layers has so many rows. */
const maxLayers = 64;

/** Parameters and data of one batch of networks stay within so many doubles a lane. */
const maxNumbers = 2 ** 22;

const unsupported = (why: string): Support => ({ kind: 'unsupported', why });

/** Whether the kernel trains this spec, and if not, why. The spec must be a right one. */
export function supports(spec: Spec): Support {
  const { layers, data, optimizer } = spec;
  if (optimizer.kind === 'adam')
    return unsupported('the optimizer is adam; the kernel knows sgd and momentum');
  if (layers.length > maxLayers)
    return unsupported(`${layers.length} layers; the kernel has room for ${maxLayers}`);
  const [samples, inputs] = 'kind' in data ? [data.samples, 1] : [data.inputs.length, data.inputs[0]!.length];
  let numbers = samples * (inputs + 2 * layers.at(-1)!.units);
  let width = inputs;
  for (const { units } of layers) {
    numbers += 10 * units * (width + 2);
    width = units;
  }
  if (numbers > maxNumbers)
    return unsupported(`the network and its data are too large for the kernel's memory`);
  return { kind: 'supported' };
}

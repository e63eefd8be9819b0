/** Trainings that an author names together. Only a page's build uses them. */
import { namedTraining } from '../../../src/book/at-build.ts';
import type { LayerSpec } from '../../../src/engine/index.ts';
import type { Arm } from './model.ts';

const hiddenActivations: [label: string, layer: Omit<LayerSpec, 'units'>][] = [
  ['identity', { activation: 'identity' }],
  ['step', { activation: 'step' }],
  ['sigmoid', { activation: 'sigmoid' }],
  ['tanh', { activation: 'tanh' }],
  ['ReLU', { activation: 'relu' }],
  ['leaky ReLU, slope 0.1', { activation: 'leakyRelu', slope: 0.1 }],
  ['ELU', { activation: 'elu' }],
  ['softplus', { activation: 'softplus' }],
  ['SiLU', { activation: 'silu' }],
  ['GELU', { activation: 'gelu' }],
];

/** XOR with 2-4-1 and a linear output, with each activation at the hidden layer: the same initial weights for all. */
function byHiddenActivation(): Arm[] {
  const { spec } = namedTraining('SeedSweep', 'all-outputs-equal', 'hidden-right-linear-output');
  const [hidden, output] = spec.layers;
  return hiddenActivations.map(([label, layer]) => ({
    label,
    epochs: 2000,
    spec: { ...spec, layers: [{ units: hidden!.units, ...layer }, output!] },
  }));
}

const presets: Record<string, () => Arm[]> = { 'hidden-activation': byHiddenActivation };

/** The arms of a preset. */
export function presetNamed(name: string): Arm[] {
  const preset = presets[name];
  if (!preset)
    throw new Error(`SeedSweep: preset is "${name}"; expected one of ${Object.keys(presets).join(', ')}`);
  return preset();
}

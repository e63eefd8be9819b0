/** Trainings that an author names together. Only a page's build uses them. */
import { hiddenActivations } from '../../../src/book/at-build.ts';
import type { Arm } from './seed-sweep.ts';

const presets: Record<string, Arm[]> = {
  'hidden-activation': hiddenActivations.map(({ label, training }) => ({ label, ...training })),
};

/** The arms of a preset. */
export function presetNamed(name: string): Arm[] {
  const preset = presets[name];
  if (!preset)
    throw new Error(`SeedSweep: preset is "${name}"; expected one of ${Object.keys(presets).join(', ')}`);
  return preset;
}

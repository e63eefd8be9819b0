/**
 * A spec as an author writes it, what a mend or a setting does to it, and the training that comes of both: pure functions over
 * plain data, so that a page can do with its own case's spec what the build did.
 */
import type { Fault, FaultName, Spec } from '../../engine/index.ts';

/** A spec and how long it is trained. */
export interface Training {
  spec: Spec;
  /** Passes over the data, as a sweep counts them. */
  epochs: number;
}

/** A fault whose layers are named by what they are. */
export interface WrittenFault {
  name: FaultName;
  /** An activation, "hidden" or "output"; in all layers where it is left out. */
  in?: string | undefined;
}

export interface WrittenTraining {
  spec: Omit<Spec, 'faults'> & { faults?: WrittenFault[] };
  epochs: number;
}

/** A change of a written training. */
export interface Patch {
  /** Values by their place in the spec: "layers.-1.activation", where -1 is the last. */
  set?: Readonly<Record<string, unknown>> | undefined;
  /** Names of faults that are left out. */
  without?: readonly string[] | undefined;
  epochs?: number | undefined;
}

/**
 * A written training with these changes made one after the other; what was given stays as it is.
 *
 * @throws a RangeError if a place of `set` is not in the spec.
 */
export function patched(written: WrittenTraining, patches: readonly Patch[]): WrittenTraining {
  const { spec, epochs } = structuredClone(written);
  const changed = { spec, epochs };
  for (const { set = {}, without = [], epochs: wanted } of patches) {
    for (const [place, value] of Object.entries(set)) put(spec, place, structuredClone(value));
    if (without.length > 0) spec.faults = (spec.faults ?? []).filter(({ name }) => !without.includes(name));
    changed.epochs = wanted ?? changed.epochs;
  }
  return changed;
}

function put(spec: object, place: string, value: unknown): void {
  const steps = place.split('.');
  let holder: unknown = spec;
  for (const [depth, step] of steps.entries()) {
    if (typeof holder !== 'object' || holder === null)
      throw new RangeError(
        `set: "${place}" is not in the spec: ${steps.slice(0, depth).join('.')} has no parts`,
      );
    const key = Array.isArray(holder) && Number(step) < 0 ? String(holder.length + Number(step)) : step;
    if (Array.isArray(holder) && !(key in holder))
      throw new RangeError(
        `set: "${place}" is not in the spec: ${steps.slice(0, depth).join('.')} has ${holder.length} entries, counted from 0`,
      );
    const parts = holder as Record<string, unknown>;
    if (depth === steps.length - 1) parts[key] = value;
    holder = parts[key];
  }
}

/** The training that the engine knows: each fault in its layers by number. One that is in no layer is left out. */
export function resolved({ spec, epochs }: WrittenTraining): Training {
  if (!spec.faults) return { epochs, spec: spec as Spec };
  const faults = spec.faults.flatMap(({ in: place, ...fault }): Fault[] => {
    if (place === undefined) return [fault];
    const layers = spec.layers.flatMap(({ activation }, layer) => {
      const isOutput = layer === spec.layers.length - 1;
      return place === activation || place === (isOutput ? 'output' : 'hidden') ? [layer] : [];
    });
    return layers.length > 0 ? [{ ...fault, layers }] : [];
  });
  return { epochs, spec: { ...spec, faults } };
}

/** The training with some of the faults mended, whatever the order in which they are named. */
export function mendedTraining(
  written: WrittenTraining,
  mends: Readonly<Record<string, Patch>>,
  mended: readonly string[],
): Training {
  const made = Object.entries(mends).flatMap(([id, patch]) => (mended.includes(id) ? [patch] : []));
  return resolved(patched(written, made));
}

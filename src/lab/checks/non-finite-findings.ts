/** Where a number first was not finite: the update is done again from the last sound network, and each layer is looked at. */
import type { Finding } from '../protocol.ts';
import type { Subject } from './subject.ts';
import { finding } from './finding.ts';
import { entriesOf } from './specimen.ts';
import type { Specimen } from './specimen.ts';

/** Below this a step is not one of those that grow until they overflow. */
const smallBelow = 1e30;

/** @param specimen Of the network before its first update. */
export function nonFiniteFindings(subject: Subject, specimen: Specimen): Finding[] {
  const { program, data, network, initial, nonFinite } = subject;
  const outputsOf = (of: unknown): number[][] => {
    const copy = structuredClone(of);
    return data.inputs.map((input) => Array.from(program.predict(copy, input.slice())));
  };
  const atStart = outputsOf(initial).flatMap((row, sample) => (row.every(Number.isFinite) ? [] : [sample]));
  if (atStart.length > 0) return [finding('non-finite-at-start', 'problem', {}, { samples: atStart })];
  if (!nonFinite) return [];
  return [firstNonFinite(), ...hiddenFromSight()];

  function firstNonFinite(): Finding {
    const { update, before } = nonFinite!;
    const outputs = outputsOf(before);
    const sound = specimen.read(before);
    const largest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const after = structuredClone(before);
    program.update(after, (update - 1) % program.updatesPerEpoch);
    const values = specimen.read(after);
    const missing = values.filter(Number.isNaN).length;
    const areOutputsFinite = outputs.every((row) => row.every(Number.isFinite));

    if (missing > 0 && !values.includes(Infinity) && largest < smallBelow && areOutputsFinite) {
      // Of a curve's end, not of a ReLU: away from it where all parameters are 0, and still there where they are twice as large.
      const outputAt = (times: number, sample: number, o: number): number =>
        specimen.predict(
          sound.map((value) => times * value),
          data.inputs[sample]!,
        )[o]!;
      const isAtEnd = (y: number, sample: number, o: number): boolean =>
        (y === 0 || y === 1) && Math.abs(outputAt(0, sample, o) - 0.5) < 0.5 && outputAt(2, sample, o) === y;
      const pinned = outputs.flatMap((row, sample) =>
        row.some((y, o) => isAtEnd(y, sample, o)) ? [sample] : [],
      );
      if (pinned.length > 0 && update > 1 && outputs.flat().every((y) => y >= 0 && y <= 1))
        return finding(
          'zero-over-zero',
          'problem',
          { update, value: outputs[pinned[0]!]!.find((y) => y === 0 || y === 1) },
          { samples: pinned },
        );
      if (update === 1) return finding('number-missing', 'problem', { count: missing, all: values.length });
      return finding('nan-of-small-numbers', 'problem', { update, largest });
    }
    const layers = program.layers ? entriesOf(program.layers(after)) : [];
    const broken = layers.findIndex((rows) => rows.some((row) => !row.every(Number.isFinite)));
    return finding(
      'non-finite',
      'problem',
      {
        update,
        largest,
        inLayer: broken >= 0,
        inParameters: broken < 0 && !values.every(Number.isFinite),
        inOutputs: broken < 0 && values.every(Number.isFinite),
        ...overflowIn(after),
      },
      broken >= 0 ? { layer: broken } : {},
    );
  }

  /** The first product of a weight and what comes in that is not finite, while the weight still is. */
  function overflowIn(after: unknown): { left: number; right: number; overflowed: true } | undefined {
    if (!program.layers) return undefined;
    for (const input of data.inputs) {
      const copy = structuredClone(after);
      program.predict(copy, input.slice());
      let incoming = input;
      for (const { weights, activations } of program.layers(copy)) {
        for (const row of weights)
          for (const [i, weight] of row.entries()) {
            const right = incoming[i]!;
            if (Number.isFinite(weight) && Number.isFinite(right) && !Number.isFinite(weight * right))
              return { left: weight, right, overflowed: true };
          }
        incoming = [...activations];
      }
    }
    return undefined;
  }

  /** Outputs that are finite although the weights behind them are not. */
  function hiddenFromSight(): Finding[] {
    const isLost = specimen.read(network).some(Number.isNaN);
    if (!isLost || !outputsOf(network).every((row) => row.every(Number.isFinite))) return [];
    return [finding('nan-hidden-from-outputs', 'problem')];
  }
}

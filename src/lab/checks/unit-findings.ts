/**
 * Units that are silent: zero on every sample. A silent unit whose slope is rightly 0 gets no gradient and is dead; one that the
 * updates still move is pushed by a gradient that cannot see that it is silent, and may or may not be woken.
 */
import type { Finding } from '../protocol.ts';
import type { GradientCheck } from './gradients.ts';
import type { LayerMatch } from './match.ts';
import { joined, listed, sampleName } from './words.ts';

/** A unit that is pushed may come to rest on the very edge of silence, a few last digits above zero. */
const silentBelow = 1e-12;

export function unitFindings({ present, forward, specimen, match }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  if (!traces) return [];
  const last = specimen.widths.length - 2;
  const findings: Finding[] = [];
  for (let layer = 0; layer <= last; layer++) {
    const count = specimen.widths[layer + 1]!;
    const units = Array.from({ length: count }, (_, unit) => unit);
    const shown = (sample: number, unit: number): number =>
      layer === last ? traces[sample]!.outputs[unit]! : traces[sample]!.activations[layer]![unit]!;
    const silent = units.filter((unit) =>
      traces.every((_, sample) => Math.abs(shown(sample, unit)) < silentBelow),
    );
    const isMoved = (unit: number): boolean =>
      present.some(({ gradient }) => gradient[layer]![unit]!.some((value) => value !== 0));
    const dead = silent.filter((unit) => !isMoved(unit));
    const pushed = silent.filter(isMoved);
    if (dead.length > 0)
      findings.push(layer === last ? deadOutput(dead, layer) : deadUnits(dead, count, layer, last));
    if (pushed.length > 0) findings.push(pushedUnits(pushed, count, layer, last, match?.layers[layer]));
    if (layer === last && match?.descends === 'sample' && forward?.[last]?.f.range[0] === 0) {
      const deaf = present
        .filter(({ followed }) => followed.every((value) => value === 0))
        .map((observation) => match.samplesOf(observation)[0]!)
        .filter((sample) =>
          traces[sample]!.outputs.some((y, o) => y === 0 && specimen.data.targets[sample]![o] !== 0),
        );
      if (deaf.length > 0 && silent.length === 0)
        findings.push(deafOutput(deaf, layer, specimen.data.inputs));
    }
  }
  const output = forward?.[last]?.f;
  const isSaid = findings.some(({ layer }) => layer === last);
  if (output?.kind === 'straight' && output.slopes[1] === 0 && !isSaid) findings.push(mortalOutput(last));
  if (traces.some(({ activations }) => activations.some((row) => row.some((a) => Object.is(a, -0)))))
    findings.push(negativeZeros);
  return findings;
}

const negativeZeros: Finding = {
  kind: 'dead-units',
  severity: 'note',
  title: 'Where a unit is off it hands on −0.',
  detail:
    'A negative sum times a mask of 0 is −0. It equals 0 and harms nothing; but an infinite sum times 0 would be NaN. The maximum of 0 and the sum gives 0.',
};

function mortalOutput(layer: number): Finding {
  return {
    kind: 'dead-units',
    severity: 'note',
    layer,
    title: 'The output is a ReLU, and can die.',
    detail:
      'A sample that a step takes below zero gives 0, and with the right slope no gradient from then on. A linear or sigmoid output can’t die.',
  };
}

function deadUnits(units: number[], count: number, layer: number, last: number): Finding {
  const where = last === 1 ? 'hidden units' : `units of hidden layer ${layer + 1}`;
  return {
    kind: 'dead-units',
    severity: units.length === count ? 'problem' : 'note',
    layer,
    units,
    title:
      units.length === count
        ? `All ${count} ${where} are dead.`
        : `${units.length} of ${count} ${where} ${units.length === 1 ? 'is' : 'are'} dead.`,
    detail:
      (units.length === 1
        ? `Unit ${listed(units)} is silent on every sample, so its slope is 0 and no update moves it.`
        : `Units ${listed(units)} are silent on every sample, so their slope is 0 and no update moves them.`) +
      ` Only a step of another layer could wake ${units.length === 1 ? 'it' : 'them'}; with a leaky slope no unit dies.`,
  };
}

function deadOutput(units: number[], layer: number): Finding {
  return {
    kind: 'dead-units',
    severity: 'problem',
    layer,
    units,
    title: 'The output is dead: it is 0 on every sample, and no gradient passes.',
    detail:
      'Its sum is below zero everywhere, where ReLU’s slope is 0, so no parameter of the network moves again, whatever the error. A linear or sigmoid output can’t die.',
  };
}

function pushedUnits(
  units: number[],
  count: number,
  layer: number,
  last: number,
  match: LayerMatch | undefined,
): Finding {
  const isOutput = layer === last;
  const where = last === 1 ? 'hidden units' : `units of hidden layer ${layer + 1}`;
  const which = isOutput
    ? 'The output is 0 on every sample'
    : `${units.length === count ? `All ${count}` : `${units.length} of ${count}`} ${where} ${units.length === 1 ? 'is' : 'are'} silent on every sample`;
  const isCarried = match?.rule.slope === 'right' && match.rule.bias === 'sum-over-units';
  const named = isOutput ? '' : `${units.length === 1 ? 'Unit' : 'Units'} ${listed(units)}. `;
  return {
    kind: 'dead-units',
    severity: isCarried ? 'note' : 'problem',
    layer,
    units,
    title: `${which}, and the updates still move ${isOutput || units.length === 1 ? 'it' : 'them'}.`,
    detail: isCarried
      ? `${named}A silent unit has no gradient of its own; here its bias moves with the sum over all units of the layer, so the others carry it along.`
      : `${named}This looks like dying ReLU and is not: a dead unit stands still. The slope should be 0 here and is taken for something else: the unit is pushed by a gradient that can’t see that it is silent.`,
  };
}

function deafOutput(samples: number[], layer: number, inputs: number[][]): Finding {
  const names = samples.map((sample) => sampleName(inputs[sample]!));
  return {
    kind: 'dead-units',
    severity: 'problem',
    layer,
    units: [0],
    title: `The output is silent on ${joined(names)} and learns nothing from ${names.length === 1 ? 'this sample' : 'these samples'}.`,
    detail:
      'Its sum is below zero there, where ReLU’s slope is 0: the error is large and no gradient passes. A linear output gets one from every sample.',
  };
}

/**
 * Units that are silent: zero on every sample. A silent unit whose slope is rightly 0 gets no gradient and is dead; one that the
 * updates still move is pushed by a gradient that cannot see that it is silent, and may or may not be woken.
 */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import type { LayerMatch } from './match.ts';
import type { ProbedActivation } from './probed-activation.ts';

/** A unit that is pushed may come to rest on the very edge of silence, a few last digits above zero. */
const silentBelow = 1e-12;

export function silentUnitFindings({ present, forward, specimen, match }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  if (!traces) return [];
  const last = specimen.widths.length - 2;
  const findings: Finding[] = [];
  for (let layer = 0; layer <= last; layer++) {
    const isOutput = layer === last;
    const count = specimen.widths[layer + 1]!;
    const units = Array.from({ length: count }, (_, unit) => unit);
    const shown = (sample: number, unit: number): number =>
      isOutput ? traces[sample]!.outputs[unit]! : traces[sample]!.activations[layer]![unit]!;
    // A sigmoid or tanh that shows 0 is saturated, or its weights are 0: it has a slope, or none for another reason.
    const isRectified = forward ? isRectifier(forward[layer]!.f) : false;
    const silent = isRectified
      ? units.filter((unit) => traces.every((_, sample) => Math.abs(shown(sample, unit)) < silentBelow))
      : [];
    const own = match?.layers[layer];
    // Weight decay shrinks a dead unit's weights as well, with no gradient. A bias whose gradient is summed over its layer moves a
    // silent unit by what the others are told, decay or none.
    const isDecayed =
      own && own.decay !== 0 && own.rule.slope === 'right' && own.rule.bias !== 'sum-over-units';
    const isMoved = (unit: number): boolean =>
      !isDecayed && present.some(({ gradient }) => gradient[layer]![unit]!.some((value) => value !== 0));
    const dead = silent.filter((unit) => !isMoved(unit));
    const pushed = silent.filter(isMoved);
    if (dead.length > 0) findings.push(deadUnits(dead, count, layer, isOutput));
    // Where no rule explains the updates, a penalty or an optimizer may move a unit that the gradient leaves alone.
    if (pushed.length > 0 && own) findings.push(pushedUnits(pushed, count, layer, isOutput, own));
    if (isOutput && isRectified && silent.length === 0 && match?.descends === 'sample') {
      const samples = present
        .filter(({ followed }) => followed.every((value) => value === 0))
        .map((observation) => match.samplesOf(observation)[0]!)
        .filter((sample) =>
          traces[sample]!.outputs.some((y, o) => y === 0 && specimen.data.targets[sample]![o] !== 0),
        );
      if (samples.length > 0) findings.push(finding('output-deaf', 'problem', {}, { layer, samples }));
    }
  }
  const output = forward?.[last]?.f;
  const isSaid = findings.some(({ layer }) => layer === last);
  if (output && isRectifier(output) && !isSaid)
    findings.push(finding('output-can-die', 'note', {}, { layer: last }));
  const canBeOff = (layer: number): boolean => forward !== undefined && isRectifier(forward[layer]!.f);
  if (
    traces.some(({ activations }) =>
      activations.some((row, layer) => canBeOff(layer) && row.some((a) => Object.is(a, -0))),
    )
  )
    findings.push(finding('minus-zeros', 'note'));
  return findings;
}

/** ReLU: straight on both sides, and level left of zero. */
function isRectifier({ kind, slopes }: ProbedActivation): boolean {
  return kind === 'straight' && slopes[1] === 0 && slopes[0] !== 0;
}

function deadUnits(units: number[], count: number, layer: number, isOutput: boolean): Finding {
  const isAll = units.length === count;
  if (isOutput)
    return isAll
      ? finding('output-dead', 'problem', {}, { layer, units })
      : finding('outputs-dead', 'problem', {}, { layer, units });
  return isAll
    ? finding('all-units-dead', 'problem', { count }, { layer, units })
    : finding('units-dead', 'note', { count, dead: units.length }, { layer, units });
}

function pushedUnits(
  units: number[],
  count: number,
  layer: number,
  isOutput: boolean,
  match: LayerMatch | undefined,
): Finding {
  const isCarried = match?.rule.slope === 'right' && match.rule.bias === 'sum-over-units';
  if (isOutput && !isCarried) return finding('output-pushed', 'problem', {}, { layer, units });
  const numbers = { count, pushed: units.length };
  return isCarried
    ? finding('units-carried', 'note', numbers, { layer, units })
    : finding('units-pushed', 'problem', numbers, { layer, units });
}

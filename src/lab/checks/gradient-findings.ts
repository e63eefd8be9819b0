import type { Finding, LayerGradient } from '../protocol.ts';
import { finding } from './finding.ts';
import type { CheckedLayer } from './checked-layer.ts';
import type { GradientCheck } from './gradients.ts';
import { isAscent, isOverwriting } from './match.ts';
import { signaturesOf } from './signatures.ts';

/** Relative errors below this are those of the differences, not of the gradient. */
const rightBelow = 1e-4;

/** @returns what the page draws of each layer, and the findings, problems first. */
export function gradientFindings(check: GradientCheck): { gradients: LayerGradient[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const right: number[] = [];
  let wrongAbove = false;
  const climbs = check.match !== undefined && isAscent(check.match);
  if (climbs) findings.push(finding('ascent', 'problem'));

  const gradients = check.layers.map(({ layer, relativeError, followedNorm, trueNorm }): LayerGradient => {
    return { layer, relativeError, followedNorm, trueNorm };
  });
  for (const checked of check.layers.toReversed()) {
    const { layer } = checked;
    // Steps that are cut to whole numbers show no gradient.
    if (check.specimen.parameters.some((one, index) => one.layer === layer && check.specimen.isWhole(index)))
      continue;
    const signatures = signaturesOf(check, layer, isUnseen(check, checked));
    const differs = checked.relativeError > rightBelow;
    const isKnown = check.match?.layers[layer] !== undefined;
    if (signatures.length > 0) findings.push(...signatures);
    else if (climbs && isKnown) continue;
    else if (isSetToStep(check, layer)) continue;
    else if (differs && isKnown && wrongAbove)
      findings.push(finding('error-arrives-wrong', 'note', {}, { layer })); // prettier-ignore
    else if (differs) findings.push(unknownMistake(check, checked));
    else right.push(layer);
    wrongAbove ||= signatures.length > 0 || differs;
  }

  if (right.length === check.layers.length) findings.push(finding('gradient-right', 'fine', descent(check)));
  else
    for (const layer of right.toSorted((a, b) => a - b))
      findings.push(finding('gradient-right-in-layer', 'fine', descent(check), { layer }));
  findings.push(...nearlyConstantSlopes(check), ...sharedEntries(check), ...forwardFindings(check));
  return { gradients, findings };
}

/** Told as overwritten: what is set to its step has no gradient that is right. */
function isSetToStep({ match, specimen }: GradientCheck, layer: number): boolean {
  return isOverwriting(match?.layers[layer]?.decay ?? 0, specimen.program.learningRate);
}

/** A mistake in the code need not show in every state of the network. */
function isUnseen({ present }: GradientCheck, { presentError }: CheckedLayer): boolean {
  return presentError <= rightBelow && present.length > 0;
}

function unknownMistake({ match, forward }: GradientCheck, { relativeError, layer }: CheckedLayer): Finding {
  const noRule = match?.layers.every((one) => one === undefined) ?? false;
  // Where no layer is explained it need be no mistake in the backward pass.
  const severity = noRule ? 'note' : 'problem';
  return finding('gradient-unknown', severity, { relativeError, noForward: !forward, noRule }, { layer });
}

/** Which loss the updates descend: constant factors and weight decay are choices, not faults. */
function descent({ match, loss, specimen }: GradientCheck): Parameters<typeof finding>[2] {
  const output = match?.layers.at(-1);
  if (!match || !output) return {};
  const factor = Math.abs(output.factor);
  const isSquared = loss !== 'cross-entropy';
  const isHalf = Math.abs(factor - 1) < 1e-6;
  const isWhole = Math.abs(factor - 2) < 1e-6;
  const decay = match.layers
    .map((layer) => layer?.decay ?? 0)
    .find((one) => one !== 0 && !isOverwriting(one, specimen.program.learningRate));
  return {
    crossEntropy: !isSquared,
    half: isSquared && isHalf,
    whole: isSquared && isWhole,
    times: isSquared && !isHalf && !isWhole ? factor : undefined,
    oneSample: match.descends === 'sample',
    allSamples: match.descends === 'batch',
    someSamples: match.descends === 'some',
    decay,
  };
}

/** Slopes that a wrong derivative gives, where they are nearly the same for every unit and sample of a smooth layer. */
function nearlyConstantSlopes({ match, forward, present }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  if (!match || !forward || !traces) return [];
  return match.layers.flatMap((found, layer): Finding[] => {
    const f = forward[layer]!.f;
    if (found?.rule.slope !== 'of-activation' || f.kind === 'straight') return [];
    const isOutput = layer === forward.length - 1;
    const slopes = traces.flatMap(({ activations, outputs }) =>
      (isOutput ? outputs : activations[layer]!).map(f.slope),
    );
    const [least, most] = [Math.min(...slopes), Math.max(...slopes)];
    if (!(least > 0 && most < 1.4 * least)) return [];
    return [finding('nearly-constant-slope', 'problem', { least, most }, { layer })];
  });
}

function sharedEntries({ specimen }: GradientCheck): Finding[] {
  return specimen.copies.flatMap((rows, layer): Finding[] =>
    rows.some((row) => row.some((count) => count > 1.5))
      ? [finding('weights-of-two-numbers', 'note', {}, { layer })]
      : [],
  );
}

export function forwardFindings({ forward }: GradientCheck): Finding[] {
  if (!forward) return [];
  const findings: Finding[] = [];
  const last = forward.length - 1;
  forward.forEach(({ f, inner, handsOn }, layer) => {
    if (handsOn === 'sum') findings.push(finding('sum-handed-on', 'problem', {}, { layer }));
    if (f === inner) return;
    const isTwice = [-2, -0.5, 0.7, 3].every(
      (z) => Math.abs(f.value(z) - inner.value(inner.value(z))) < 1e-9,
    );
    if (!isTwice) findings.push(finding('output-not-shown', 'note', {}, { layer }));
    else if (layer < last) findings.push(finding('hidden-activation-twice', 'note', {}, { layer }));
    else if (f.kind === 'straight')
      findings.push(
        finding('activation-twice', 'note', { once: inner.slopes[1], twice: f.slopes[1] }, { layer }),
      );
    else findings.push(finding('smooth-activation-twice', 'note', {}, { layer }));
  });
  return findings;
}

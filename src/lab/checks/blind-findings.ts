/** What the check says of an update that no rule explains. */
import type { Finding, LayerGradient } from '../protocol.ts';
import { countKnown, gradientBelow, isCutPart } from './blind-check.ts';
import type { BlindCheck } from './blind-check.ts';
import { finding } from './finding.ts';
import { forwardFindings } from './gradient-findings.ts';
import type { GradientCheck } from './gradients.ts';

/** Above this asymmetry a step is no gradient. */
const noneAbove = 1e-2;

export function blindFindings(
  check: GradientCheck,
  blind: BlindCheck,
): { gradients: LayerGradient[]; findings: Finding[] } {
  const { gradients, findings } = aboutUpdates(check, blind);
  return { gradients, findings: [...findings, ...forwardFindings(check)] };
}

function aboutUpdates(
  { specimen, layers, forward }: GradientCheck,
  blind: BlindCheck,
): { gradients: LayerGradient[]; findings: Finding[] } {
  const hasLayers = specimen.program.layers !== undefined;
  const about = (part: number) => (hasLayers ? { layer: part } : { parameters: [part] });
  const isCut = (part: number): boolean => isCutPart(specimen, part);
  // Told with the numbers that are cut.
  if (specimen.parts.every(isCut)) return { gradients: [], findings: [] };
  const gradients = layers.map(({ layer, relativeError, followedNorm, trueNorm }): LayerGradient => {
    return { ...about(layer), relativeError, followedNorm, trueNorm };
  });
  const { right, opposite, split, still, loss, descends, factor, onlySigns, asymmetry, isFree, isOfLoss } =
    blind;
  if (countKnown(blind) === 0) return { gradients: [], findings: [withoutLoss()] };

  // Whatever the loss, its least is where the output is the target.
  if (blind.isMixed && blind.isWhole)
    return { gradients: [], findings: [finding('gradient-along-output', 'problem', { isAway: true })] };

  const size = Math.abs(factor);
  const isSquared = loss === 'squared' && !specimen.program.missing?.includes('learningRate');
  const told = {
    crossEntropy: loss !== 'squared',
    half: isSquared && Math.abs(size - 1) < 1e-4,
    whole: isSquared && Math.abs(size - 2) < 1e-4,
    oneSample: descends === 'sample',
    allSamples: descends === 'batch',
    someSamples: descends === 'some',
    times: isSquared && Math.abs(size - 1) >= 1e-4 && Math.abs(size - 2) >= 1e-4 ? size : undefined,
  };
  const [climbing, descending] = factor < 0 ? [right, opposite] : [opposite, right];
  const known = [...right, ...opposite, ...split.map(({ layer }) => layer)];
  const wrong = specimen.parts.filter(
    (part) => !known.includes(part) && !still.includes(part) && !isCut(part),
  );
  const findings: Finding[] = [];
  if (climbing.length > 0 && descending.length === 0 && split.length === 0)
    findings.push(finding('ascent', 'problem'));
  else if (climbing.length > 0 && !hasLayers)
    findings.push(finding('ascent-in-parameters', 'problem', { othersRight: wrong.length === 0 }, { parameters: climbing })); // prettier-ignore
  else findings.push(...climbing.map((layer) => finding('ascent-in-layer', 'problem', {}, { layer })));
  for (const { layer, weightsGoAlong } of split)
    findings.push(
      finding(weightsGoAlong === factor < 0 ? 'ascent-of-weights' : 'ascent-of-biases', 'problem', {}, { layer }), // prettier-ignore
    );
  for (const part of wrong) {
    const { relativeError, followedNorm } = layers.find(({ layer }) => layer === part)!;
    // Told by never-moves, with its reason.
    if (followedNorm === 0) continue;
    findings.push(
      hasLayers
        ? finding('gradient-unknown', 'problem', { relativeError, noForward: !forward, noRule: false }, { layer: part }) // prettier-ignore
        : finding('gradient-wrong-in-parameters', 'problem', { relativeError, othersRight: climbing.length === 0 }, { parameters: [part] }), // prettier-ignore
    );
  }
  if (descending.length > 0) {
    if (descending.length === known.length && wrong.length === 0 && !specimen.parts.some(isCut))
      findings.push(
        isFree
          ? finding('gradient-along-output', 'fine', { isOfLoss, isUntold: !isOfLoss })
          : finding('gradient-right', 'fine', told),
      );
    else if (hasLayers)
      findings.push(...descending.map((layer) => finding('gradient-right-in-layer', 'fine', told, { layer }))); // prettier-ignore
    else findings.push(finding('gradient-right-in-parameters', 'fine', told, { parameters: descending }));
  }
  return { gradients, findings };

  function withoutLoss(): Finding {
    if (onlySigns) return finding(onlySigns.areRight ? 'step-signs-right' : 'step-signs-wrong', onlySigns.areRight ? 'fine' : 'problem'); // prettier-ignore
    if (asymmetry !== undefined && asymmetry < gradientBelow) return finding('gradient-of-some-loss', 'fine', { asymmetry }); // prettier-ignore
    if (asymmetry !== undefined && asymmetry > noneAbove) return finding('not-a-gradient', 'problem', { asymmetry }); // prettier-ignore
    return finding('gradient-unchecked', 'note');
  }
}

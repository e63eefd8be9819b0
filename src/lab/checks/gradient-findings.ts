import type { Finding, LayerGradient } from '../protocol.ts';
import type { CheckedLayer, GradientCheck } from './gradients.ts';
import { signaturesOf } from './signatures.ts';
import { capital, joined, layerName, number } from './words.ts';

/** Relative errors below this are those of the differences, not of the gradient. */
const rightBelow = 1e-4;

const handedWrong = 'right by itself, but what arrives from the layer above is wrong';
/** What the check says of a layer whose gradient is wrong in a way it has no name for. */
const unknown = 'not the gradient, and none of the mistakes this check knows';

/** @returns what the page draws of each layer, and the findings, problems first. */
export function gradientFindings(check: GradientCheck): { gradients: LayerGradient[]; findings: Finding[] } {
  const names = check.layers.map(({ layer }) => layerName(layer, check.layers.length));
  const findings: Finding[] = [];
  const right: number[] = [];
  let wrongAbove = false;

  const gradients = check.layers.map((checked): LayerGradient => ({
    layer: checked.layer,
    relativeError: checked.relativeError,
    followedNorm: checked.followedNorm,
    trueNorm: checked.trueNorm,
  }));
  for (const checked of check.layers.toReversed()) {
    const signatures = signaturesOf(check, checked.layer);
    const differs = checked.relativeError > rightBelow;
    const known = check.match?.layers[checked.layer] !== undefined;
    let signature: string | undefined;
    if (signatures.length > 0) {
      signature = joined(signatures.map(({ phrase }) => phrase));
      const count = signatures.length;
      const how = count === 1 ? `: ${signature}` : ` in ${['two', 'three', 'four', 'five'][count - 2]} ways`;
      const mends = signatures.map(({ phrase, mend }, at) =>
        count === 1 ? mend : `${at + 1}. ${capital(phrase)}. ${mend}`,
      );
      findings.push(wrong(checked, names, how, `${mends.join(' ')}${unseen(check, checked)}`));
    } else if (differs && wrongAbove && known) {
      signature = handedWrong;
      findings.push({
        kind: 'gradient-wrong',
        severity: 'note',
        layer: checked.layer,
        title: `${capital(names[checked.layer]!)} passes its error on rightly, but the error it is given is wrong.`,
        detail: 'Mend the layer above first; this one needs nothing.',
      });
    } else if (differs) {
      signature = unknown;
      findings.push(wrong(checked, names, `: ${signature}`, describeUnknown(check, checked)));
    } else right.push(checked.layer);
    if (signature !== undefined) gradients[checked.layer]!.signature = signature;
    wrongAbove ||= signature !== undefined;
  }

  if (right.length === names.length)
    findings.push({
      kind: 'gradient-right',
      severity: 'fine',
      title: 'The gradient is right in every layer.',
      detail: `Each update moves the parameters as differences of the loss say it should${lossWords(check)}.`,
    });
  else if (right.length > 0)
    findings.push({
      kind: 'gradient-right',
      severity: 'fine',
      title: `The gradient is right in ${joined(right.toSorted((a, b) => a - b).map((layer) => names[layer]!))}.`,
      detail: `It agrees with differences of the loss${lossWords(check)}.`,
    });
  findings.push(...sharedEntries(check), ...forwardFindings(check, names));
  return { gradients, findings };
}

function wrong(checked: CheckedLayer, names: string[], how: string, detail: string): Finding {
  return {
    kind: 'gradient-wrong',
    severity: 'problem',
    layer: checked.layer,
    title: `The gradient of ${names[checked.layer]!} is wrong${how}.`,
    detail,
  };
}

/** A mistake in the code need not show in every state of the network. */
function unseen({ present }: GradientCheck, { presentError }: CheckedLayer): string {
  return presentError > rightBelow || present.length === 0
    ? ''
    : ' In the present state it makes no difference; in others it does.';
}

function describeUnknown({ match, forward }: GradientCheck, { relativeError }: CheckedLayer): string {
  const off = `It differs from the differences of the loss by up to ${number(relativeError * 100, 2)}%.`;
  if (!forward)
    return `${off} The way this network works going forward is not one the check knows, so it can’t say more.`;
  if (match?.layers.every((layer) => layer === undefined))
    return `${off} The update follows neither the gradient of one sample nor that of all; momentum or noise would look like this too.`;
  return `${off} Compare the lines that compute this layer’s deltas with the formula.`;
}

/** Which loss the updates descend: constant factors and weight decay are choices, not faults. */
function lossWords({ match, loss }: GradientCheck): string {
  const output = match?.layers.at(-1);
  if (!match || !output) return '';
  const of = match.descends === 'sample' ? 'one sample at a time' : 'all samples together';
  const factor = Math.abs(output.factor);
  const name =
    loss === 'cross-entropy'
      ? 'the cross-entropy'
      : Math.abs(factor - 1) < 1e-6
        ? 'half the squared error'
        : Math.abs(factor - 2) < 1e-6
          ? 'the squared error'
          : `${number(factor)} times half the squared error`;
  const decays = match.layers.map((layer) => layer?.decay ?? 0).filter((decay) => decay !== 0);
  const decay = decays.length > 0 ? `, with weight decay ${number(decays[0]!, 2)}` : '';
  return `: it descends ${name} of ${of}${decay}`;
}

function sharedEntries({ specimen }: GradientCheck): Finding[] {
  return specimen.copies.flatMap((rows, layer): Finding[] => {
    if (!rows.some((row) => row.some((count) => count > 1.5))) return [];
    return [
      {
        kind: 'gradient-right',
        severity: 'note',
        layer,
        title: 'Each weight is the sum of two numbers, and both are trained.',
        detail:
          'The weight moves twice as far as the learning rate says, and the second number, where it was meant as a bias, is none: it is multiplied with an input.',
      },
    ];
  });
}

function forwardFindings({ forward }: GradientCheck, names: string[]): Finding[] {
  if (!forward) return [];
  const findings: Finding[] = forward.flatMap(({ handsOnSums }, layer): Finding[] =>
    handsOnSums
      ? [
          {
            kind: 'gradient-wrong',
            severity: 'problem',
            layer,
            title: `${capital(names[layer]!)} computes its activation and hands on the sum before it.`,
            detail:
              'Going forward the activation is skipped, so layers on both sides of it act as one linear layer. Multiply the next weights with the activations.',
          },
        ]
      : [],
  );
  const { f, inner } = forward.at(-1)!;
  if (f !== inner)
    findings.push({
      kind: 'gradient-wrong',
      severity: 'note',
      layer: forward.length - 1,
      title: 'The output is not the activation of the output layer.',
      detail:
        f.kind === 'straight' && Math.abs(f.slopes[1] - inner.slopes[1] ** 2) < 1e-12
          ? `It goes through the activation twice: left of zero its slope is ${number(f.slopes[1])}, not ${number(inner.slopes[1])}.`
          : '`predict` does something more to it than `layers` shows.',
    });
  return findings;
}

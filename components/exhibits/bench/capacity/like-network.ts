/**
 * The plain network that does what a program does, read off what the page knows of it: the activations of its layers from sums and
 * activations, its loss and batch from what the diagnosis found. Of such a network the engine can train wider ones.
 */
import {
  activationOf,
  type ActivationName,
  type LayerSpec,
  type Spec,
} from '../../../../src/engine/index.ts';
import type { Diagnosis, Frame, ProgramInfo } from '../../../../src/lab/index.ts';

/** A program's like, and how long it trains; or what of the program can't be seen. */
export type LikeNetwork =
  | { kind: 'like'; spec: Spec; epochs: number }
  | { kind: 'unlike'; for: 'layers' | 'gradient' | 'activation' };

/** Activations that are functions of one sum alone. */
const unary: readonly ActivationName[] = [
  'identity',
  'relu',
  'sigmoid',
  'tanh',
  'elu',
  'softplus',
  'silu',
  'gelu',
];
/** Those that start larger (He). */
const rectified: readonly ActivationName[] = ['relu', 'leakyRelu', 'elu', 'silu', 'gelu'];

interface Seen {
  info: ProgramInfo;
  /** Of the network after the update that the diagnosis looked at. */
  frame: Frame;
  diagnosis?: Diagnosis | undefined;
}

export function likeNetwork({ info, frame, diagnosis }: Seen): LikeNetwork {
  if (frame.layers.length === 0) return { kind: 'unlike', for: 'layers' };
  const learns = learningOf(info, diagnosis);
  if (!learns) return { kind: 'unlike', for: 'gradient' };
  const layers: LayerSpec[] = [];
  const withoutBiases = diagnosis!.findings
    .filter(({ code }) => code === 'no-bias')
    .map(({ layer }) => layer);
  let incoming = info.inputs;
  for (const [layer, { weights, biases, activations }] of frame.layers.entries()) {
    const points = incoming.flatMap((row, n) =>
      weights.map((own, unit) => ({
        z: own.reduce((sum, weight, i) => sum + weight * row[i]!, biases[unit]!),
        a: activations[n]![unit]!,
      })),
    );
    const found = activationThrough(points, layer === frame.layers.length - 1);
    if (!found) return { kind: 'unlike', for: 'activation' };
    layers.push({ units: biases.length, ...found, ...(withoutBiases.includes(layer) && { biases: false }) });
    incoming = activations;
  }
  const isCrossEntropy = learns.loss === 'binaryCrossEntropy';
  if (isCrossEntropy && layers.at(-1)!.activation !== 'sigmoid') return { kind: 'unlike', for: 'activation' };
  const { inputs, targets } = info;
  const spec: Spec = {
    data: { inputs, targets },
    layers,
    loss: learns.loss,
    initial: {
      order: 'layer-by-layer',
      weights: { kind: layers.some(({ activation }) => rectified.includes(activation)) ? 'he' : 'xavier' },
      biases: { kind: 'zeros' },
    },
    optimizer: { kind: 'sgd', learningRate: learns.rate },
    batch: learns.batch,
  };
  const perEpoch = learns.batch === 'sample' ? inputs.length : 1;
  return {
    kind: 'like',
    spec,
    epochs: Math.max(1, Math.round((info.epochs * info.updatesPerEpoch) / perEpoch)),
  };
}

/** The loss that plain steps descend, by which batch and at which rate; nothing where it is not known. */
function learningOf(
  { learningRate }: ProgramInfo,
  diagnosis: Diagnosis | undefined,
): { loss: Spec['loss']; batch: Spec['batch']; rate: number } | undefined {
  const right = diagnosis?.findings.find(({ code }) => code === 'gradient-right');
  const isPlain = !diagnosis?.findings.some(({ code }) => code === 'momentum' || code === 'steps-add-up');
  if (!right || !isPlain || !learningRate) return undefined;
  const { crossEntropy, half, whole, times, oneSample, allSamples, decay } = right.numbers;
  if (decay !== undefined || (!oneSample && !allSamples)) return undefined;
  // By which factor the cross-entropy of all samples is taken is not told.
  if (crossEntropy) return oneSample ? { loss: 'binaryCrossEntropy', batch: 'sample', rate: learningRate } : undefined; // prettier-ignore
  const factor = half ? 1 : whole ? 2 : times;
  if (typeof factor !== 'number') return undefined;
  return { loss: 'halfSquaredError', batch: oneSample ? 'sample' : 'sum', rate: learningRate * factor };
}

/** The engine's activation that goes through all points, where only one does; at the output, that is straight if it can be. */
function activationThrough(
  points: readonly { z: number; a: number }[],
  isOutput: boolean,
): Pick<LayerSpec, 'activation' | 'slope'> | undefined {
  const below = points.find(({ z }) => z < -1e-6);
  const leak = below && below.a / below.z;
  const tried: Pick<LayerSpec, 'activation' | 'slope'>[] = [
    ...unary.map((activation) => ({ activation })),
    ...(leak !== undefined && leak > 0 && leak < 1
      ? [{ activation: 'leakyRelu' as const, slope: leak }]
      : []),
  ];
  const found = tried.filter(({ activation, slope }) => {
    const { value } = activationOf(activation, slope);
    return points.every(({ z, a }) => Math.abs(value(z) - a) <= 1e-9 * Math.max(1, Math.abs(a)));
  });
  const straight = found.find(({ activation }) => activation === 'identity');
  return found.length === 1 ? found[0] : isOutput ? straight : undefined;
}

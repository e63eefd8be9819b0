/**
 * One training run as a row of numbers: everything that a reader could be asked about it, in blocks. A block is what
 * one question tells; `scales` say how much each of its numbers counts where two runs are compared.
 *
 *   raw        [n]             the outputs as printed                              n = samples x outputs
 *   outputs    [n + 10]        features of the outputs after training, and of what holds them there
 *   before, later     [n + 7]  of the outputs before training, and half way
 *   loss1 ... lossEnd          [1] log10 of the loss after so many epochs, and at the end
 *   hidden     [7 per layer]   of the activations of the first and the last hidden layer
 *   moved      [2 per layer]   log10 of the largest change of a layer's weights, and of its biases
 *   initial    [2 per layer]   log10 of the root mean square of a layer's first weights, and of its first biases
 */
import { type Description, outputCount } from './description.ts';

export type BlockName =
  | 'outputs'
  | 'before'
  | 'later'
  | 'loss1'
  | 'loss10'
  | 'loss100'
  | 'loss1000'
  | 'lossEnd'
  | 'hidden'
  | 'moved'
  | 'initial';

export interface Block {
  /** Where it begins in a row. */
  at: number;
  scales: Float64Array;
}

export interface Layout {
  /** Numbers of a row. */
  width: number;
  blocks: Partial<Record<BlockName, Block>>;
  /** Epochs after which the loss is read, before the end. */
  lossesAt: number[];
  /** Hidden layers whose activations are read. */
  hiddenLayers: number[];
}

const lossEpochs = [1, 10, 100, 1000] as const;

/** Of the seven numbers beside the outputs: NaN, -0, exact 0, exact 1, spread, how far from additive, nearness to 0 or 1. */
const besideOutputs = [12, 6, 4, 4, 1, 0.7, 0.5];
/** The sums of errors and of steps, ties. */
const ofBalance = [1, 1, 2];
/** Of a hidden layer: silent, flat, equal units; least, greatest; saturated, negative. */
const ofHiddenLayer = [8, 5, 8, 2, 2, 4, 3];

export function layoutOf(d: Description): Layout {
  const outputs = outputCount(d);
  const layers = d.widths.length + 1;
  const blocks: Layout['blocks'] = {};
  let width = outputs; // the raw outputs come first
  const add = (name: BlockName, scales: readonly number[]) => {
    blocks[name] = { at: width, scales: Float64Array.from(scales) };
    width += scales.length;
  };
  const each = Math.sqrt(4 / Math.max(4, outputs));
  const ofOutputs = [...Array.from({ length: outputs }, () => each), ...besideOutputs];
  // Larger steps are not the same as more of them from the first on.
  const least = d.leap === 1 ? 1 : 10 * d.leap;
  const lossesAt = lossEpochs.filter((epochs) => epochs >= least && epochs < d.epochs);
  const hiddenLayers = [...new Set([0, d.widths.length - 1])].filter((l) => d.widths[l] !== undefined);
  add('outputs', [...ofOutputs, ...ofBalance]);
  add('before', ofOutputs);
  add('later', ofOutputs);
  for (const epochs of lossesAt) add(`loss${epochs}`, [3]);
  add('lossEnd', [3]);
  const ofHidden = hiddenLayers.flatMap(() => ofHiddenLayer);
  if (ofHidden.length > 0) add('hidden', ofHidden);
  add(
    'moved',
    Array.from({ length: 2 * layers }, () => 2),
  );
  add(
    'initial',
    Array.from({ length: 2 * layers }, () => 4),
  );
  return { width, blocks, lossesAt, hiddenLayers };
}

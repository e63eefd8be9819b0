/**
 * Networks that are dead before the first update: some hidden ReLU layer is silent on every sample, so that no input can
 * reach the output and no gradient the layers below.
 *
 * With weights drawn symmetrically around 0 and no biases, each unit of a layer is silent on one given sample with
 * probability 1/2, whatever the other units do, as long as the layer below is not silent itself. A layer of N units is
 * silent with probability 2^-N, and a network of L hidden layers is born dead on one sample with probability
 *
 *     1 - (1 - 2^-N)^L
 *
 * It is exact for one sample and an upper bound for several. Source: Lu, Shin, Su & Karniadakis 2019, "Dying ReLU and
 * initialization: theory and numerical examples", section 3.
 */
import { createRun } from '../../../src/engine/index.ts';
import { wilson } from '../../../src/sweep/index.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';
import { hasSilentLayer } from './silent-layer.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Share } from '../../../src/sweep/index.ts';

/** The share of networks born dead on one sample: width N, depth L hidden layers. */
export function bornDeadInTheory(width: number, depth: number): number {
  return 1 - (1 - 2 ** -width) ** depth;
}

function birthSpec(width: number, depth: number, inputs: number[][]): Spec {
  return {
    data: { inputs, targets: inputs.map(() => [0]) },
    layers: [
      ...Array.from({ length: depth }, () => ({ units: width, activation: 'relu' as const })),
      { units: 1, activation: 'identity' },
    ],
    loss: 'halfSquaredError',
    initial: { order: 'layer-by-layer', weights: { kind: 'he' }, biases: { kind: 'zeros' } },
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    batch: 'sample',
  };
}

export interface BornDeadCell {
  width: number;
  depth: number;
  /** Networks born dead among those drawn so far. */
  dead: Share;
  theory: number;
}

export interface BornDeadOptions {
  widths: readonly number[];
  depths: readonly number[];
  /** The samples on which a network born dead is silent. [N, I] */
  inputs: number[][];
}

/** What the picture shows: plain data. */
export interface BornDeadState {
  cells: readonly BornDeadCell[];
  /** Networks drawn for each width and depth. */
  drawn: number;
}

export interface BornDeadModel {
  readonly state: BornDeadState;
  /** Draws `n` more networks for each width and depth, going on with the seeds. */
  step(n: number): void;
}

/** @param firstSeed The seed of the first network. Defaults to 1. */
export function createBornDead({ widths, depths, inputs }: BornDeadOptions, firstSeed = 1): BornDeadModel {
  const counts = widths.flatMap((width) =>
    depths.map((depth) => ({ width, depth, spec: birthSpec(width, depth, inputs), dead: 0 })),
  );
  let drawn = 0;
  return {
    get state() {
      const cells = counts.map(({ width, depth, dead }) => ({
        width,
        depth,
        dead: wilson(dead, drawn),
        theory: bornDeadInTheory(width, depth),
      }));
      return { cells, drawn };
    },
    step(n: number) {
      for (const count of counts)
        for (let k = 0; k < n; k++)
          count.dead += Number(hasSilentLayer(createRun(count.spec, firstSeed + drawn + k)));
      drawn += n;
    },
  };
}

/** The size of networks whose dot is farthest from its line, once all have been drawn. */
export const farthestCell = ({ cells }: BornDeadState) =>
  farthestOff(cells.map((cell) => ({ ...cell, known: cell.theory, counted: cell.dead.share })));

/** A layer whose gradient was checked. */
import type { LayerGradient } from '../protocol.ts';

export interface CheckedLayer extends Omit<LayerGradient, 'layer' | 'parameters'> {
  /** A layer, or a place in `specimen.arrays` where the program shows none. */
  layer: number;
  /** Largest relative error in the present state alone. */
  presentError: number;
}

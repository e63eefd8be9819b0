/** The numbers of a network in words and formulas, for the readout under its diagram and for screen readers. */
import { heldText, lowered } from '../../../src/words/numbers.ts';

export interface DiagramLayer {
  /** [O, I] */
  weights: readonly (readonly number[])[];
  /** [O] */
  biases: readonly number[];
  /** [N, O]: each unit's activation on each sample. */
  activations: readonly (readonly number[])[];
}

export interface DiagramData {
  /** [N, I] */
  inputs: readonly (readonly number[])[];
  /** From the first hidden layer to the output. */
  layers: readonly DiagramLayer[];
}

/** What is pointed at: a unit, the weight that leads to it from `from`, or its bias. Layer 0 are the inputs. */
export type Part =
  | { kind: 'unit'; layer: number; unit: number }
  | { kind: 'weight'; layer: number; unit: number; from: number }
  | { kind: 'bias'; layer: number; unit: number };

export interface Readout {
  title: string;
  /** The formula the number came from, with its numbers. */
  formula: string;
}

/** x₁ for an input, h₂ for a hidden unit (h₂,₁ where there are several hidden layers), y for an output. */
export function nameOf({ layers, inputs }: DiagramData, layer: number, unit: number): string {
  if (layer === 0) return `x${lowered(unit + 1)}`;
  if (layer === layers.length) {
    return (layers[layer - 1]?.biases.length ?? 1) > 1 ? `y${lowered(unit + 1)}` : 'y';
  }
  const many = layers.length > 2 && inputs.length > 0;
  return many ? `h${lowered(layer)}‚${lowered(unit + 1)}` : `h${lowered(unit + 1)}`;
}

/** The values that enter a layer on one sample; layer 1 is entered by the inputs. [I] */
const entering = ({ inputs, layers }: DiagramData, layer: number, sample: number): readonly number[] =>
  (layer === 1 ? inputs[sample] : layers[layer - 2]?.activations[sample]) ?? [];

/** A unit's activation on a sample; an input's value. */
export const valueOf = (data: DiagramData, layer: number, unit: number, sample: number): number =>
  (layer === 0 ? data.inputs[sample]?.[unit] : data.layers[layer - 1]?.activations[sample]?.[unit]) ?? NaN;

/** Whether a unit is exactly zero on every sample: it tells its followers nothing. */
export function isSilent(data: DiagramData, layer: number, unit: number): boolean {
  if (layer === 0) return false;
  const activations = data.layers[layer - 1]?.activations ?? [];
  return activations.length > 0 && activations.every((row) => row[unit] === 0);
}

const bracketed = (value: number): string =>
  value < 0 || Object.is(value, -0) ? `(${heldText(value)})` : heldText(value);

/** What a unit is on one sample: what is read out of each, all over again for every picture of a run. */
export function unitTitle(data: DiagramData, { layer, unit }: Omit<Part, 'kind'>, sample: number): string {
  const name = nameOf(data, layer, unit);
  const value = valueOf(data, layer, unit, sample);
  if (layer === 0) return `input ${name} = ${heldText(value)}`;
  const silent = isSilent(data, layer, unit) ? ', and 0 on every sample: silent' : '';
  return `${name} = ${heldText(value, 5)}${silent}`;
}

/** What a part of the network is on one sample, and how its number came about. */
export function readOut(data: DiagramData, part: Part, sample: number): Readout {
  const { layer, unit } = part;
  const name = nameOf(data, layer, unit);
  const value = valueOf(data, layer, unit, sample);
  if (layer === 0) return { title: unitTitle(data, part, sample), formula: 'given by the data' };

  const weights = data.layers[layer - 1]?.weights[unit] ?? [];
  const bias = data.layers[layer - 1]?.biases[unit] ?? NaN;
  const values = entering(data, layer, sample);
  if (part.kind === 'bias') {
    return {
      title: `bias of ${name} = ${heldText(bias, 5)}`,
      formula: `added to the sum of ${name} on every sample`,
    };
  }
  if (part.kind === 'weight') {
    const weight = weights[part.from] ?? NaN;
    const from = nameOf(data, layer - 1, part.from);
    const entered = values[part.from] ?? NaN;
    return {
      title: `weight from ${from} to ${name} = ${heldText(weight, 5)}`,
      formula: `adds ${bracketed(weight)} · ${from} = ${bracketed(weight)} · ${bracketed(entered)} = ${heldText(weight * entered)} to the sum of ${name}`,
    };
  }
  const sum = weights.reduce((total, weight, i) => total + weight * (values[i] ?? NaN), bias);
  const terms = weights.map((weight, i) => `${bracketed(weight)} · ${bracketed(values[i] ?? NaN)}`);
  return {
    title: unitTitle(data, part, sample),
    formula: `its sum: bias ${bracketed(bias)} + ${terms.join(' + ')} = ${heldText(sum)}; its activation: ${heldText(value)}`,
  };
}

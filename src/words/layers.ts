/** What the layers of a network are called. Layers are counted from 0 in code and from 1 in words; inputs are none. */

export const layerWords = {
  /** Within a sentence: "the output layer", "the hidden layer" where there is one, "hidden layer 2" where there are more. */
  inSentence(layer: number, layerCount: number): string {
    if (layer === layerCount - 1) return 'the output layer';
    return layerCount === 2 ? 'the hidden layer' : `hidden layer ${layer + 1}`;
  },

  /** At the head of a line: "Output layer", "Hidden layer", "Hidden layer 2". */
  name(layer: number, layerCount: number): string {
    if (layer === layerCount - 1) return 'Output layer';
    return layerCount === 2 ? 'Hidden layer' : `Hidden layer ${layer + 1}`;
  },

  /** After what happens there: "in every layer", "in the hidden layers". @param layers At least one. */
  places(layers: readonly number[], layerCount: number): string {
    const isOutput = layers.includes(layerCount - 1);
    if (layers.length === layerCount) return 'in every layer';
    if (isOutput && layers.length === 1) return 'in the output layer';
    return isOutput ? 'in the output layer and before it' : 'in the hidden layers';
  },
};

// Which ReLU units of a layer are off on every sample, and are
// these dead?
// Paste this into your own program.

/** The units that are 0 on every sample, a row of `activations`. */
export function silentUnits(activations: number[][]): number[] {
  return activations[0]
    .map((_, unit) => unit)
    .filter((unit) => activations.every((row) => row[unit] === 0));
}

/**
 * Of these units, those that training leaves where they are.
 * `weights` has one row a unit, the very arrays that the program
 * trains. `train` takes a step on every sample, without momentum
 * and weight decay; above the first hidden layer a single step,
 * since there a unit can wake between two.
 */
export function deadUnits(
  silent: number[],
  weights: number[][],
  train: () => void,
): number[] {
  const before = weights.map((row) => [...row]);
  train();
  return silent.filter((unit) =>
    weights[unit].every((w, i) => w === before[unit][i]),
  );
}

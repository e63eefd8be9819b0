import { createReaction, createRun, type Reaction, type Spec } from '../../../src/engine/index.ts';

/** The units of each layer of a spec whose data are written down, inputs first. */
export const widthsOf = ({ data, layers }: Spec): number[] => [
  'inputs' in data ? data.inputs[0]!.length : 1,
  ...layers.map(({ units }) => units),
];

/** The reactions of the networks of seeds 1, 2, … to each sample, at birth: by sample, in the order of the data. */
export function reactionsAtBirth(spec: Spec, seedCount: number): { name: string; reactions: Reaction[] }[] {
  const runs = Array.from({ length: seedCount }, (_, i) => createRun(spec, i + 1));
  return runs[0]!.samples.inputs.map((input) => {
    const reactionOf = createReaction(spec, [...input]);
    return {
      name: Array.from(input).join(''),
      reactions: runs.map(({ network }) => reactionOf(network.parameters)),
    };
  });
}

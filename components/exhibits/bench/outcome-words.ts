import type { Frame, Outcome, ProgramInfo } from '../../../src/lab/index.ts';
import { judgementOf, judgeOutcome } from '../../../src/engine/index.ts';
import { outcomeWords } from '../../../src/words/outcomes.ts';

/**
 * Where a run stands, as a sentence without its full stop: its outcome, and where it has blown up also when that was. A run
 * goes on for a while before the lab says that something is no longer finite.
 *
 * @param nonFiniteAt The first update after which a number was not finite, where there is one.
 */
export function stateText(frame: Frame, info: ProgramInfo, nonFiniteAt?: number): string {
  if (nonFiniteAt === undefined || nonFiniteAt > frame.update)
    return outcomeWords.sentence(outcomeOfFrame(frame, info), judgementOf(info.targets));
  return outcomeWords.blewUp(nonFiniteAt);
}

/** Whether a frame has the outputs of every sample: the one that a page brings has those alone that it shows. */
export const hasAllOutputs = ({ outputs }: Frame): boolean => Object.keys(outputs).length === outputs.length;

/** The outcome of a run as it stands in one frame that has all outputs. */
export function outcomeOfFrame(frame: Frame, info: ProgramInfo): Outcome {
  const parameters = frame.layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  return judgeOutcome(frame.outputs, info.targets, parameters);
}

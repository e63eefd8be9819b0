import { countText, exactText } from '../../../src/words/numbers.ts';
import type { Frame, Outcome, ProgramInfo } from '../../../src/lab/index.ts';
import { judgeOutcome } from '../../../src/lab/index.ts';

/** The outcomes a reader can predict, in the words of every bench. */
export const outcomeChoices = [
  { id: 'solved', label: 'It learns: every output on its target’s side' },
  { id: 'constant', label: 'It gives one number for every input' },
  { id: 'partly', label: 'Some outputs right, some wrong' },
  { id: 'diverged', label: 'It blows up: infinity or NaN' },
];

/** What a run came to, as a sentence without its full stop. */
export function outcomeText(outcome: Outcome, outputCount: number): string {
  switch (outcome.kind) {
    case 'solved':
      return 'Every output is on its target’s side';
    case 'constant':
      return `One number for every input: ${exactText(outcome.value)}`;
    case 'partly':
      return `${outcome.right} of ${outputCount} outputs on their target’s side`;
    case 'diverged':
      return 'It blew up: a number is no longer finite';
  }
}

/**
 * Where a run stands, as a sentence without its full stop: its outcome, and where it has blown up also when that was. A run
 * goes on for a while before the lab says that something is no longer finite.
 *
 * @param nonFiniteAt The first update after which a number was not finite, where there is one.
 */
export function stateText(frame: Frame, info: ProgramInfo, nonFiniteAt?: number): string {
  if (nonFiniteAt === undefined || nonFiniteAt > frame.update)
    return outcomeText(outcomeOfFrame(frame, info), info.targets.length * (info.targets[0]?.length ?? 1));
  return nonFiniteAt === 0
    ? 'A number was not finite from the start'
    : `It blew up at update ${countText(nonFiniteAt)}: a number was no longer finite`;
}

/** The outcome of a run as it stands in one frame. */
export function outcomeOfFrame(frame: Frame, info: ProgramInfo): Outcome {
  const parameters = frame.layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  return judgeOutcome(frame.outputs, info.targets, parameters);
}

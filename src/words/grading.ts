/** What is said of an answer to an exercise, and of a program that is to do what an exercise asks. */
import { countedText } from './counts.ts';
import { layerWords } from './layers.ts';
import { listText } from './lists.ts';
import { numberText } from './numbers.ts';
import { outcomeWords, type OutcomeKind } from './outcomes.ts';
import { sayGradient, type FindingPlace, type Said } from './say-finding.ts';

/** What the book itself remarks about an answer; the author's own reasons stand with the question. */
export type Remark =
  | 'nothing-chosen'
  | 'nothing-entered'
  | 'no-number'
  | 'too-large-to-read'
  | 'divided-by-zero'
  /** "1,000" is a thousand here and one there: the digits before the comma and after it. */
  | { twoWays: [before: string, after: string] }
  | 'too-few-digits'
  | 'wrong-sign'
  | 'perhaps-wrong-sign'
  | 'too-large'
  | 'too-small';

const remarks: Record<Extract<Remark, string>, string> = {
  'nothing-chosen': 'Choose one of the answers first.',
  'nothing-entered': 'Enter a number.',
  'no-number': 'That is not a number. Enter the number alone, such as 0.25, 1/4 or 3e-9.',
  'too-large-to-read': 'That number is too large to be read.',
  'divided-by-zero': 'Nothing can be divided by 0. Enter another number.',
  'too-few-digits': 'That is right as far as it goes. Give more digits.',
  'wrong-sign': 'The size is right and the sign is not.',
  'perhaps-wrong-sign': 'Check the sign first.',
  'too-large': 'Your number is too large.',
  'too-small': 'Your number is too small.',
};

/** What an exercise asks of a program, and what was found. */
export type ProgramSaid =
  | { kind: 'data' }
  | { kind: 'widths'; asked: readonly number[]; found: readonly number[] }
  | { kind: 'learning-rate'; asked: number; found: number | undefined }
  /** A unit that gives something else than its sum, or 0 where that is negative. */
  | { kind: 'relu'; not?: { layer: number; layerCount: number; gives: number; sum: number } }
  | {
      kind: 'gradient';
      /** The layers, or lists of numbers, whose gradient is wrong; undefined where none could be looked at. */
      wrong: readonly { layer?: number; parameters?: number[] }[] | undefined;
      findings: readonly Said[];
      place: FindingPlace;
    }
  | {
      kind: 'seeds';
      solved: number;
      count: number;
      asked: number;
      epochs: number;
      /** How the others ended, most frequent first. */
      endings: readonly { outcome: OutcomeKind; count: number }[];
      /** What stopped a run, where one was stopped. */
      stopped?: string;
    }
  /** @property worst How far the farthest answer of the seeds that learned is from its target; undefined where none did. */
  | { kind: 'errors'; largest: number; worst: number | undefined }
  /** @property farthest How far outside the farthest answer lies; not finite where one is no number. */
  | { kind: 'range'; low: number; high: number; outside: number; count: number; farthest: number };

const short = (value: number): string => numberText(value, 2);

function sayRelu({ not }: Extract<ProgramSaid, { kind: 'relu' }>): string {
  if (!not) return 'Every unit is a ReLU, the output too.';
  const isOutput = not.layer === not.layerCount - 1;
  const who = isOutput ? 'The output' : `A unit of ${layerWords.inSentence(not.layer, not.layerCount)}`;
  return `${who} gives ${short(not.gives)} where its sum is ${short(not.sum)}; a ReLU gives ${short(Math.max(0, not.sum))} there.`;
}

function sayGradients({ wrong, findings, place }: Extract<ProgramSaid, { kind: 'gradient' }>): string {
  if (!wrong) return 'The gradient could not be checked. Do the updates still change the weights?';
  if (wrong.length === 0) return 'The gradient is right in every layer.';
  const places = wrong.map((one) => {
    const { layer, parameters = [] } = one;
    const where =
      layer === undefined
        ? `of ${parameters.map((index) => place.arrays[index]).join(', ')}`
        : `in ${layerWords.inSentence(layer, place.layerCount)}`;
    const looks = sayGradient(one, findings, place);
    return looks ? `${where} (${looks})` : where;
  });
  return `The update does not follow the gradient of the loss ${listText(places)}.`;
}

function saySeeds(said: Extract<ProgramSaid, { kind: 'seeds' }>, met: boolean): string {
  const { solved, count, asked, epochs, endings, stopped } = said;
  const rest = endings.map(({ outcome, count }) => outcomeWords.ending(outcome, count));
  return [
    `${solved} of ${count} seeds learned within ${countedText(epochs, 'epoch')}`,
    met ? '.' : `; the exercise asks for ${asked}.`,
    !met && rest.length > 0 ? ` Of the others, ${rest.join(', ')}.` : '',
    stopped === undefined ? '' : ` A run was stopped: ${stopped}`,
  ].join('');
}

export const gradingWords = {
  remark: (remark: Remark): string =>
    typeof remark === 'string'
      ? remarks[remark]
      : `${remark.twoWays.join(',')} can be read in two ways. Enter ${remark.twoWays.join('')} or ${remark.twoWays.join('.')}.`,

  /** One or two sentences: what was found, and what it means where it was not met. */
  program(said: ProgramSaid, met: boolean): string {
    switch (said.kind) {
      case 'data':
        return met ? 'The data are as given.' : 'The data have changed; the exercise asks to keep them.';
      case 'widths':
        return met
          ? `The network is ${said.asked.join('-')}, as asked.`
          : `The network is ${said.found.join('-')}; the exercise asks for ${said.asked.join('-')}. It is about another line than the number of units.`;
      case 'learning-rate':
        if (met) return `The learning rate is ${said.asked}, as asked.`;
        return said.found === undefined
          ? `The program exports no learning rate; the exercise asks to keep it at ${said.asked}.`
          : `The learning rate is ${said.found}; the exercise asks to keep it at ${said.asked}.`;
      case 'relu':
        return sayRelu(said);
      case 'gradient':
        return sayGradients(said);
      case 'seeds':
        return saySeeds(said, met);
      case 'errors':
        if (met) return `Every answer is within ${said.largest} of its target.`;
        return said.worst === undefined
          ? `No seed learned, so no answer is within ${said.largest} of its target.`
          : `An answer is ${short(said.worst)} away from its target; the exercise asks for ${said.largest} at most.`;
      case 'range': {
        const range = `the range from ${short(said.low)} to ${short(said.high)}`;
        if (said.outside === 0) return `No answer lies outside ${range}.`;
        const far = Number.isFinite(said.farthest)
          ? `by as much as ${short(said.farthest)}`
          : 'or is no finite number';
        return `On ${said.outside} of ${said.count} seeds an answer lies outside ${range}, ${far}.`;
      }
    }
  },

  /** What stands before the reasons of an answer. */
  verdict: { right: 'Right.', wrong: 'Not quite.', unreadable: '' },
  allMet: 'Your program does all that was asked.',
  someMissing: 'See what is still missing below.',
  stopped: 'Stopped. It is not counted as a try.',
  couldNotRun: 'The program could not be run. It is not counted as a try.',
} as const;

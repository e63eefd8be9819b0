/** What a bench says of its run, its text, its sweep and its links. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, heldText } from '../../../src/words/numbers.ts';
import type { Failure } from '../../../src/lab/index.ts';
import type { BenchFailure } from './bench-state.ts';
import { stateText } from './outcome-words.ts';
import type { BenchSaid, LinkSaid, LossFinding, Posted, Rest, RowSaid, Standing } from './said.ts';
import type { Pace } from './speeds.ts';

const posted: Record<Posted, string> = {
  posted: 'as posted',
  given: 'as it was given',
  aside: 'as set aside',
};

const rests: Record<Exclude<Rest, 'opened'>, string> = {
  ended: 'Ended',
  stopped: 'Stopped',
  stepped: 'Stepped',
  paused: 'Paused',
  'gone-there': 'Here it is',
};

const standingText = ({ frame, info, nonFiniteAt }: Standing): string => stateText(frame, info, nonFiniteAt);

function restText(rest: Rest, at: Standing, before: Standing | undefined): string {
  const begins = rest === 'opened' ? `Seed ${at.frame.seed} is on the bench` : rests[rest];
  const now = standingText(at);
  const then = before && standingText(before);
  const compared =
    then === undefined ? '' : then === now ? ' The run before ended alike.' : ` The run before: ${then}.`;
  return `${begins} after ${countedText(at.frame.update, 'update')}. ${now}.${compared}`;
}

const sweptBy = { done: 'Done', stopped: 'Stopped' };

/** @param isFirst Whether it says what is counted; a second row goes without. */
function rowText({ whose, solved, of, stoppedAt }: RowSaid, isFirst: boolean): string {
  const share = `${solved} of ${of}${isFirst ? ' seeds solved' : ''}`;
  const reached =
    stoppedAt === undefined
      ? ''
      : stoppedAt.epochs === undefined
        ? ' so far'
        : ` after ${countedText(stoppedAt.epochs, 'epoch')}`;
  return `${share} ${whose === 'yours' ? 'with your program' : posted[whose]}${reached}`;
}

const placesText = (places: number): string => (places === 1 ? 'one place' : `${countText(places)} places`);

function programText(of: LinkSaid['of']): string {
  switch (of.kind) {
    case 'bench':
      return of.places === 0
        ? 'the original program'
        : `your program, which differs in ${placesText(of.places)}`;
    case 'template':
      return `the template “${of.title}” as it is`;
    case 'named':
      return of.places === undefined
        ? `“${of.name}” in full`
        : `“${of.name}”, which differs from its template in ${placesText(of.places)}`;
  }
}

/** What of a bench is in view beside its program. */
function viewText({ pane, input }: LinkSaid): string {
  const parts = [
    pane === 'outputs' && 'the outputs in view',
    pane === 'plane' && 'the plane in view',
    input &&
      `the network drawn on (${input
        .slice(0, 6)
        .map((value) => heldText(value))
        .join(', ')}${input.length > 6 ? ', …' : ''})`,
  ].filter(Boolean);
  return parts.length > 0 ? `, with ${parts.join(' and ')}` : '';
}

function linkText(link: LinkSaid | 'hunt'): string {
  if (link === 'hunt') return 'The link opens this bug hunt as it began; what you have changed is not in it.';
  const { of, aside, seed, update, characters } = link;
  const seedText = of.kind === 'bench' ? `, and seed ${seed}` : ` and seed ${seed}`;
  const run = update === undefined ? '' : ` up to ${countedText(update, 'update')}`;
  return `The link holds ${programText(of)}${aside ? ', the version set aside' : ''}${seedText}${run}${viewText(link)}, in ${countText(characters)} characters. Whoever opens it sees the program; it runs when they press Run.`;
}

export const benchWords = {
  /** What is worth hearing now. */
  said(said: BenchSaid): string {
    switch (said.kind) {
      case 'nothing':
        return '';
      case 'as-left':
        return 'Your program is as you left it.';
      case 'program-stopped':
        return 'The program stopped.';
      case 'running':
        return 'Running.';
      case 'at-start':
        return `At the start, seed ${said.seed}.`;
      case 'at-rest':
        return restText(said.rest, said.at, said.before);
      case 'sweeping':
        return `Running ${said.seeds} seeds.`;
      case 'swept':
        if (said.how === 'failed') return 'The sweep stopped.';
        return `${sweptBy[said.how]}: ${said.rows.length === 0 ? 'before the first reading' : said.rows.map((row, at) => rowText(row, at === 0)).join(', ')}.`;
      case 'undone':
        return 'Undone.';
      case 'added':
        return 'Added at the end.';
      case 'as-posted':
        return 'The program is as it was posted.';
      case 'mended':
        return `Mended: ${said.title}.`;
      case 'broken':
        return `Put back: ${said.title}.`;
      case 'rewritten':
        return 'That place has been rewritten, so the change does not fit any more. Undo or reset the program to use it.';
      case 'mended-on-board':
        return said.count === 0
          ? 'All faults are back.'
          : `Mended on the board: ${said.count} of the faults.`;
      case 'data-taken': {
        const { samples, inputs, targets, isAtTop, classes } = said;
        const widths = `${countedText(inputs, 'input')} and ${countedText(targets, 'target')}`;
        const taken = `${countedText(samples, 'sample')} with ${widths} ${samples === 1 ? 'is' : 'are'} the program’s data now${isAtTop ? ', at its top' : ''}; Undo leads back.`;
        return classes.length > 0 ? `${taken} ${classes.join('; ')}.` : taken;
      }
      case 'from-link':
        return 'The program of the link is here. It has not been run.';
      case 'as-in-book':
        return 'The program is as the book has it.';
      case 'made-mine':
        return 'The program is yours now, and kept in this browser, beside the one you had.';
      case 'changed-places':
        return 'Here is the other one; this is the way back, too.';
      case 'link-made':
        return said.isCopied
          ? `Copied. ${linkText(said.link)}`
          : `The browser does not let the page copy; the link stands in the address. ${linkText(said.link)}`;
    }
  },

  /** How the program that the reader's is compared with is told from it: "the program as posted". */
  posted: (how: Posted): string => posted[how],

  /** What is in a link, and what becomes of whoever opens it. */
  link: linkText,

  /** Why a reader's work is not kept. */
  notKept: {
    work: 'This browser does not let the page keep your work: it is blocked or full. Your text stays here until you leave the page; copy it if you want to keep it.',
    programs:
      'This browser does not let the page keep your programs: it is blocked or full. They stay here until you leave the page; save them as files if you want to keep them.',
  },

  /** How fast a run is shown. */
  pace({ by }: Pace): string {
    if (by === 'update') return '1 update a frame';
    return by === 'growth' ? 'ever faster' : `${countedText(by.epochs, 'epoch')} a frame`;
  },

  /** What the loss of a run shows, without its full stop. */
  loss(finding: LossFinding): string {
    switch (finding.kind) {
      case 'none':
        return 'The error of a run, update by update';
      case 'blown-up':
        return `The run blows up at update ${countText(finding.update)}: a number is no longer finite`;
      case 'fallen':
        return `The error falls to ${heldText(finding.to, 3)}`;
      case 'risen':
        return `The error has been as low as ${heldText(finding.from, 3)} and is now ${heldText(finding.to, 3)}`;
      case 'standing':
        return `The error stands at ${heldText(finding.at, 4)}`;
    }
  },

  lossAxes: { x: 'updates', y: 'mean squared error', series: 'error', constant: 'always answering the mean' },

  /** Where a curve ends because nothing finite follows. */
  lossDeath: (update: number): string => `not finite after update ${countText(update)}`,
};

/** A failure with its words: the lab brings its own. */
export const failureOf = (failure: BenchFailure): Pick<Failure, 'message' | 'line' | 'column' | 'paste'> =>
  failure.kind === 'no-lab'
    ? { message: 'The lab could not be opened. Reload the page; your text is kept.' }
    : failure;

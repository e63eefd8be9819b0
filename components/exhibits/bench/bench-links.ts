/** A bench in a link: made for others, and opened for a reader without running anything and without touching what they have. */
import { type BenchLink, differenceCount, readBenchLink, writeBenchLink } from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { countText, heldText } from '../../../src/words/numbers.ts';
import type { BenchContext, MadeLink } from './bench-context.ts';
import type { BenchState } from './bench-state.ts';
import type { createProgramText } from './program-text.ts';

export function createLinks(
  { options, state, changed, keep }: BenchContext,
  { replaceText }: ReturnType<typeof createProgramText>,
) {
  const { id, original } = options;
  /** What the reader had here before a link was opened. */
  let own: { text: string; seed: number } | undefined;

  /** Opens what an address says of this bench, if it says anything. @param isElsewhere Whether another bench of the page has this name. */
  async function openLink(
    hash: string,
    isElsewhere: (bench: string) => boolean = () => false,
  ): Promise<void> {
    let isOfOther = false;
    const read = await readBenchLink(hash, (bench) => {
      isOfOther = bench !== id && isElsewhere(bench);
      return bench === id ? original : undefined;
    });
    if (isOfOther) return;
    if (read.kind === 'none') return;
    if (read.kind === 'failed') {
      state.linkProblem = read.message;
      changed();
      return;
    }
    const { link, note } = read;
    if (!state.foreign) own = { text: state.text, seed: state.seed };
    state.foreign = note === undefined ? {} : { note };
    if (link.text !== undefined)
      replaceText(link.text, 'The program of the link is here. It has not been run.');
    if (link.seed !== undefined) state.seed = link.seed;
    if (link.epochs !== undefined) state.sweep = { ...state.sweep, epochs: link.epochs };
    if (link.update !== undefined) state.endsAt = link.update;
    if (link.hints !== undefined) state.hints = link.hints;
    state.pane = link.pane ?? 'program';
    state.sample = link.sample ?? 0;
    state.stale = true;
    changed();
  }

  /** The bench as the book has it, for settings that an instructor's link says: they are shown, and never kept. */
  function openAssigned(): void {
    if (state.foreign) return;
    own = { text: state.text, seed: state.seed };
    state.foreign = { isOriginal: true };
    if (state.text !== original) replaceText(original, 'The program is as the book has it.');
    state.stale = true;
    changed();
  }

  /** Takes another seed for the next run, and runs nothing. */
  function setSeed(seed: number): void {
    if (seed === state.seed) return;
    state.seed = seed;
    state.stale = true;
    keep();
    changed();
  }

  /** Keeps the program of the link in this browser, beside the reader's own. */
  function makeItMine(): void {
    delete state.foreign;
    if (own && own.text !== original && own.text !== state.text) state.replaced = own.text;
    state.status = 'The program is yours now, and kept in this browser, beside the one you had.';
    keep();
    changed();
  }

  /** Changes places between the reader's program and the one that it has replaced: both are kept. */
  function takeReplaced(): void {
    const { replaced, text } = state;
    if (replaced === undefined) return;
    state.replaced = text;
    replaceText(replaced, 'Here is the other one; this is the way back, too.');
    keep();
    changed();
  }

  /** Puts the reader's own program back. */
  function backToMine(): void {
    if (!own) return;
    const { text, seed } = own;
    state.seed = seed;
    replaceText(text, 'Your program is as you left it.');
    delete state.foreign;
    keep();
    changed();
  }

  /** The address of this bench as it stands, and what is in it, in a sentence. */
  async function makeLink(address: string): Promise<MadeLink> {
    if (options.makeLink) return options.makeLink(state);
    const { text, prediction, seed, sweep, hints, loaded, stale, frame } = state;
    const view = viewOf(state);
    const hash = await writeBenchLink(
      {
        bench: id,
        text,
        seed,
        ...(prediction.kind === 'made' && { predicted: prediction.choice }),
        ...(sweep.epochs !== undefined && { epochs: sweep.epochs }),
        ...(loaded && !stale && frame.update > 0 && { update: frame.update }),
        ...(hints && { hints }),
        ...view.kept,
      },
      original,
    );
    const link = `${address.replace(/#.*$/, '')}#${hash}`;
    const places = differenceCount(original, text);
    const where = places === 1 ? 'one place' : `${countText(places)} places`;
    const program = places === 0 ? 'the original program' : `your program, which differs in ${where}`;
    const run = loaded && !stale && frame.update > 0 ? ` up to ${countedText(frame.update, 'update')}` : '';
    const says = `The link holds ${program}, and seed ${seed}${run}${view.says}, in ${countText(link.length)} characters. Whoever opens it sees the program; it runs when they press Run.`;
    return { link, says };
  }

  /** Says something of the link that was made. */
  function sayOfLink(words: string): void {
    state.status = words;
    changed();
  }

  return { openLink, openAssigned, setSeed, takeReplaced, makeItMine, backToMine, makeLink, sayOfLink };
}

/** What of a bench is in view beside its program, for a link, and in words. */
export function viewOf({ pane, sample, info }: BenchState): {
  kept: Pick<BenchLink, 'pane' | 'sample'>;
  says: string;
} {
  const input = sample > 0 ? info.inputs[sample] : undefined;
  const parts = [
    pane === 'outputs' && 'the outputs in view',
    pane === 'plane' && 'the plane in view',
    input &&
      `the network drawn on (${input
        .slice(0, 6)
        .map((value) => heldText(value))
        .join(', ')}${input.length > 6 ? ', …' : ''})`,
  ].filter(Boolean);
  return {
    kept: { ...(pane !== 'program' && { pane }), ...(input && { sample }) },
    says: parts.length > 0 ? `, with ${parts.join(' and ')}` : '',
  };
}

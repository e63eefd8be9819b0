/** A bench in a link: made for others, and opened for a reader without running anything and without touching what they have. */
import { type BenchLink, differenceCount, readBenchLink, writeBenchLink } from '../../../src/book/index.ts';
import type { BenchContext, MadeLink } from './bench-context.ts';
import type { BenchState } from './bench-state.ts';
import type { createProgramText } from './program-text.ts';
import type { LinkSaid } from './said.ts';

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
    if (link.text !== undefined) replaceText(link.text, { kind: 'from-link' });
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
    if (state.text !== original) replaceText(original, { kind: 'as-in-book' });
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
    state.said = { kind: 'made-mine' };
    keep();
    changed();
  }

  /** Changes places between the reader's program and the one that it has replaced: both are kept. */
  function takeReplaced(): void {
    const { replaced, text } = state;
    if (replaced === undefined) return;
    state.replaced = text;
    replaceText(replaced, { kind: 'changed-places' });
    keep();
    changed();
  }

  /** Puts the reader's own program back. */
  function backToMine(): void {
    if (!own) return;
    const { text, seed } = own;
    state.seed = seed;
    replaceText(text, { kind: 'as-left' });
    delete state.foreign;
    keep();
    changed();
  }

  /** The address of this bench as it stands, and what is in it. */
  async function makeLink(address: string): Promise<MadeLink> {
    if (options.makeLink) return options.makeLink(state);
    const { text, prediction, seed, sweep, hints } = state;
    const view = viewOf(state);
    const update = updateOf(state);
    const hash = await writeBenchLink(
      {
        bench: id,
        text,
        seed,
        ...(prediction.kind === 'made' && { predicted: prediction.choice }),
        ...(sweep.epochs !== undefined && { epochs: sweep.epochs }),
        ...(update !== undefined && { update }),
        ...(hints && { hints }),
        ...keptOf(view),
      },
      original,
    );
    const link = `${address.replace(/#.*$/, '')}#${hash}`;
    const holds: LinkSaid = {
      of: { kind: 'bench', places: differenceCount(original, text) },
      seed,
      update,
      ...view,
      characters: link.length,
    };
    return { link, holds };
  }

  /** Says of the link that was made what it holds, and where it is. */
  function sayOfLink(link: MadeLink['holds'], isCopied: boolean): void {
    state.said = { kind: 'link-made', link, isCopied };
    changed();
  }

  return { openLink, openAssigned, setSeed, takeReplaced, makeItMine, backToMine, makeLink, sayOfLink };
}

/** The update of a run that goes into a link. */
export const updateOf = ({ loaded, stale, frame }: BenchState): number | undefined =>
  loaded && !stale && frame.update > 0 ? frame.update : undefined;

/** What of a bench is in view beside its program. */
export function viewOf({
  pane,
  sample,
  info,
}: BenchState): Pick<LinkSaid, 'pane' | 'input'> & { sample: number } {
  return { pane, sample, input: sample > 0 ? info.inputs[sample] : undefined };
}

/** As much of it as a link has to hold. */
export const keptOf = ({
  pane,
  sample,
  input,
}: ReturnType<typeof viewOf>): Pick<BenchLink, 'pane' | 'sample'> => ({
  ...(pane !== 'program' && { pane }),
  ...(input && { sample }),
});

/** Between the address of the workshop and what is on its bench. */
import {
  type BenchPane,
  differenceCount,
  readBenchLink,
  workshopBench,
  workshopLink,
} from '../../../../src/book/index.ts';
import type { MadeLink } from '../bench-context.ts';
import { keptOf, updateOf, viewOf } from '../bench-links.ts';
import type { BenchState } from '../bench-state.ts';
import type { Shelf, Template } from './shelf.ts';

/** What a link asks of the bench beside its program. */
export interface LinkSettings {
  epochs?: number;
  update?: number;
  pane?: BenchPane;
  sample?: number;
}

/**
 * Shows what an address says of the workshop, if it says anything. @returns what it asks of the bench; undefined where nothing was
 * opened.
 */
export async function openLinked(
  hash: string,
  shelf: Shelf,
  templates: readonly Template[],
): Promise<LinkSettings | undefined> {
  const template = (bench: string) => templates.find(({ id }) => bench === workshopBench(id));
  const read = await readBenchLink(hash, (bench) => (bench === workshopBench() ? '' : template(bench)?.text));
  if (read.kind === 'none') return undefined;
  if (read.kind === 'failed') {
    shelf.refuseLink(read.message);
    return undefined;
  }
  const { bench, name, text, aside, seed, epochs, update, pane, sample } = read.link;
  const from = template(bench);
  shelf.openLinked(
    {
      name: name || from?.title || 'From a link',
      text: text ?? from?.text ?? '',
      ...(from && { template: from.id }),
      ...(aside !== undefined && { aside }),
      ...(seed !== undefined && { seed }),
    },
    read.note,
  );
  return {
    ...(epochs !== undefined && { epochs }),
    ...(update !== undefined && { update }),
    ...(pane !== undefined && { pane }),
    ...(sample !== undefined && { sample }),
  };
}

/** The address of the workshop with the program on the bench, and what is in it. */
export async function linkOf(
  state: BenchState,
  shelf: Shelf,
  templates: readonly Template[],
  { origin, base }: { origin: string; base: string },
): Promise<MadeLink> {
  const { text, seed, sweep } = state;
  const { sample, ...view } = viewOf(state);
  const update = updateOf(state);
  const { name, template: templateId, aside } = shelf.current();
  const template = templates.find(({ id }) => id === templateId);
  const path = await workshopLink(base, {
    name,
    text,
    seed,
    ...(aside !== undefined && { aside }),
    ...(sweep.epochs !== undefined && { epochs: sweep.epochs }),
    ...(update !== undefined && { update }),
    ...keptOf({ sample, ...view }),
    ...(template && { template }),
  });
  const link = origin + path;
  const places = template && differenceCount(template.text, text);
  return {
    link,
    holds: {
      of:
        template && places === 0
          ? { kind: 'template', title: template.title }
          : { kind: 'named', name, ...(places !== undefined && { places }) },
      aside: aside !== undefined,
      seed,
      update,
      ...view,
      characters: link.length,
    },
  };
}

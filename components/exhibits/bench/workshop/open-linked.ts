/** Between the address of the workshop and what is on its bench. */
import {
  type BenchPane,
  differenceCount,
  readBenchLink,
  workshopBench,
  workshopLink,
} from '../../../../src/book/index.ts';
import { countedText } from '../../../../src/words/counts.ts';
import { countText } from '../../../../src/words/numbers.ts';
import type { MadeLink } from '../bench-context.ts';
import { viewOf } from '../bench-links.ts';
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

/** The address of the workshop with the program on the bench, and what is in it, in a sentence. */
export async function linkOf(
  state: BenchState,
  shelf: Shelf,
  templates: readonly Template[],
  { origin, base }: { origin: string; base: string },
): Promise<MadeLink> {
  const { text, seed, sweep, frame, loaded, stale } = state;
  const view = viewOf(state);
  const { name, template: templateId, aside } = shelf.current();
  const template = templates.find(({ id }) => id === templateId);
  const update = loaded && !stale && frame.update > 0 ? { update: frame.update } : {};
  const path = await workshopLink(base, {
    name,
    text,
    seed,
    ...(aside !== undefined && { aside }),
    ...(sweep.epochs !== undefined && { epochs: sweep.epochs }),
    ...update,
    ...view.kept,
    ...(template && { template }),
  });
  const places = template ? differenceCount(template.text, text) : 0;
  const whole =
    template && places === 0
      ? `the template “${template.title}” as it is`
      : template
        ? `“${name}”, which differs from its template in ${places === 1 ? 'one place' : `${countText(places)} places`}`
        : `“${name}” in full`;
  const link = origin + path;
  const run = update.update === undefined ? '' : ` up to ${countedText(update.update, 'update')}`;
  const set = aside === undefined ? '' : ', the version set aside';
  return {
    link,
    says: `The link holds ${whole}${set} and seed ${seed}${run}${view.says}, in ${countText(link.length)} characters. Whoever opens it sees the program; it runs when they press Run.`,
  };
}

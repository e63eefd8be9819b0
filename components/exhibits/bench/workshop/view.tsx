import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type FindingSections, readerStore } from '../../../../src/book/index.ts';
import { BenchPanels } from '../bench-panels.tsx';
import { drawnBench } from '../drawn-bench.ts';
import type { Bench } from '../model.ts';
import { readStart } from '../start.ts';
import { DataPanel } from './data-panel.tsx';
import { createKeptPrograms } from './kept-programs.ts';
import { linkOf, openLinked } from './open-linked.ts';
import type { LinkSettings } from './open-linked.ts';
import { ShelfPanel } from './shelf-panel.tsx';
import { createShelf } from './shelf.ts';
import type { Shelf, Template } from './shelf.ts';

/** A template as the page carries it. */
export interface CarriedTemplate extends Template {
  about: string;
  /** Its data and its network before the first update, as start.ts packs them; nothing of one that is no program yet. */
  start?: string;
}

export interface WorkshopViewProps {
  /** CarriedTemplate[] as JSON. */
  templates: string;
  /** The sections that explain what the diagnosis finds: FindingSections as JSON. */
  explained: string;
  /** The first template, highlighted. */
  children?: ComponentChildren;
}

/** The reader's own programs on a bench. */
export function WorkshopView({ templates: given, explained, children }: WorkshopViewProps) {
  const templates = useMemo(() => JSON.parse(given) as CarriedTemplate[], [given]);
  const sections = useMemo(() => JSON.parse(explained) as FindingSections, [explained]);
  const shelf = useMemo(() => drawnShelf(templates), []);
  const settings = useRef<LinkSettings>({});
  const { opening, base, place } = shelf.state;
  const bench = useMemo(() => benchFor(shelf, templates), [opening]);

  useEffect(() => {
    const openLink = async () => {
      const asked = await openLinked(location.hash, shelf, templates);
      if (asked) settings.current = asked;
    };
    const hear = ({ key }: StorageEvent) => shelf.hear(key);
    shelf.restore();
    void openLink();
    addEventListener('hashchange', openLink);
    addEventListener('storage', hear);
    return () => {
      removeEventListener('hashchange', openLink);
      removeEventListener('storage', hear);
    };
  }, []);

  const onAwake = () => {
    bench.restore();
    const { epochs, update, pane, sample } = settings.current;
    settings.current = {};
    if (epochs !== undefined) bench.setSweepEpochs(epochs);
    if (update !== undefined) bench.endAt(update);
    if (pane !== undefined) bench.showPane(pane);
    if (sample !== undefined) bench.showSample(sample);
    return bench.close;
  };
  const isFirst = place.kind === 'template' && place.template.id === templates[0]!.id;

  return (
    <div class="workshop">
      <ShelfPanel shelf={shelf} bench={bench} />
      <Templates shelf={shelf} templates={templates} />
      <DataPanel key={`data ${opening}`} bench={bench} />
      <BenchPanels
        key={opening}
        bench={bench}
        id="workshop"
        original={base.text}
        originalName={baseNames[base.kind]}
        faults={[]}
        sections={sections}
        highlighted={isFirst ? children : undefined}
        onAwake={onAwake}
      />
    </div>
  );
}

const baseNames = { template: 'template', aside: 'version set aside', opened: 'as opened' };

/** A shelf for a page: whoever reads its state while drawing is drawn again with its next revision. */
function drawnShelf(templates: readonly Template[]): Shelf {
  const revision = signal(0);
  const shelf = createShelf({
    templates,
    kept: createKeptPrograms(readerStore(import.meta.env.BASE_URL)),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    onChange: () => revision.value++,
  });
  return {
    ...shelf,
    get state() {
      void revision.value;
      return shelf.state;
    },
  };
}

function benchFor(shelf: Shelf, templates: readonly CarriedTemplate[]): Bench {
  const { base } = shelf.state;
  const { text, template } = shelf.current();
  const from = templates.find(({ id }) => id === template);
  return drawnBench({
    id: 'workshop',
    original: base.text,
    // Of any other text nothing is known before it has run.
    start: from?.start !== undefined && text === from.text ? readStart(from.start) : undefined,
    faults: [],
    comparesSeeds: base.kind === 'aside',
    posted: 'aside',
    kept: { read: shelf.readWork, keep: shelf.keepWork },
    makeLink: (state) =>
      linkOf(state, shelf, templates, { origin: location.origin, base: import.meta.env.BASE_URL }),
  });
}

/** What a program can start from. */
function Templates({ shelf, templates }: { shelf: Shelf; templates: readonly CarriedTemplate[] }) {
  return (
    <details class="shelf-more" open={shelf.state.opening === 0 && shelf.state.programs.length === 0}>
      <summary>Start from a template</summary>
      <ul class="shelf-templates">
        {templates.map(({ id, title, about }) => (
          <li key={id}>
            <button type="button" class="button" onClick={() => shelf.start(id)}>
              {title}
            </button>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

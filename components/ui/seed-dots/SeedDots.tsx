import { useRef, useState } from 'preact/hooks';
import { countedText } from '../../../src/words/counts.ts';
import { countText, intervalText, percentText } from '../../../src/words/numbers.ts';
import './seed-dots.css';

/** The outcomes a dot can have; each has a shape and a colour of its own. */
export type DotKind = 'solved' | 'constant' | 'partly' | 'diverged' | 'failed';

export interface DotGroup {
  kind: DotKind;
  /** What these runs came to, such as "the same number for every input". */
  label: string;
  seeds: { seed: number; label: string }[];
  /** Share of all runs, from 0 to 1, with the ends of its 95% interval. */
  share: number;
  low: number;
  high: number;
}

export interface SeedDotsProps {
  /** Names the picture: whose runs these are. */
  label: string;
  /** In the order in which they are drawn. */
  groups: DotGroup[];
  /** Runs wanted in all; those still missing are drawn as empty places. */
  total: number;
  /** The seed that is open now. */
  open?: number | undefined;
  onOpen: (seed: number) => void;
}

/** A share and what it can be trusted for, in words. */
function shareText({ seeds, share, low, high }: DotGroup, total: number): string {
  const interval = `95% interval ${intervalText({ low, high })}`;
  return `${countText(seeds.length)} of ${countText(total)}, ${percentText(share)} (${interval})`;
}

/** Where an arrow key leads from one dot: along the row, or to the nearest dot of the next row. */
function neighbour(buttons: HTMLElement[], at: number, key: string): number {
  const place = buttons[at]?.getBoundingClientRect();
  if (!place) return at;
  if (key === 'Home') return 0;
  if (key === 'End') return buttons.length - 1;
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(buttons.length - 1, at + 1);
  const downwards = key === 'ArrowDown';
  let best = at;
  let bestDistance = Infinity;
  for (const [n, button] of buttons.entries()) {
    const box = button.getBoundingClientRect();
    const rows = downwards ? box.top - place.top : place.top - box.top;
    if (rows < 2) continue;
    const distance = rows * 1000 + Math.abs(box.left - place.left);
    if (distance < bestDistance) [best, bestDistance] = [n, distance];
  }
  return best;
}

const movingKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** One dot a seed, grouped by outcome. All dots are one stop of the Tab key; arrow keys go from dot to dot. */
export function SeedDots({ label, groups, total, open, onOpen }: SeedDotsProps) {
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number>();
  const all = groups.flatMap((group) => group.seeds);
  const done = all.length;
  const entry = all.some(({ seed }) => seed === current) ? current : all[0]?.seed;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!movingKeys.includes(event.key) || !root.current) return;
    const buttons = [...root.current.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    buttons[neighbour(buttons, at, event.key)]?.focus();
  };

  return (
    <div class="seed-dots" role="group" aria-label={label} ref={root} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <div class="seed-group" key={group.kind} data-kind={group.kind}>
          <p class="seed-group-title">
            <span class="seed-dot" data-kind={group.kind} aria-hidden="true" />
            <strong>{group.label}</strong> <span>{shareText(group, done)}</span>
          </p>
          <div class="seed-grid">
            {group.seeds.map(({ seed, label: seedLabel }) => (
              <button
                type="button"
                class="seed-dot"
                key={seed}
                data-kind={group.kind}
                tabIndex={seed === entry ? 0 : -1}
                aria-pressed={seed === open}
                aria-label={`Seed ${seed}: ${seedLabel}`}
                title={`Seed ${seed}: ${seedLabel}`}
                onFocus={() => setCurrent(seed)}
                onClick={() => onOpen(seed)}
              />
            ))}
          </div>
        </div>
      ))}
      {done < total && <p class="seed-group-title seed-waiting">{countedText(total - done, 'seed')} to go</p>}
    </div>
  );
}

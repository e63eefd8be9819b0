/**
 * Large parts of one island, each taken over by its script in a task of its own: a page that wakes up stays quick to the touch.
 *
 * Until its turn a part stands as the server drew it, and what a reader presses there waits (EarlyTouch.astro).
 */
import { hydrate, render } from 'preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './asleep.css';

export interface InTurnsProps {
  /** Drawn from signals, or from nothing that changes: a part is not drawn again when its owner is. */
  parts: VNode[];
  /** After the last part has been taken over. What it gives back is called when the parts go. */
  onAwake: () => () => void;
}

/** Leaves what an element holds as it is. */
const asItStands = { __html: '' };

export function InTurns({ parts, onAwake }: InTurnsProps) {
  const places = useRef<(HTMLDivElement | null)[]>([]);

  useEffect(() => {
    const awake: HTMLDivElement[] = [];
    let leave: (() => void) | undefined;
    let turn: ReturnType<typeof setTimeout>;
    const next = () => {
      const place = places.current[awake.length];
      const part = parts[awake.length];
      if (!place || !part) {
        leave = onAwake();
        awake.at(-1)?.dispatchEvent(new CustomEvent('book:parts-awake', { bubbles: true }));
        return;
      }
      // Parts that take others' place were never drawn by the server.
      (place.hasChildNodes() ? hydrate : render)(part, place);
      place.removeAttribute('data-asleep');
      awake.push(place);
      turn = setTimeout(next);
    };
    turn = setTimeout(next);
    return () => {
      clearTimeout(turn);
      leave?.();
      awake.forEach((place) => render(null, place));
    };
  }, []);

  return (
    <>
      {parts.map((part, i) =>
        typeof document === 'undefined' ? (
          <div class="in-turn" data-asleep="">
            {part}
          </div>
        ) : (
          <div
            class="in-turn"
            data-asleep=""
            ref={(place) => {
              places.current[i] = place;
            }}
            dangerouslySetInnerHTML={asItStands}
          />
        ),
      )}
    </>
  );
}

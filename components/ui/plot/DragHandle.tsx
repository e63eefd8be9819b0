import { useRef } from 'preact/hooks';
import type { Point } from './marks.ts';
import type { Scale } from './scale.ts';

export interface DragHandleProps {
  /** The settings that it moves, as links call them, with spaces between. */
  moves: string;
  /** What is moved, for its accessible name: "Starting weights". */
  name: string;
  /** Where it is, in words: "u 2.2, v 0.25". */
  valueText: string;
  at: Point;
  x: Scale;
  y: Scale;
  /** How far one press of an arrow key moves it; a tenth with Alt, ten times with Shift. */
  step: Point;
  /** Defaults to both. */
  axis?: 'x' | 'y' | 'both';
  onMove: (to: Point) => void;
}

/** A point of a plot that a pointer or the arrow keys move. It stays inside the axes. */
export function DragHandle({
  moves,
  name,
  valueText,
  at,
  x,
  y,
  step,
  axis = 'both',
  onMove,
}: DragHandleProps) {
  const button = useRef<HTMLButtonElement>(null);
  const move = (to: Point) => {
    onMove([
      axis === 'y' ? at[0] : Math.max(x.domain[0], Math.min(x.domain[1], to[0])),
      axis === 'x' ? at[1] : Math.max(y.domain[0], Math.min(y.domain[1], to[1])),
    ]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (!direction) return;
    event.preventDefault();
    const factor = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    move([at[0] + direction[0] * step[0] * factor, at[1] + direction[1] * step[1] * factor]);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!button.current?.hasPointerCapture(event.pointerId)) return;
    const area = button.current.parentElement!.getBoundingClientRect();
    move([
      x.value((event.clientX - area.left) / area.width),
      y.value(1 - (event.clientY - area.top) / area.height),
    ]);
  };
  return (
    <button
      ref={button}
      type="button"
      class="plot-handle"
      data-moves={moves}
      aria-label={`${name}: ${valueText}. Arrow keys move it.`}
      style={{ left: `${x.share(at[0]) * 100}%`, top: `${(1 - y.share(at[1])) * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}

const arrows: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

import { countText } from '../../src/words/numbers.ts';
import './Scrubber.css';
import './typed-field.css';

export interface ScrubberProps {
  /** The update that is shown. */
  value: number;
  /** The furthest update of the run so far. */
  max: number;
  /** How far an arrow key goes: the updates of one epoch. */
  step: number;
  disabled?: boolean;
  onValue: (update: number) => void;
}

/** How far a key moves: arrows by `step`, with Alt by one update, with Shift by a hundredth of the run. */
function keyDistance(event: KeyboardEvent, step: number, max: number): number {
  if (event.altKey) return 1;
  if (event.shiftKey) return Math.max(step, Math.round(max / 100 / step) * step);
  return step;
}

const directions: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** Goes back and forth through a run, to any of its updates. */
export function Scrubber({ value, max, step, disabled = false, onValue }: ScrubberProps) {
  const go = (update: number) => {
    if (Number.isFinite(update)) onValue(Math.min(max, Math.max(0, Math.round(update))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    go(value + direction * keyDistance(event, step, max));
  };
  const idle = disabled || max === 0;
  return (
    <div class="scrubber">
      <span aria-hidden="true">Update</span>
      <input
        class="scrubber-number number-field"
        type="number"
        inputMode="numeric"
        aria-label="Go to update"
        min={0}
        max={max}
        value={value}
        disabled={idle}
        onChange={(event) => {
          go(event.currentTarget.valueAsNumber);
          event.currentTarget.value = String(value);
        }}
      />
      <span class="scrubber-end">of {countText(max)}</span>
      <input
        type="range"
        aria-label="Update shown"
        min={0}
        max={Math.max(1, max)}
        value={value}
        disabled={idle}
        title="Arrow keys: one epoch. With Shift: a hundredth of the run. With Alt: one update."
        aria-valuetext={`update ${countText(value)} of ${countText(max)}, epoch ${countText(Math.floor(value / step))}`}
        onInput={(event) => go(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

import { useState } from 'preact/hooks';
import { numberText } from '../../src/words/numbers.ts';
import { PowerText } from './PowerText.tsx';
import { typedNumber } from './typed-number.ts';
import './NumberSlider.css';

export interface NumberSliderProps {
  /** What links call it: "learningRate". */
  field: string;
  name: string;
  value: number;
  low: number;
  high: number;
  /** How far an arrow key moves the value: added to it, or with `log` a factor less 1. Alt a tenth, Shift ten times. */
  step: number;
  /** Defaults to false: equal distances are equal differences. With true they are equal ratios. */
  log?: boolean;
  /** The value in words, with its unit. Defaults to a short number. */
  valueText?: (value: number) => string;
  /** Defaults to false. With true the value is a field in which a number can be typed, also beyond the ends. */
  typed?: boolean;
  onChange: (value: number) => void;
}

const positions = 10_000;

/** A slider with its name and value, and where asked a field to type the value. */
export function NumberSlider(props: NumberSliderProps) {
  const {
    field,
    name,
    value,
    low,
    high,
    step,
    log = false,
    valueText = numberText,
    typed = false,
    onChange,
  } = props;
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const valueAt = (position: number) =>
    log ? low * (high / low) ** position : low + position * (high - low);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const by = step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
    const next = log ? value * (1 + by) ** direction : value + direction * by;
    onChange(round(Math.max(low, Math.min(high, next))));
  };
  const onInput = (event: { currentTarget: HTMLInputElement }) => {
    const next = valueAt(event.currentTarget.valueAsNumber / positions);
    // A pointer lands on whole steps; keys with Alt go between them.
    onChange(round(log ? Number(next.toPrecision(3)) : Math.round(next / step) * step));
  };
  return (
    <div
      class="number-slider"
      data-field={field}
      data-value={value}
      data-ends={typed ? undefined : `${low} ${high}`}
      {...onValueSet(onChange)}
    >
      <div class="number-slider-head">
        <span class="number-slider-name" aria-hidden="true">
          {name}
        </span>
        {typed ? (
          <TypedNumber name={name} value={value} onChange={onChange} />
        ) : (
          <span class="number-slider-value" aria-hidden="true">
            <PowerText text={valueText(value)} />
          </span>
        )}
      </div>
      <input
        type="range"
        aria-label={name}
        aria-valuetext={valueText(value)}
        min={0}
        max={positions}
        step={1}
        value={Math.round(Math.max(0, Math.min(1, share)) * positions)}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** Holds what is being typed until it is a number, so that "0." is not torn away under the reader's hands. */
function TypedNumber({ name, value, onChange }: Pick<NumberSliderProps, 'name' | 'value' | 'onChange'>) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  return (
    <input
      class="number-slider-value"
      type="text"
      inputMode="decimal"
      aria-label={`${name}, typed`}
      value={draft ?? String(round(value))}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        const number = typedNumber(text);
        if (number !== undefined) onChange(number);
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}

/** A link says a value, and no position (components/site/assigned-fields.ts). */
const onValueSet = (onChange: (value: number) => void) => ({
  'onbook:set': ({ detail }: CustomEvent<number>) => onChange(detail),
});

/** Fifteen digits, so that 0.1 + 0.2 is 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

const directions: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

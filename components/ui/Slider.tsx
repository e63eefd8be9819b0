import './Slider.css';

export interface SliderProps {
  label: string;
  /** Position of the handle, a multiple of `step` from `min`. */
  value: number;
  min: number;
  max: number;
  /** Defaults to 1. */
  step?: number;
  /** The value as a reader sees and hears it, with its unit. Defaults to the number. */
  text?: string;
  disabled?: boolean;
  onValue: (value: number) => void;
}

/** A native range with its name, value and unit. Where the scale is not even, map positions to values outside. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  text = String(value),
  disabled,
  onValue,
}: SliderProps) {
  return (
    <label class="slider">
      <span>{label}</span>
      <span class="slider-value" aria-hidden="true">
        {text}
      </span>
      <input
        type="range"
        value={value}
        min={min}
        max={max}
        step={step}
        disabled={disabled ?? false}
        aria-label={label}
        aria-valuetext={text}
        onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

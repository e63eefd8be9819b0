import { NumberSlider } from './NumberSlider.tsx';

export interface SeedSliderProps {
  value: number;
  onChange: (seed: number) => void;
}

/** Chooses the seed of a network that is drawn anew at once: a whole number from 1 to 60. */
export function SeedSlider({ value, onChange }: SeedSliderProps) {
  return (
    <NumberSlider
      field="seed"
      name="Seed"
      value={value}
      low={1}
      high={60}
      step={1}
      onChange={(wanted) => onChange(Math.max(1, Math.round(wanted)))}
    />
  );
}

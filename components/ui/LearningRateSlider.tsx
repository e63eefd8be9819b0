import { numberText } from '../../src/words/numbers.ts';
import { NumberSlider } from './NumberSlider.tsx';

export interface LearningRateSliderProps {
  value: number;
  /** Where it ends; it begins at 0.01. */
  high: number;
  onChange: (learningRate: number) => void;
}

/** Chooses the learning rate of a network that is trained anew at once. */
export function LearningRateSlider({ value, high, onChange }: LearningRateSliderProps) {
  return (
    <NumberSlider
      field="learningRate"
      name="Learning rate"
      value={value}
      low={0.01}
      high={high}
      step={0.05}
      log
      valueText={(rate) => numberText(rate, 3)}
      onChange={onChange}
    />
  );
}

import { Slider } from './Slider.tsx';
import './button.css';
import './PlayControls.css';
import './typed-field.css';

export interface Speed {
  /** Such as "10 epochs a frame". */
  text: string;
}

export interface PlayButtonsProps {
  running: boolean;
  /** While something else is under way. Pause stays usable. Defaults to false. */
  busy?: boolean;
  /** What the main button says when nothing runs. Defaults to "Run". */
  runLabel?: string;
  onRun: () => void;
  onPause: () => void;
  onStepUpdate: () => void;
  onStepEpoch: () => void;
  onReset: () => void;
}

/** Run and pause, single steps, and back to the start. */
export function PlayButtons(props: PlayButtonsProps) {
  const { running, busy = false, runLabel = 'Run' } = props;
  const still = running || busy;
  return (
    <div class="play-buttons button-row">
      <button
        type="button"
        class="button button-main"
        disabled={busy && !running}
        onClick={running ? props.onPause : props.onRun}
      >
        <svg class="button-sign" viewBox="0 0 12 12" aria-hidden="true">
          <path d={running ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1v10l8-5z'} />
        </svg>
        {running ? 'Pause' : runLabel}
      </button>
      <button type="button" class="button" disabled={still} onClick={props.onStepUpdate}>
        <span>
          <span class="play-step">Step </span>1 update
        </span>
      </button>
      <button type="button" class="button" disabled={still} onClick={props.onStepEpoch}>
        <span>
          <span class="play-step">Step </span>1 epoch
        </span>
      </button>
      <button type="button" class="button" disabled={still} onClick={props.onReset}>
        Reset
      </button>
    </div>
  );
}

export interface PlaySettingsProps {
  /** While something runs the seed stays what it is. */
  busy: boolean;
  seed: number;
  /** From slow to fast. */
  speeds: Speed[];
  /** Index into `speeds`. */
  speed: number;
  onSeed: (seed: number) => void;
  /** A link says the seed: nothing may run for that. */
  onSeedSet: (seed: number) => void;
  onSpeed: (index: number) => void;
}

/** Seeds are 32-bit: larger ones would wrap round to smaller ones. */
const largestSeed = 2 ** 32 - 1;

/** What a run is made from and how it is watched: its seed and its pace. */
export function PlaySettings({ busy, seed, speeds, speed, onSeed, onSeedSet, onSpeed }: PlaySettingsProps) {
  const isSeed = (number: number) => Number.isInteger(number) && number >= 0 && number <= largestSeed;
  const takeSeed = (field: HTMLInputElement) => {
    const wanted = field.valueAsNumber;
    if (isSeed(wanted)) onSeed(wanted);
    else field.value = String(seed);
  };
  const onSet = {
    'onbook:set': ({ detail }: CustomEvent<number>) => {
      if (isSeed(detail)) onSeedSet(detail);
    },
  };
  return (
    <div class="play-settings">
      <div class="seed-field" data-field="seed" data-value={seed} data-ends={`0 ${largestSeed}`} {...onSet}>
        <label>
          <span>Seed</span>
          <input
            class="number-field"
            type="number"
            inputMode="numeric"
            min={0}
            max={largestSeed}
            step={1}
            value={seed}
            disabled={busy}
            onChange={(event) => takeSeed(event.currentTarget)}
          />
        </label>
        <button
          type="button"
          class="button"
          disabled={busy || seed >= largestSeed}
          onClick={() => onSeed(seed + 1)}
        >
          Next seed
        </button>
      </div>
      <Slider
        label="Speed"
        value={speed}
        min={0}
        max={speeds.length - 1}
        text={speeds[speed]?.text ?? ''}
        onValue={onSpeed}
      />
    </div>
  );
}

import { useComputed, useSignal } from '@preact/signals';
import { activationOf } from '../../../src/engine/index.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { PowerText } from '../../ui/PowerText.tsx';
import { typedNumbers } from '../../ui/typed-number.ts';
import { createSlopeProfile, leakySlope, moved, type Profile, saturation } from './model.ts';
import { slopeProfileWords } from './words.ts';

export interface SlopeProfileViewProps {
  z: number[];
}

const [low, high] = [-8, 8];
const grid = Array.from({ length: 161 }, (_, i) => low + (i / 160) * (high - low));

export function SlopeProfileView(props: SlopeProfileViewProps) {
  const typed = useSignal(props.z.join(', '));
  const isRefused = useSignal(false);
  // What was typed, and how it was moved and stretched since.
  const base = useSignal(props.z);
  const shift = useSignal(0);
  const factor = useSignal(1);
  const model = useComputed(() => createSlopeProfile({ z: moved(base.value, shift.value, factor.value) }));

  const setText = (text: string) => {
    typed.value = text;
    const numbers = typedNumbers(text, 200);
    isRefused.value = numbers === undefined;
    if (!numbers) return;
    base.value = numbers;
    shift.value = 0;
    factor.value = 1;
  };
  const move = (nextShift: number, nextFactor: number) => {
    shift.value = nextShift;
    factor.value = nextFactor;
    isRefused.value = false;
    typed.value = moved(base.value, nextShift, nextFactor).join(', ');
  };

  const shown = model.value;
  return (
    <ExhibitBody finding={slopeProfileWords.finding(shown)}>
      <div class="exhibit-controls">
        <label class="exhibit-field exhibit-field-wide" data-field="z">
          <span>Pre-activations z of your units</span>
          <input
            type="text"
            value={typed.value}
            aria-invalid={isRefused.value}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {isRefused.value ? 'Type 1 to 200 numbers, commas between them.' : ''}
          </span>
        </label>
        <NumberSlider
          field="shift"
          name="Move them all by"
          value={shift.value}
          low={-6}
          high={6}
          step={0.1}
          valueText={(value) => numberText(value, 3)}
          onChange={(value) => move(value, factor.value)}
        />
        <NumberSlider
          field="factor"
          name="Stretch them by a factor of"
          value={factor.value}
          low={0.1}
          high={8}
          step={0.05}
          log
          valueText={(value) => numberText(value, 2)}
          onChange={(value) => move(shift.value, value)}
        />
      </div>
      <ol class="slope-profiles picture-rows">
        {shown.profiles.map((profile) => (
          <li key={profile.activation}>
            <ProfilePlot profile={profile} z={shown.z} />
          </li>
        ))}
      </ol>
      <NumberTable
        title="The slopes in numbers"
        columns={['activation', 'mean slope', 'saturated', 'slope 0', 'through 5 such layers']}
        rows={shown.profiles.map((profile) => [
          slopeProfileWords.name(profile),
          numberText(profile.meanSlope, 3),
          `${profile.saturated} of ${shown.z.length}`,
          `${profile.silent} of ${shown.z.length}`,
          numberText(profile.meanSlope ** 5, 2),
        ])}
      />
    </ExhibitBody>
  );
}

function ProfilePlot({ profile, z }: { profile: Profile; z: number[] }) {
  const inside = z.map((at, i): Point => [Math.max(low, Math.min(high, at)), profile.slopes[i]!]);
  const passing = inside.filter((_, i) => Math.abs(profile.slopes[i]!) >= saturation);
  const saturated = inside.filter((_, i) => Math.abs(profile.slopes[i]!) < saturation);
  const marks: Mark[] = [
    {
      kind: 'band',
      axis: 'y',
      from: -saturation,
      to: saturation,
      tone: 'dead',
      hatched: true,
      quantity: 'saturated',
    },
    { kind: 'line', tone: 'faint', width: 1.5, points: curve(profile.activation), quantity: 'slope' },
    { kind: 'dots', tone: 'mended', size: 9, points: passing, quantity: 'passing' },
    { kind: 'dots', tone: 'dead', size: 6, points: saturated, quantity: 'saturated' },
  ];
  return (
    <>
      <p class="small-picture-name">
        {slopeProfileWords.name(profile)}{' '}
        <span>
          <PowerText text={slopeProfileWords.mean(profile)} />
        </span>
      </p>
      <Plot
        shape="low"
        label={slopeProfileWords.picture(profile, z.length)}
        x={{ scale: linearScale(low, high), name: '', ticks: [-8, -4, 0, 4, 8] }}
        y={{ scale: linearScale(-0.22, 1.25), name: '', ticks: [0, 0.5, 1] }}
        marks={marks}
      />
      <p>{slopeProfileWords.lost(profile, z.length)}</p>
    </>
  );
}

/** The slope along z, with a gap where it jumps. */
function curve(activation: Profile['activation']): Point[] {
  const { derivative, kinks } = activationOf(activation, leakySlope);
  return grid.flatMap((at): Point[] => {
    const [left, right] = [derivative(at), derivative(at + 1e-9)];
    const jumps = kinks.includes(at) && Math.abs(right - left) > 0.05;
    return jumps
      ? [
          [at, left],
          [NaN, NaN],
          [at, right],
        ]
      : [[at, left]];
  });
}

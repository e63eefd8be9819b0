import { numberText } from '../../../src/words/numbers.ts';
import { PowerText } from '../../ui/PowerText.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { type Mark, type Point, zeroLine } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { type Character, createModel, type Stretch } from './model.ts';

const [low, high] = [-4, 4];
const grid = Array.from({ length: 161 }, (_, i) => low + (i / 160) * (high - low));

/** Ten activations on the same axes, each with its slope, and what there is to know of them in a table. */
export function ActivationSheetView() {
  const characters = createModel();
  return (
    <div class="exhibit-body">
      <p class="figure-finding">
        Ten activations on the same axes: those that learn bend near 0 and have a slope on one side of the
        bend at least
      </p>
      <ol class="small-pictures">
        {characters.map((character) => (
          <li key={character.name}>
            <p class="small-picture-name small-picture-two-lines">
              {character.name}{' '}
              <span>
                <PowerText text={character.formula} />
              </span>
            </p>
            <CharacterPlot character={character} />
          </li>
        ))}
      </ol>
      <NumberTable
        title="Range, slopes, flat parts and bends in numbers"
        columns={['activation', 'range', 'slope', 'flat (slope below a twentieth)', 'bends most at']}
        rows={characters.map((character) => [
          character.name,
          rangeWords(character),
          slopeWords(character),
          flatWords(character.flat),
          bendWords(character.bend),
        ])}
        open
      />
    </div>
  );
}

function CharacterPlot({ character }: { character: Character }) {
  const { name, value, derivative, flat } = character;
  const marks: Mark[] = [
    ...flat.map((stretch): Mark => ({
      kind: 'band',
      axis: 'x',
      from: Math.max(low, stretch.from),
      to: Math.min(high, stretch.to),
      tone: 'dead',
      hatched: true,
      quantity: 'flat-part',
    })),
    zeroLine(low, high),
    { kind: 'line', tone: 'output', width: 3, points: curve(character, value), quantity: 'activation-value' },
    {
      kind: 'line',
      tone: 'accent',
      width: 2,
      dash: 'dashed',
      points: curve(character, derivative),
      quantity: 'activation-slope',
    },
  ];
  return (
    <Plot
      shape="low"
      label={`${name}: range ${rangeWords(character)}, slope ${slopeWords(character)}, flat ${flatWords(flat)}, bends most at ${bendWords(character.bend)}.`}
      x={{ scale: linearScale(low, high), name: '', ticks: [-4, -2, 0, 2, 4] }}
      y={{ scale: linearScale(-1.3, 2.3), name: '', ticks: [-1, 0, 1, 2] }}
      marks={marks}
    />
  );
}

/** A function along z, with a gap where it jumps. */
function curve({ kinks }: Character, f: (z: number) => number): Point[] {
  return grid.flatMap((z): Point[] => {
    const [before, after] = [f(z - 1e-9), f(z + 1e-9)];
    const jumps = kinks.includes(z) && Math.abs(after - before) > 0.05;
    return jumps
      ? [
          [z, before],
          [NaN, NaN],
          [z, after],
        ]
      : [[z, f(z)]];
  });
}

const short = (value: number) => numberText(Math.abs(value) < 5e-4 ? 0 : value, 3);

function rangeWords({ range: [least, most] }: Character): string {
  if (least === -Infinity) return 'all numbers';
  return most === Infinity ? `from ${short(least)} up` : `${short(least)} to ${short(most)}`;
}

function slopeWords({ slopes: [least, most] }: Character): string {
  return short(least) === short(most) ? `${short(most)} everywhere` : `${short(least)} to ${short(most)}`;
}

function flatWords(stretches: Stretch[]): string {
  if (stretches.length === 0) return 'nowhere';
  return stretches
    .map(({ from, to }) => {
      if (from === -Infinity && to === Infinity) return 'everywhere';
      if (from === -Infinity) return `below ${short(to)}`;
      return to === Infinity ? `above ${short(from)}` : `${short(from)} to ${short(to)}`;
    })
    .join(', ');
}

function bendWords(bend: Character['bend']): string {
  switch (bend.kind) {
    case 'nowhere':
      return 'nowhere';
    case 'jump':
      return `${short(bend.at)}, a jump`;
    case 'kink':
      return `${short(bend.at)}, a kink`;
    case 'smooth': {
      const [first, second] = bend.at;
      return second === undefined ? short(nearZero(first!)) : `±${short(Math.abs(second))}`;
    }
  }
}

/** The grid's own spacing, taken for 0. */
const nearZero = (z: number) => (Math.abs(z) < 0.005 ? 0 : z);

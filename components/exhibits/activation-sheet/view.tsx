import { PowerText } from '../../ui/PowerText.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { type Mark, type Point, zeroLine } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { type Character, describeActivations } from './model.ts';
import { sheetWords } from './words.ts';

const [low, high] = [-4, 4];
const grid = Array.from({ length: 161 }, (_, i) => low + (i / 160) * (high - low));

/** Ten activations on the same axes, each with its slope, and what there is to know of them in a table. */
export function ActivationSheetView() {
  const characters = describeActivations();
  return (
    <div class="exhibit-body">
      <p class="figure-finding">
        Ten activations on the same axes: all but identity and step bend near 0 and have a slope on one side
        of the bend at least
      </p>
      <ol class="small-pictures picture-rows">
        {characters.map((character) => (
          <li key={character.activation}>
            <p class="small-picture-name small-picture-two-lines">
              {sheetWords.name(character)}{' '}
              <span>
                <PowerText text={sheetWords.formula(character)} />
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
          sheetWords.name(character),
          sheetWords.range(character),
          sheetWords.slope(character),
          sheetWords.flat(character),
          sheetWords.bend(character),
        ])}
        open
      />
    </div>
  );
}

function CharacterPlot({ character }: { character: Character }) {
  const { value, derivative, flat } = character;
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
      label={sheetWords.picture(character)}
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

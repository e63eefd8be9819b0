import { heldText, lowered, tickTextOf } from '../../../src/words/numbers.ts';
import type { Plane, PlaneWindow } from '../../../src/lab/index.ts';
import { classOf } from '../../../src/engine/index.ts';
import { classColours, InputPlane, shapePath } from '../../ui/plane/InputPlane.tsx';
import type { Region, SampleGroup } from '../../ui/plane/InputPlane.tsx';
import { regionPath } from '../../ui/plane/regions.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark } from '../../ui/plot/marks.ts';
import { plotBox } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import type { BenchState } from './bench-state.ts';
import { drawnField, fieldOf, placedSamples, unitLines } from './plane-picture.ts';
import type { Field, PlacedSample } from './plane-picture.ts';
import { windowOf } from './plane-window.ts';
import { type PlaneFinding, planeWords } from './plane-words.ts';

export interface PlaneViewProps {
  state: Pick<BenchState, 'info' | 'frame' | 'plane' | 'sample'>;
  /** Which of several outputs is shown. */
  output: number;
  /** Without it the reader can't choose another. */
  onOutput?: (output: number) => void;
  onSample?: (sample: number) => void;
}

/** What is drawn of the plane. It comes with the first run. */
export function PlaneView({ state, output, onOutput, onSample }: PlaneViewProps) {
  const { info, frame } = state;
  const seen = state.plane?.kind === 'seen' && state.plane.plane.size > 0 ? state.plane.plane : undefined;
  const window = windowOf(info);
  const field = fieldOf(info, seen, output);
  const samples = placedSamples(info, frame, field);
  const wrong =
    field.kind === 'classes' || (field.hasSides && field.isTwofold)
      ? samples.filter(({ isRight }) => !isRight)
      : [];
  const finding = findingOf(state.plane, seen, field, samples);
  const lines = !seen || seen.hasLines ? unitLines(info, frame, window) : [];
  const idle = lines.filter(({ parts }) => !parts).map(({ unit }) => unit);
  const notes = [
    seen && !seen.hasLines && frame.layers.length > 1
      ? planeWords.withoutLines
      : planeWords.lines(lines.length, idle),
    samples.length < info.inputs.length ? planeWords.some(samples.length, info.inputs.length) : '',
  ].filter((note) => note !== '');
  const axis = ([low, high]: PlaneWindow['x'], name: string) => {
    const scale = linearScale(low, high);
    const ticks = scale.ticks(3);
    return { scale, name, ticks, tickText: tickTextOf(ticks) };
  };
  const { drawn, missing } = seen ? drawnField(seen, field) : {};
  const shown = drawn && seen ? regionsOf(drawn, missing!, seen.size) : [];
  const chosen = info.inputs[Math.min(state.sample, info.inputs.length - 1)];
  const x = axis(window.x, planeWords.x);
  const y = axis(window.y, planeWords.y);
  const title = planeWords.title(finding);
  return (
    <>
      <p class="chart-title">{title}</p>
      <InputPlane
        label={[title, ...notes].map((words) => words.replace(/\.?$/, '.')).join(' ')}
        x={x}
        y={y}
        regions={shown}
        groups={groupsOf(samples, field)}
        wrong={seen ? wrong.map(({ at }) => at) : []}
        chosen={chosen && [chosen[0]!, chosen[1]!]}
        lines={marksOf(lines, seen !== undefined)}
        onPress={(u, v) => onSample?.(nearest(samples, [x.scale.value(u), y.scale.value(v)], window))}
      />
      <Legend
        field={field}
        groups={groupsOf(samples, field)}
        wrong={wrong.length > 0 && seen !== undefined}
        chosen={onSample !== undefined}
        missing={missing?.includes(1) ?? false}
      />
      {onOutput && field.kind === 'value' && info.targets[0]!.length > 1 && (
        <label class="plane-output">
          Shown:{' '}
          <select value={output} onChange={(event) => onOutput(Number(event.currentTarget.value))}>
            {info.targets[0]!.map((_, index) => (
              <option key={index} value={index}>
                {planeWords.output(index)}
              </option>
            ))}
          </select>
        </label>
      )}
      {notes.length > 0 && <p class="bench-quiet">{notes.join(' ')}</p>}
      {seen && <Numbers plane={seen} window={window} field={field} />}
    </>
  );
}

function findingOf(
  look: BenchState['plane'],
  seen: Plane | undefined,
  field: Field,
  samples: readonly PlacedSample[],
): PlaneFinding {
  if (look?.kind === 'broke') return { kind: 'broke', message: look.message };
  if (!seen) return look ? { kind: 'slow' } : { kind: 'unseen' };
  const { outputs } = seen;
  if (outputs.every((value) => !Number.isFinite(value))) return { kind: 'none' };
  if (field.kind === 'value') {
    const width = outputs.length / seen.size ** 2;
    const own = outputs.filter((_, at) => at % width === field.output);
    const [low, high] = [Math.min(...own), Math.max(...own)];
    if (high - low < 1e-6 * Math.max(1, Math.abs(high))) return { kind: 'same', value: own[0]! };
    if (!field.isTwofold) return { kind: 'many', low: field.low, high: field.high };
  }
  const right = samples.filter(({ isRight }) => isRight).length;
  return { kind: field.kind === 'classes' ? 'classes' : 'sides', right, count: samples.length };
}

/** Which bands lie one over the other: each from its own lower end up. */
const bandEnds = [-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75];
const whole = `M0 0H${plotBox}V${plotBox}H0Z`;

function regionsOf(drawn: ReturnType<typeof drawnField>['drawn'], missing: number[], size: number): Region[] {
  const regions: Region[] = [];
  if (drawn.kind === 'value') {
    regions.push({ paint: 'band-0', path: whole });
    bandEnds.forEach((end, at) =>
      regions.push({ paint: `band-${at + 1}`, path: regionPath(drawn.places, size, end, plotBox) }),
    );
    regions.push({ paint: 'edge', path: regionPath(drawn.places, size, 0, plotBox) });
  } else
    drawn.margins.forEach((margins, one) =>
      regions.push({ paint: `class-${one % classColours}`, path: regionPath(margins, size, 0, plotBox) }),
    );
  if (missing.includes(1))
    regions.push({ paint: 'missing', path: regionPath(missing, size, 0.5, plotBox, false) });
  return regions;
}

const bandAt = (place: number): number => Math.max(0, bandEnds.filter((end) => place >= end).length);

function groupsOf(samples: readonly PlacedSample[], field: Field): SampleGroup[] {
  const groups = new Map<number, PlacedSample[]>();
  for (const sample of samples) {
    const key = field.kind === 'classes' ? sample.of : bandAt(sample.of);
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([key, members]) => ({
      paint: field.kind === 'classes' ? `class-${key % classColours}` : `band-${key}`,
      // Low ones are squares, high ones discs.
      shape: field.kind === 'classes' ? key : key < 4 ? 1 : 0,
      points: members.map(({ at }) => at),
    }));
}

function marksOf(lines: ReturnType<typeof unitLines>, isSeen: boolean): Mark[] {
  const named = lines.length <= 8;
  return lines.flatMap(({ unit, ends, parts }): Mark[] => {
    if (!ends) return [];
    const tone = parts ? 'ink' : 'faint';
    const [[fx, fy], [tx, ty]] = ends;
    const line: Mark = {
      kind: 'line',
      points: [...ends],
      tone,
      width: named && isSeen ? 1.75 : 1,
      dash: parts ? 'dashed' : 'dotted',
    };
    if (!named) return [line];
    const share = 0.12;
    const at: [number, number] = [fx + (tx - fx) * share, fy + (ty - fy) * share];
    return [line, { kind: 'label', at, text: `h${lowered(unit + 1)}`, tone: 'ink', side: 'above' }];
  });
}

function nearest(samples: readonly PlacedSample[], [x, y]: [number, number], window: PlaneWindow): number {
  const far = ({ at }: PlacedSample) =>
    Math.hypot((at[0] - x) / (window.x[1] - window.x[0]), (at[1] - y) / (window.y[1] - window.y[0]));
  return samples.reduce((best, one) => (far(one) < far(best) ? one : best), samples[0]!).sample;
}

interface LegendProps {
  field: Field;
  groups: readonly SampleGroup[];
  wrong: boolean;
  missing: boolean;
  /** Whether one of them is that of the network's picture. */
  chosen: boolean;
}

function Legend({ field, groups, wrong, missing, chosen }: LegendProps) {
  const key = (paint: Region['paint'], shape: number, words: string) => (
    <li key={words}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path class={`plane-region plane-ground plane-${paint}`} d="M0 0H100V100H0Z" />
        <path class={`plane-sample plane-${paint}`} d={shapePath(shape, [50, 50], 27)} />
      </svg>
      {words}
    </li>
  );
  return (
    <ul class="plane-legend">
      {field.kind === 'classes'
        ? groups.map(({ paint, shape }) => key(paint, shape, planeWords.class(shape)))
        : field.isTwofold
          ? [key('band-1', 1, planeWords.target(field.low)), key('band-6', 0, planeWords.target(field.high))]
          : [key('band-0', 1, planeWords.low(field.low)), key('band-7', 0, planeWords.high(field.high))]}
      {wrong && (
        <li>
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <path class="plane-wrong" d={shapePath(0, [50, 50], 42)} />
          </svg>
          {planeWords.wrong}
        </li>
      )}
      {missing && (
        <li>
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <path class="plane-missing" d="M0 0H100V100H0Z" />
          </svg>
          {planeWords.missing}
        </li>
      )}
      {chosen && (
        <li>
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <path class="plane-chosen" d={shapePath(1, [50, 50], 52)} />
          </svg>
          {planeWords.chosen}
        </li>
      )}
    </ul>
  );
}

/** Rows and columns of the table. */
const tableShares = [0.1, 0.3, 0.5, 0.7, 0.9];

function Numbers({ plane, window, field }: { plane: Plane; window: PlaneWindow; field: Field }) {
  const { size, outputs } = plane;
  const width = outputs.length / size ** 2;
  const cellAt = (share: number) => Math.floor(share * size);
  const middle = ([low, high]: readonly [number, number], share: number) =>
    heldText(low + ((cellAt(share) + 0.5) / size) * (high - low));
  const answer = (column: number, row: number): string => {
    const from = (cellAt(row) * size + cellAt(column)) * width;
    const values = Array.from(outputs.subarray(from, from + width));
    if (field.kind === 'value') return heldText(values[field.output]!);
    const found = classOf(values);
    return found === undefined ? '–' : String(found);
  };
  return (
    <NumberTable
      title={planeWords.table}
      columns={[planeWords.corner, ...tableShares.map((share) => middle(window.x, share))]}
      rows={tableShares
        .toReversed()
        .map((row) => [middle(window.y, row), ...tableShares.map((column) => answer(column, row))])}
    />
  );
}

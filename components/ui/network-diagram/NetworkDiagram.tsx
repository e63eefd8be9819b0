/**
 * A network as a picture: every weight and bias (width is size; colour and dashes are the sign), and each unit's
 * activation on one sample. A unit that is zero on every sample is hatched.
 *
 * Pointing at a part, or moving to a unit with the keyboard, shows its number and the formula it came from.
 */
import { useRef, useState } from 'preact/hooks';
import { discNumber } from '../number-text.ts';
import { hatching, layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { bundles, nearestWeight, signOf, strokeFor, weightParts, weightPath } from './weight-lines.ts';
import type { WeightPart } from './weight-lines.ts';
import { isSilent, nameOf, readOut, valueOf } from './words.ts';
import type { DiagramData, DiagramLayer, Part } from './words.ts';

export type { DiagramData, DiagramLayer, Part };

export interface NetworkDiagramProps extends DiagramData {
  /** The sample whose activations are shown. Defaults to the first. */
  sample?: number;
  /** Names the picture for those who do not see it. */
  label: string;
  /** Part to emphasise because the text speaks of it. */
  highlight?: Part | undefined;
}

const samePart = (a: Part | undefined, b: Part): boolean =>
  a !== undefined &&
  a.kind === b.kind &&
  a.layer === b.layer &&
  a.unit === b.unit &&
  (a.kind !== 'weight' || b.kind !== 'weight' || a.from === b.from);

export function NetworkDiagram({ inputs, layers, sample = 0, label, highlight }: NetworkDiagramProps) {
  const data: DiagramData = { inputs, layers };
  const widths = [inputs[0]?.length ?? 0, ...layers.map(({ biases }) => biases.length)];
  const layout = layOut(widths);
  const dense = !layout.numbers;
  const root = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<Part>();
  const [entry, setEntry] = useState<{ layer: number; unit: number }>({ layer: widths.length - 1, unit: 0 });
  const shown = pointed ?? highlight;
  const readout = shown && readOut(data, shown, sample);

  const focusUnit = (layer: number, unit: number) =>
    root.current?.querySelector<SVGGElement>(`[data-unit="${layer}-${unit}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent, layer: number, unit: number) => {
    const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (across === undefined && along === undefined) return;
    event.preventDefault();
    const nextLayer = Math.min(widths.length - 1, Math.max(0, layer + (across ?? 0)));
    const last = (widths[nextLayer] ?? 1) - 1;
    focusUnit(nextLayer, Math.min(last, Math.max(0, unit + (along ?? 0))));
  };
  const pointAt = (part: Part) => ({
    onPointerEnter: () => setPointed(part),
    onPointerDown: () => setPointed(part),
    'data-shown': samePart(shown, part),
  });

  /** In a dense picture the lines are no elements of their own, so the nearest is looked for. */
  const pointAtLine = (event: PointerEvent) => {
    const box = root.current?.getBoundingClientRect();
    if (!box || (event.target as Element).closest('.network-unit, .network-bias')) return;
    const scale = layout.width / box.width;
    const point = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
    const nearest = nearestWeight(layout, layers, point, 6);
    if (!nearest || !samePart(pointed, nearest)) setPointed(nearest);
  };

  return (
    <div class="network-diagram" data-dense={dense}>
      <svg
        ref={root}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={`${label} Arrow keys go from unit to unit.`}
        onPointerLeave={() => setPointed(undefined)}
        {...(dense && { onPointerMove: pointAtLine, onPointerDown: pointAtLine })}
      >
        {dense ? (
          <Bundles layout={layout} data={data} shown={shown?.kind === 'weight' ? shown : undefined} />
        ) : (
          weightParts(layers).map((part) => (
            <Weight part={part} layout={layout} data={data} pointer={pointAt(part)} />
          ))
        )}
        {layers.map(({ biases }, l) =>
          biases.map((bias, unit) => {
            const part: Part = { kind: 'bias', layer: l + 1, unit };
            const { x, y } = layout.units[l + 1]![unit]!;
            const top = y - layout.radius - (dense ? 5 : 13);
            const line = `M${x} ${top}V${y - layout.radius}`;
            return (
              <g class="network-bias" data-sign={signOf(bias)} {...pointAt(part)}>
                <path class="network-line" d={line} stroke-width={strokeFor(bias, dense)} />
                {!dense && <path class="network-reach" d={line} />}
              </g>
            );
          }),
        )}
        {widths.map((count, layer) =>
          Array.from({ length: count }, (_, unit) => {
            const part: Part = { kind: 'unit', layer, unit };
            const words = readOut(data, part, sample);
            return (
              <g
                class="network-unit"
                data-unit={`${layer}-${unit}`}
                data-silent={isSilent(data, layer, unit)}
                role="img"
                aria-label={`${words.title}; ${words.formula}`}
                tabIndex={entry.layer === layer && entry.unit === unit ? 0 : -1}
                onFocus={() => {
                  setEntry({ layer, unit });
                  setPointed(part);
                }}
                onBlur={() => setPointed(undefined)}
                onKeyDown={(event) => onKeyDown(event, layer, unit)}
                {...pointAt(part)}
              >
                <Unit
                  layout={layout}
                  layer={layer}
                  unit={unit}
                  value={valueOf(data, layer, unit, sample)}
                  silent={isSilent(data, layer, unit)}
                  name={nameOf(data, layer, unit)}
                />
              </g>
            );
          }),
        )}
      </svg>
      {/* No stop of the Tab key, which a browser makes of what scrolls: its words go with the focus of the unit they tell of. */}
      <p class="network-readout" tabIndex={-1}>
        {readout ? (
          <>
            <strong>{readout.title}</strong> {readout.formula}
          </>
        ) : (
          <span class="network-key">
            <span data-sign="positive">positive</span> <span data-sign="negative">negative</span>{' '}
            <span data-sign="silent">silent on every sample</span> Point at a line or a unit, or tab to it,
            for its number.
          </span>
        )}
      </p>
    </div>
  );
}

interface WeightProps {
  part: WeightPart;
  layout: Layout;
  data: DiagramData;
  pointer: object;
}

const weightOf = ({ layers }: DiagramData, { layer, unit, from }: WeightPart): number =>
  layers[layer - 1]?.weights[unit]?.[from] ?? NaN;

function Weight({ part, layout, data, pointer }: WeightProps) {
  const value = weightOf(data, part);
  const line = weightPath(layout, part);
  return (
    <g class="network-weight" data-sign={signOf(value)} {...pointer}>
      <path class="network-line" d={line} stroke-width={strokeFor(value, false)} />
      <path class="network-reach" d={line} />
    </g>
  );
}

/** The weights of a dense network, and over them the one that is pointed at. */
function Bundles({
  layout,
  data,
  shown,
}: {
  layout: Layout;
  data: DiagramData;
  shown: WeightPart | undefined;
}) {
  return (
    <>
      {bundles(layout, data.layers).map(({ sign, width, path }) => (
        <g class="network-weight" data-sign={sign} key={`${sign} ${width}`}>
          <path class="network-line" d={path} stroke-width={width} />
        </g>
      ))}
      {shown && (
        <g class="network-weight" data-sign={signOf(weightOf(data, shown))} data-shown={true} key="shown">
          <path class="network-line" d={weightPath(layout, shown)} />
        </g>
      )}
    </>
  );
}

interface UnitProps {
  layout: Layout;
  layer: number;
  unit: number;
  value: number;
  silent: boolean;
  name: string;
}

function Unit({ layout, layer, unit, value, silent, name }: UnitProps) {
  const place = layout.units[layer]![unit]!;
  const { radius } = layout;
  const fill = Number.isFinite(value) ? Math.min(1, Math.abs(value)) : 0;
  return (
    <>
      <circle class="network-disc" cx={place.x} cy={place.y} r={radius} />
      {!silent && (
        <circle
          class="network-fill"
          data-sign={signOf(value)}
          cx={place.x}
          cy={place.y}
          r={radius}
          fill-opacity={fill.toFixed(3)}
        />
      )}
      {silent && <path class="network-hatch" d={hatching(place, radius)} />}
      {layout.numbers && (
        <>
          <text class="network-number" x={place.x} y={place.y + 4.5}>
            {discNumber(value)}
          </text>
          <text class="network-name" x={place.x + radius * 0.8} y={place.y + radius + 5}>
            {name}
          </text>
        </>
      )}
    </>
  );
}

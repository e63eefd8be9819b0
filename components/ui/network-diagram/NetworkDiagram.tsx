/**
 * A network as a picture: every weight and bias (width is size; colour and dashes are the sign), and each unit's
 * activation on one sample. A unit that is zero on every sample is hatched.
 *
 * Pointing at a part, or moving to a unit with the keyboard, shows its number and the formula it came from.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { discText } from '../../../src/words/numbers.ts';
import { hatching, layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { bundles, nearestWeight, signOf, strokeFor, weightParts, weightPath } from './weight-lines.ts';
import type { WeightPart } from './weight-lines.ts';
import { isSilent, nameOf, readOut, unitTitle, valueOf } from './words.ts';
import type { DiagramData, DiagramLayer, Part, Readout } from './words.ts';
import './network-diagram.css';

export type { DiagramData, DiagramLayer, Part };

export interface NetworkDiagramProps extends DiagramData {
  /** The sample whose activations are shown. Defaults to the first. */
  sample?: number;
  /** Names the picture for those who do not see it. */
  label: string;
  /** Part to emphasise because the text speaks of it. */
  highlight?: Part | undefined;
}

type UnitPlace = Pick<Part, 'layer' | 'unit'>;

/** A part as an attribute of its element and back: pointers and keys are heard by the picture, not by every part of it. */
const keyOf = (part: Part): string =>
  [part.kind, part.layer, part.unit, ...(part.kind === 'weight' ? [part.from] : [])].join(' ');

function partAt(target: EventTarget | null): Part | undefined {
  const key = target instanceof Element && target.closest('[data-part]')?.getAttribute('data-part');
  if (!key) return undefined;
  const [kind, ...numbers] = key.split(' ');
  const [layer = 0, unit = 0, from = 0] = numbers.map(Number);
  return kind === 'weight' ? { kind, layer, unit, from } : { kind: kind as 'unit' | 'bias', layer, unit };
}

const inWords = ({ title, formula }: Readout): string => `${title}; ${formula}`;

export function NetworkDiagram({ inputs, layers, sample = 0, label, highlight }: NetworkDiagramProps) {
  const data: DiagramData = { inputs, layers };
  const widths = [inputs[0]?.length ?? 0, ...layers.map(({ biases }) => biases.length)];
  const layout = layOut(widths);
  const dense = !layout.numbers;
  const root = useRef<SVGSVGElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const [pointed, setPointed] = useState<Part>();
  /** The unit that Tab comes to. */
  const [entry, setEntry] = useState<UnitPlace>({ layer: widths.length - 1, unit: 0 });
  const movesFocus = useRef(false);
  const shown = pointed ?? highlight;
  const readout = shown && readOut(data, shown, sample);
  const shownKey = shown && keyOf(shown);
  const attributesOf = (part: Part) => {
    const key = keyOf(part);
    return { 'data-part': key, 'data-shown': key === shownKey || undefined };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const part = partAt(event.target);
    if (!part || (across === undefined && along === undefined)) return;
    event.preventDefault();
    const layer = Math.min(widths.length - 1, Math.max(0, part.layer + (across ?? 0)));
    const last = (widths[layer] ?? 1) - 1;
    movesFocus.current = true;
    setEntry({ layer, unit: Math.min(last, Math.max(0, part.unit + (along ?? 0))) });
  };
  // Once the unit has its whole label: that is what is read out when the focus comes.
  useLayoutEffect(() => {
    if (!movesFocus.current) return;
    movesFocus.current = false;
    const key = keyOf({ kind: 'unit', ...entry });
    root.current?.querySelector<SVGGElement>(`[data-part="${key}"]`)?.focus();
  }, [entry]);

  const point = ({ target }: PointerEvent) => {
    const part = partAt(target);
    if (part) setPointed(part);
  };

  /** In a dense picture the lines are no elements of their own, so the nearest is looked for. */
  const pointAtLine = (event: PointerEvent) => {
    const box = root.current?.getBoundingClientRect();
    if (!box || partAt(event.target)) return;
    const scale = layout.width / box.width;
    const point = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
    const nearest = nearestWeight(layout, layers, point, 6);
    if (!nearest || !pointed || keyOf(pointed) !== keyOf(nearest)) setPointed(nearest);
  };

  return (
    <div class="network-diagram" data-dense={dense}>
      <svg
        ref={root}
        style={{ '--radius': `${layout.radius}px` }}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={`${label} Arrow keys go from unit to unit.`}
        onPointerOver={point}
        onPointerDown={(event) => {
          point(event);
          if (dense) pointAtLine(event);
        }}
        onPointerMove={dense ? pointAtLine : undefined}
        onPointerLeave={() => setPointed(undefined)}
        onFocusIn={({ target }) => {
          const part = partAt(target);
          if (!part) return;
          setEntry({ layer: part.layer, unit: part.unit });
          setPointed(part);
        }}
        onFocusOut={({ relatedTarget }) => {
          if (relatedTarget !== words.current) setPointed(undefined);
        }}
        onKeyDown={onKeyDown}
      >
        {dense ? (
          <Bundles layout={layout} data={data} shown={shown?.kind === 'weight' ? shown : undefined} />
        ) : (
          weightParts(layers).map((part) => (
            <Weight part={part} layout={layout} data={data} attributes={attributesOf(part)} />
          ))
        )}
        {layers.map(({ biases }, l) =>
          biases.map((bias, unit) => {
            const part: Part = { kind: 'bias', layer: l + 1, unit };
            const { x, y } = layout.units[l + 1]![unit]!;
            const top = y - layout.radius - (dense ? 5 : 13);
            const line = `M${x} ${top}V${y - layout.radius}`;
            return (
              <g class="network-bias" data-sign={signOf(bias)} {...attributesOf(part)}>
                <path class="network-line" d={line} stroke-width={strokeFor(bias, dense)} />
                {!dense && <path class="network-reach" d={line} />}
              </g>
            );
          }),
        )}
        {widths.map((count, layer) =>
          Array.from({ length: count }, (_, unit) => {
            const part: Part = { kind: 'unit', layer, unit };
            const isEntry = entry.layer === layer && entry.unit === unit;
            return (
              <g
                class="network-unit"
                data-silent={isSilent(data, layer, unit)}
                role="img"
                aria-label={isEntry ? inWords(readOut(data, part, sample)) : unitTitle(data, part, sample)}
                tabIndex={isEntry ? 0 : -1}
                {...attributesOf(part)}
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
      {/* What scrolls is a stop of the Tab key: there the words stay, to be scrolled. */}
      <p class="network-readout" ref={words} onBlur={() => setPointed(undefined)}>
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
  attributes: object;
}

const weightOf = ({ layers }: DiagramData, { layer, unit, from }: WeightPart): number =>
  layers[layer - 1]?.weights[unit]?.[from] ?? NaN;

function Weight({ part, layout, data, attributes }: WeightProps) {
  const value = weightOf(data, part);
  const line = weightPath(layout, part);
  return (
    <g class="network-weight" data-sign={signOf(value)} {...attributes}>
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
            {discText(value)}
          </text>
          <text class="network-name" x={place.x + radius * 0.8} y={place.y + radius + 5}>
            {name}
          </text>
        </>
      )}
    </>
  );
}

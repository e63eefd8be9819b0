import type { ComponentChildren } from 'preact';
import { tickTextOf } from '../../../src/words/numbers.ts';
import { PowerText } from '../PowerText.tsx';
import { sideWithin } from './label-side.ts';
import type { Mark, Point } from './marks.ts';
import type { Scale } from './scale.ts';
import '../tones.css';
import './plot.css';

export interface Axis {
  scale: Scale;
  /** What is measured, with its unit; empty where the pictures beside it say it. */
  name: string;
  /** Defaults to the scale's own ticks. */
  ticks?: number[];
  /** Defaults to a short number, in the manner of its neighbours. */
  tickText?: (value: number) => string;
}

export interface PlotProps {
  /** The finding, in a sentence: what someone who cannot see the picture should know. */
  label: string;
  x: Axis;
  y: Axis;
  marks: Mark[];
  /** Defaults to 'wide'; 'square' where both axes measure the same thing. */
  shape?: 'wide' | 'square' | 'low';
  /** Drawn in the plot's box before all marks, instead of its grid; and after all of them. In units of `plotBox`, upside down. */
  under?: ComponentChildren;
  over?: ComponentChildren;
  /** Handles that lie over the picture; they place themselves by share of the axes. */
  children?: ComponentChildren;
}

// Lines are drawn in a box of 1000 by 1000 that is stretched to the plot, with strokes that do not stretch,
// and text is HTML placed by per cent: so the picture fits any width without being measured, also without JavaScript.
const box = 1000;
export { box as plotBox };

/** A picture of marks between two axes. */
export function Plot({ label, x, y, marks, shape = 'wide', under, over, children }: PlotProps) {
  const xTicks = x.ticks ?? x.scale.ticks();
  const yTicks = y.ticks ?? y.scale.ticks();
  const xText = x.tickText ?? tickTextOf(xTicks);
  const yText = y.tickText ?? tickTextOf(yTicks);
  return (
    <div class={`plot plot-${shape}`}>
      {y.name ? (
        <div class="plot-y-name" aria-hidden="true">
          {y.name}
        </div>
      ) : null}
      <div class="plot-y-ticks" aria-hidden="true">
        {yTicks.map((value) => (
          <span key={value} style={{ top: percent(1 - y.scale.share(value)) }}>
            <PowerText text={yText(value)} />
          </span>
        ))}
      </div>
      <div class="plot-area">
        <div class="plot-picture" role="img" aria-label={label}>
          {marks.map((mark, i) => (mark.kind === 'band' ? <Band key={i} mark={mark} x={x} y={y} /> : null))}
          <svg viewBox={`0 0 ${box} ${box}`} preserveAspectRatio="none" aria-hidden="true">
            {under ?? (
              <>
                {xTicks.map((value) => (
                  <path key={`x${value}`} class="plot-grid" d={`M${place(x.scale.share(value))} 0V${box}`} />
                ))}
                {yTicks.map((value) => (
                  <path
                    key={`y${value}`}
                    class="plot-grid"
                    d={`M0 ${place(1 - y.scale.share(value))}H${box}`}
                  />
                ))}
              </>
            )}
            {marks.map((mark, i) => {
              if (mark.kind === 'line') {
                return (
                  <path
                    key={i}
                    class={`plot-line tone-${mark.tone}${mark.dash ? ` plot-${mark.dash}` : ''}`}
                    style={{ '--width': `${mark.width ?? 2}px` }}
                    data-quantity={mark.quantity}
                    d={linePath(mark.points, x.scale, y.scale)}
                  />
                );
              }
              if (mark.kind === 'dots') {
                return (
                  <path
                    key={i}
                    class={`plot-dots tone-${mark.tone}`}
                    style={{ '--width': `${mark.size ?? 8}px` }}
                    data-quantity={mark.quantity}
                    d={dotsPath(mark.points, x.scale, y.scale)}
                  />
                );
              }
              return null;
            })}
            {over}
          </svg>
          {marks.map((mark, i) =>
            mark.kind === 'label' ? (
              <span
                key={i}
                aria-hidden="true"
                class={`plot-label plot-label-${sideWithin(mark.side ?? 'right', x.scale.share(mark.at[0]))} tone-${mark.tone}`}
                data-quantity={mark.quantity}
                style={{
                  left: percent(x.scale.share(mark.at[0])),
                  top: percent(1 - y.scale.share(mark.at[1])),
                }}
              >
                {mark.text}
              </span>
            ) : null,
          )}
        </div>
        {children}
      </div>
      <div class="plot-x-ticks" aria-hidden="true">
        {xTicks.map((value) => (
          <span
            key={value}
            class={x.scale.share(value) > 0.97 ? 'plot-tick-last' : undefined}
            style={{ left: percent(x.scale.share(value)) }}
          >
            <PowerText text={xText(value)} />
          </span>
        ))}
      </div>
      {x.name ? (
        <div class="plot-x-name" aria-hidden="true">
          {x.name}
        </div>
      ) : null}
    </div>
  );
}

function Band({ mark, x, y }: { mark: Extract<Mark, { kind: 'band' }>; x: Axis; y: Axis }) {
  const scale = mark.axis === 'x' ? x.scale : y.scale;
  const [from, to] = [clamp(scale.share(mark.from)), clamp(scale.share(mark.to))];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const place =
    mark.axis === 'x'
      ? { left: percent(low), width: percent(high - low), top: 0, bottom: 0 }
      : { top: percent(1 - high), height: percent(high - low), left: 0, right: 0 };
  return (
    <div
      class={`plot-band tone-${mark.tone}${mark.hatched ? ' plot-hatched' : ''}`}
      style={place}
      data-quantity={mark.quantity}
    />
  );
}

function linePath(points: Point[], x: Scale, y: Scale): string {
  let path = '';
  let open = false;
  for (const [px, py] of points) {
    const [u, v] = [x.share(px), 1 - y.share(py)];
    if (!Number.isFinite(u) || !Number.isFinite(v)) {
      open = false;
      continue;
    }
    path += `${open ? 'L' : 'M'}${place(u)} ${place(v)}`;
    open = true;
  }
  return path;
}

/** A dot is a line of no length with a round end: it stays round however the box is stretched. */
function dotsPath(points: Point[], x: Scale, y: Scale): string {
  return points
    .map(([px, py]) => [x.share(px), 1 - y.share(py)] as const)
    .filter(([u, v]) => u >= -0.001 && u <= 1.001 && v >= -0.001 && v <= 1.001)
    .map(([u, v]) => `M${place(u)} ${place(v)}h0`)
    .join('');
}

/** Far outside the picture a coordinate is as good as any other; huge ones would upset the drawing. */
function place(share: number): number {
  return Math.round(Math.max(-9, Math.min(10, share)) * box * 10) / 10;
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}

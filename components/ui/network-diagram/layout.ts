/**
 * Where everything of a network diagram lies, in units of its view box.
 *
 * Layers are columns from the inputs on the left to the outputs on the right; units are spread over the height
 * of the widest layer. Works from 2-2-1 to 2-16-16-16-1.
 */

export interface Place {
  x: number;
  y: number;
}

export interface Layout {
  width: number;
  height: number;
  /** Radius of a unit. */
  radius: number;
  /** [layer][unit], the inputs as layer 0. */
  units: Place[][];
  /** Whether a unit has room for its number. */
  numbers: boolean;
}

const width = 440;
const margin = 34;

/** @param widths Units a layer, inputs first: [2, 4, 1]. */
export function layOut(widths: readonly number[]): Layout {
  const widest = Math.max(...widths);
  const pitch = widest <= 4 ? 74 : widest <= 8 ? 50 : 27;
  const radius = Math.min(24, pitch * 0.36);
  const height = Math.max(2, widest) * pitch + 12;
  const columns = Math.max(1, widths.length - 1);
  const units = widths.map((count, layer) =>
    Array.from({ length: count }, (_, unit) => ({
      x: margin + (layer * (width - 2 * margin)) / columns,
      y: height / 2 + (unit - (count - 1) / 2) * Math.min(Math.max(pitch * 1.35, 64), (height - 12) / count),
    })),
  );
  return { width, height, radius, units, numbers: radius >= 17 };
}

/** Chords at 45 degrees through a circle: hatching that needs no pattern and so no id. */
export function hatching({ x, y }: Place, radius: number): string {
  const root = Math.SQRT1_2;
  return [-0.6, -0.2, 0.2, 0.6]
    .map((share) => {
      const away = share * radius;
      const half = Math.sqrt(radius * radius - away * away);
      const [cx, cy] = [x + away * root, y + away * root];
      return `M${(cx - half * root).toFixed(2)} ${(cy + half * root).toFixed(2)}L${(cx + half * root).toFixed(2)} ${(cy - half * root).toFixed(2)}`;
    })
    .join('');
}

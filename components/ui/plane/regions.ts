/** Regions of a field of numbers, as paths of a picture. It comes when the first picture is drawn, since it brings d3-contour. */
import { contours } from 'd3-contour';

/**
 * Where a field is at least so much.
 *
 * @param field [size * size], row by row from the lowest up; what is no number is less than all.
 * @param isSmooth Whether the edge lies between cells where the field would pass the threshold. Defaults to true.
 * @returns A path in a box of `box` by `box`, to be filled by the even-odd rule; empty where there is no such place. What lies
 *   at the edge of the box goes on beyond it, so that a stroke of the path follows the region's own edge alone.
 */
export function regionPath(
  field: readonly number[],
  size: number,
  threshold: number,
  box: number,
  isSmooth = true,
): string {
  const place = (share: number) => Math.round(share * box);
  return contours()
    .size([size + 2, size + 2])
    .smooth(isSmooth)
    .contour(withMargin(field, size), threshold)
    .coordinates.flat()
    .map(
      (ring) =>
        `M${ring
          .slice(0, -1)
          .map(([x, y]) => `${place((x! - 1) / size)} ${place(1 - (y! - 1) / size)}`)
          .join('L')}Z`,
    )
    .join('');
}

/** A cell more on each side, as the outermost ones are. [(size + 2) * (size + 2)] */
function withMargin(field: readonly number[], size: number): number[] {
  const inside = (at: number) => Math.min(size - 1, Math.max(0, at - 1));
  const wide = size + 2;
  return Array.from(
    { length: wide * wide },
    (_, cell) => field[inside(Math.floor(cell / wide)) * size + inside(cell % wide)]!,
  );
}

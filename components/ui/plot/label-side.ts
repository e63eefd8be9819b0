import type { Mark } from './marks.ts';

type Side = NonNullable<Extract<Mark, { kind: 'label' }>['side']>;

/**
 * The side of its point on which a label stands: the one asked for, unless it would leave the picture at once.
 *
 * @param share Where the point lies across, from 0 at the left edge to 1 at the right.
 */
export function sideWithin(side: Side, share: number): Side {
  if (side === 'right') return share > 0.85 ? 'left' : side;
  if (side === 'left') return share < 0.2 ? 'right' : side;
  if (side.endsWith('-right') && share > 0.62) return side === 'above-right' ? 'above-left' : 'below-left';
  if (side.endsWith('-left') && share < 0.3) return side === 'above-left' ? 'above-right' : 'below-right';
  if (side === 'above' || side === 'below') {
    if (share > 0.92) return `${side}-left`;
    if (share < 0.08) return `${side}-right`;
  }
  return side;
}

/** What a colour or shape stands for; the same names as the tokens in src/styles/tokens.css. */
export type Tone =
  | 'ink'
  | 'faint'
  | 'accent'
  | 'negative'
  | 'positive'
  | 'target'
  | 'output'
  | 'dead'
  | 'broken'
  | 'mended'
  | 'warning';

export type Point = [x: number, y: number];

/** One thing drawn in a plot, in the plot's own units. Later marks lie over earlier ones. */
export type Mark = Drawn & {
  /** The name of what it shows, for a word of the text to point at: <Quantity of="theta"> in an author's page. */
  quantity?: string | undefined;
};

type Drawn =
  | {
      kind: 'line';
      /** A point with a coordinate that is not finite breaks the line. */
      points: Point[];
      tone: Tone;
      /** Pixels. Defaults to 2. */
      width?: number;
      /** Defaults to an unbroken line. */
      dash?: 'dashed' | 'dotted';
    }
  | { kind: 'dots'; points: Point[]; tone: Tone; /** Diameter in pixels. Defaults to 8. */ size?: number }
  | {
      kind: 'band';
      /** The axis along which the band has an extent; along the other it spans the plot. */
      axis: 'x' | 'y';
      from: number;
      to: number;
      tone: Tone;
      /** Defaults to false: a plain tint. */
      hatched?: boolean;
    }
  | {
      kind: 'label';
      at: Point;
      text: string;
      tone: Tone;
      /** Where the text stands, seen from its point. Defaults to 'right'. */
      side?:
        'left' | 'right' | 'above' | 'below' | 'above-left' | 'above-right' | 'below-left' | 'below-right';
    };

/** The x axis, where zero lies within the picture. */
export const zeroLine = (low: number, high: number): Mark => ({
  kind: 'line',
  tone: 'faint',
  width: 1,
  points: [
    [low, 0],
    [high, 0],
  ],
});

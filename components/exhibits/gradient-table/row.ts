/** A parameter in the table. */
export interface Row {
  /** "unit 2, from input 1", "unit 2". */
  name: string;
  /** The gradient that the program follows. */
  followed: number;
  /** The slope of the loss; not a number at a kink. */
  slope: number;
  /** |followed - slope| / (|followed| + |slope|), 0 where both vanish. */
  error: number;
  verdict: 'right' | 'wrong' | 'kink';
}

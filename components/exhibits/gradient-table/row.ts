/** A parameter in the table. */
export interface Row {
  /** Its unit, counted from 0, and of a weight the unit or input that it comes from. */
  unit: number;
  from?: number;
  /** The gradient that the program follows. */
  followed: number;
  /** The slope of the loss; not a number at a kink. */
  slope: number;
  /** |followed - slope| / max(|followed|, |slope|), 0 where both vanish. */
  error: number;
  verdict: 'right' | 'wrong' | 'kink';
}

/**
 * A number that is a product, and the numbers that one comes to by way of a mistake: a factor left out, another one put in
 * its place, the sign turned round, a 2 too many. What a wrong answer says about its author is worked out from these.
 */

/** What stands in a factor's place by mistake. */
export interface Mistaken {
  value: number;
  /** What that was, to a reader who did it: "That takes the slope at the activation." */
  why: string;
}

export interface Factor {
  /** As it is written: "1 − a₁²". */
  text: string;
  value: number;
  /** What is said to a reader who left it out. */
  leftOut: string;
  mistaken: Mistaken[];
}

export const productOf = (factors: readonly Factor[]) =>
  factors.reduce((product, { value }) => product * value, 1);

/** Every number that one mistake leads to, with the mistake; those that lead to the right number are left out. */
export function slipsOf(factors: readonly Factor[]): Mistaken[] {
  const right = productOf(factors);
  const single = factors.flatMap((factor, i) => {
    const others = productOf(factors.filter((_, j) => j !== i));
    return [
      { value: others, why: factor.leftOut },
      ...factor.mistaken.map(({ value, why }) => ({ value: others * value, why })),
    ];
  });
  return [
    { value: -right, why: 'The size is right, and the sign is not.' },
    {
      value: 2 * right,
      why: 'That is twice too much. The loss is half the squared error, and its ½ takes the 2 away.',
    },
    ...single,
    ...single.map(({ value, why }) => ({ value: -value, why: `${why} The sign is turned round, too.` })),
  ].filter(({ value }) => value !== right);
}

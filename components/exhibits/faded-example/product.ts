/**
 * A number that is a product, and the numbers that one comes to by way of a mistake: a factor left out, another one put in
 * its place, the sign turned round, a 2 too many. What a wrong answer says about its author is worked out from these.
 */

/** What somebody did who came to a wrong number. Units and inputs are counted from 0. */
export type Slip = (
  | { kind: 'sign' }
  | { kind: 'twice' }
  // A factor left out.
  | { kind: 'no-error' | 'no-sigmoid-slope' | 'no-incoming' | 'no-output-delta' }
  | { kind: 'no-factor'; symbol: string }
  | { kind: 'no-weight' | 'no-unit-slope' | 'no-unit-delta'; unit: 0 | 1 }
  | { kind: 'no-input'; input: 0 | 1 }
  // Another in its place.
  | { kind: 'error-for-delta' | 'slope-of-a-sigmoid' }
  | {
      kind: 'weight-of-other' | 'activation-for-weight' | 'before-own-slope' | 'delta-of-output';
      unit: 0 | 1;
    }
  | { kind: 'delta-of-other' | 'slope-at-activation' | 'short-form-of-z' | 'no-square'; unit: 0 | 1 }
  | { kind: 'activation-for-slope' | 'slope-of-other'; unit: 0 | 1 }
  | { kind: 'other-input'; input: 0 | 1 }
  | { kind: 'what-goes-out'; unit: 0 | 1; input: 0 | 1 }
) & {
  /** Whether the sign is turned round as well. */
  signToo?: true;
};

/** What stands in a factor's place by mistake. */
export interface Mistaken {
  value: number;
  slip: Slip;
}

export interface Factor {
  /** As it is written: "1 − a₁²". */
  text: string;
  value: number;
  leftOut: Slip;
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
      { value: others, slip: factor.leftOut },
      ...factor.mistaken.map(({ value, slip }) => ({ value: others * value, slip })),
    ];
  });
  return [
    { value: -right, slip: { kind: 'sign' } as const },
    { value: 2 * right, slip: { kind: 'twice' } as const },
    ...single,
    ...single.map(({ value, slip }) => ({ value: -value, slip: { ...slip, signToo: true as const } })),
  ].filter(({ value }) => value !== right);
}

/**
 * What a wrong gradient looks like, from the pairs (followed, true) of one group of parameters. Tried in this order,
 * the most particular first; what fits none is only called wrong.
 */
import type { Row } from './row.ts';

export type Signature =
  | { kind: 'right' }
  | { kind: 'uphill' } // followed = -true
  | { kind: 'factor'; factor: number } // followed = c true, one c for the group
  | { kind: 'frozen' } // followed = 0
  | { kind: 'sum-over-units' } // every bias gets the sum of the true gradients of its layer
  | { kind: 'leak' } // a gradient passes a unit whose true gradient is 0
  | { kind: 'blocked' } // no gradient passes a unit whose true gradient is not 0
  | { kind: 'factor-by-unit' } // followed = c true, one c for each unit
  | { kind: 'unknown' };

/** @param rowsPerUnit How many parameters in a row belong to one unit. */
export function signatureOf(rows: Row[], rowsPerUnit: number): Signature {
  const compared = rows.filter(({ verdict }) => verdict !== 'kink');
  if (compared.every(({ verdict }) => verdict === 'right')) return { kind: 'right' };
  const factor = commonFactor(compared);
  if (factor !== undefined) return ofFactor(factor);
  if (isSumOverUnits(rows, rowsPerUnit)) {
    return { kind: 'sum-over-units' };
  }
  const units = Array.from({ length: Math.ceil(rows.length / rowsPerUnit) }, (_, unit) =>
    rows.slice(unit * rowsPerUnit, (unit + 1) * rowsPerUnit).filter(({ verdict }) => verdict !== 'kink'),
  );
  const wrongUnits = units.filter((unit) => unit.some(({ verdict }) => verdict === 'wrong'));
  if (wrongUnits.every((unit) => unit.every(({ slope }) => isNothing(slope, rows)))) {
    return { kind: 'leak' };
  }
  if (wrongUnits.every((unit) => unit.every(({ followed }) => isNothing(followed, rows)))) {
    return { kind: 'blocked' };
  }
  if (
    units.every(
      (unit) => unit.every(({ slope }) => isNothing(slope, rows)) || commonFactor(unit) !== undefined,
    )
  ) {
    return { kind: 'factor-by-unit' };
  }
  return { kind: 'unknown' };
}

function ofFactor(factor: number): Signature {
  if (factor === 0) return { kind: 'frozen' };
  return Math.abs(factor + 1) < 1e-3 ? { kind: 'uphill' } : { kind: 'factor', factor };
}

/** c, where followed = c true in every row; true gradients of 0 must be followed as 0. */
function commonFactor(rows: Row[]): number | undefined {
  const ratios = rows
    .filter(({ slope }) => !isNothing(slope, rows))
    .map(({ followed, slope }) => followed / slope);
  const [first] = ratios;
  if (first === undefined) return undefined;
  const isCommon =
    ratios.every((ratio) => Math.abs(ratio - first) <= 1e-3 * Math.max(1e-3, Math.abs(first))) &&
    rows.every(({ followed, slope }) => !isNothing(slope, rows) || isNothing(followed, rows));
  return isCommon ? first : undefined;
}

function isSumOverUnits(rows: Row[], rowsPerUnit: number): boolean {
  if (rowsPerUnit !== 1 || rows.length < 2 || rows.some(({ verdict }) => verdict === 'kink')) return false;
  const sum = rows.reduce((total, { slope }) => total + slope, 0);
  return rows.every(({ followed }) => Math.abs(followed - sum) <= 1e-4 * (Math.abs(sum) + 1e-9));
}

/** Nothing next to the largest of the group. */
function isNothing(value: number, rows: Row[]): boolean {
  const largest = Math.max(
    ...rows
      .flatMap(({ followed, slope }) => [followed, slope])
      .filter(Number.isFinite)
      .map(Math.abs),
  );
  return Math.abs(value) <= 1e-7 * largest;
}

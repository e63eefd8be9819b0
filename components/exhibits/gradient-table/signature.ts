/**
 * What a wrong gradient looks like, from the pairs (followed, true) of one group of parameters. Tried in this order,
 * the most particular first; what fits none is only called wrong.
 */
import type { Row } from './row.ts';

export interface Signature {
  kind:
    | 'right'
    | 'uphill' // followed = -true
    | 'factor' // followed = c true, one c for the group
    | 'frozen' // followed = 0
    | 'sum-over-units' // every bias gets the sum of the true gradients of its layer
    | 'leak' // a gradient passes a unit whose true gradient is 0
    | 'blocked' // no gradient passes a unit whose true gradient is not 0
    | 'factor-by-unit' // followed = c true, one c for each unit
    | 'unknown';
  /** In words, to follow a colon. */
  text: string;
}

/** @param rowsPerUnit How many parameters in a row belong to one unit. */
export function signatureOf(rows: Row[], rowsPerUnit: number): Signature {
  const compared = rows.filter(({ verdict }) => verdict !== 'kink');
  if (compared.every(({ verdict }) => verdict === 'right')) return { kind: 'right', text: 'right' };
  const factor = commonFactor(compared);
  if (factor !== undefined) return ofFactor(factor);
  if (isSumOverUnits(rows, rowsPerUnit)) {
    return { kind: 'sum-over-units', text: 'every bias gets the sum over all units of its layer' };
  }
  const units = Array.from({ length: Math.ceil(rows.length / rowsPerUnit) }, (_, unit) =>
    rows.slice(unit * rowsPerUnit, (unit + 1) * rowsPerUnit).filter(({ verdict }) => verdict !== 'kink'),
  );
  const wrongUnits = units.filter((unit) => unit.some(({ verdict }) => verdict === 'wrong'));
  if (wrongUnits.every((unit) => unit.every(({ slope }) => isNothing(slope, rows)))) {
    return { kind: 'leak', text: 'a gradient passes where the true one is 0' };
  }
  if (wrongUnits.every((unit) => unit.every(({ followed }) => isNothing(followed, rows)))) {
    return { kind: 'blocked', text: 'no gradient passes where the true one is not 0' };
  }
  if (
    units.every(
      (unit) => unit.every(({ slope }) => isNothing(slope, rows)) || commonFactor(unit) !== undefined,
    )
  ) {
    return {
      kind: 'factor-by-unit',
      text: 'off by a factor that differs from unit to unit',
    };
  }
  return { kind: 'unknown', text: 'wrong, by no simple factor' };
}

function ofFactor(factor: number): Signature {
  if (factor === 0) return { kind: 'frozen', text: 'nothing is followed: these are never updated' };
  if (Math.abs(factor + 1) < 1e-3)
    return { kind: 'uphill', text: 'the sign is wrong, and every step goes uphill' };
  return {
    kind: 'factor',
    text: `${Number(factor.toPrecision(3))} times the true gradient`.replace('-', '−'),
  };
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

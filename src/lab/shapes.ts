/**
 * Checks the shape of everything that comes out of the sandbox, which code a reader typed may have made, before the page uses it.
 * Written by hand because a validator's library would weigh more in the page than the whole lab does without it.
 *
 * Only own, plain data arrives: it was cloned on its way, so it has no getters, proxies or functions.
 */
import type { Outcome } from '../engine/outcome.ts';
import { findingWords } from '../words/findings.ts';
import { isComplete } from '../words/say-finding.ts';
import type {
  Advance,
  Diagnosis,
  Failure,
  Finding,
  Frame,
  LayerGradient,
  Plane,
  ProgramInfo,
  SeedReading,
  SweepStretch,
} from './protocol.ts';
import type { Loaded } from './session.ts';
import type { Transpiled } from './transpile.ts';

type Check<T> = (value: unknown) => value is T;
type Fields = Record<string, (value: unknown) => boolean>;

const longestText = 5_000;
const longestList = 25_000;

const isNumber: Check<number> = (value) => typeof value === 'number';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= longestText;
const isOneOf =
  (...values: string[]) =>
  (value: unknown): boolean =>
    values.includes(value as string);
const optional =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || check(value);
const listOf =
  (check: (value: unknown) => boolean, length?: number) =>
  (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length <= longestList &&
    (length === undefined || value.length === length) &&
    value.every(check);
const tableOf = (rows?: number, columns?: number) => listOf(listOf(isNumber, columns), rows);
const has = (value: unknown, fields: Fields): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const printed = listOf(isText);

export const isFailure = (value: unknown): value is Failure =>
  has(value, {
    kind: isOneOf('syntax', 'contract', 'exception', 'timeout', 'memory', 'flood', 'stopped'),
    message: isText,
    paste: optional(isText),
    line: optional(isCount),
    column: optional(isNumber),
    update: optional(isCount),
    printed: optional(printed),
  });

export const isTranspiled = (value: unknown): value is Transpiled =>
  has(value, {
    code: (code) => typeof code === 'string',
    exported: (lines) => typeof lines === 'object',
    declared: (lines) => typeof lines === 'object',
    topLevel: (topLevel) => has(topLevel, { names: listOf(isText), plain: listOf(isText) }),
  });

const isInfo = (value: unknown): value is ProgramInfo =>
  has(value, {
    learningRate: optional(isNumber),
    epochs: isCount,
    updatesPerEpoch: isCount,
    inputs: tableOf(),
    targets: tableOf(),
    widths: listOf(isCount),
  }) && isConsistent(value as ProgramInfo);

function isConsistent({ inputs, targets, widths }: ProgramInfo): boolean {
  const samples = inputs.length;
  return (
    samples > 0 &&
    widths.length >= 2 &&
    tableOf(samples, widths[0])(inputs) &&
    tableOf(samples, widths.at(-1))(targets)
  );
}

/** A frame of a program of this information: every table as large as it must be. */
export const isFrameOf =
  ({ inputs, widths }: Pick<ProgramInfo, 'inputs' | 'widths'>): Check<Frame> =>
  (value): value is Frame => {
    const samples = inputs.length;
    return (
      has(value, {
        seed: isNumber,
        update: isCount,
        outputs: tableOf(samples, widths.at(-1)),
        meanSquaredError: isNumber,
        layers: (layers) =>
          listOf(() => true, widths.length - 1)(layers) ||
          (widths.length === 2 && listOf(() => true, 0)(layers)),
        data: optional((data) =>
          has(data, { inputs: tableOf(samples, widths[0]), targets: tableOf(samples, widths.at(-1)) }),
        ),
      }) &&
      (value as Frame).layers.every((layer, index) =>
        has(layer, {
          weights: tableOf(widths[index + 1], widths[index]),
          biases: listOf(isNumber, widths[index + 1]),
          activations: tableOf(samples, widths[index + 1]),
        }),
      )
    );
  };

export const isLoaded = (value: unknown): value is Loaded =>
  has(value, { info: isInfo, printed }) && isFrameOf((value as Loaded).info)((value as Loaded).frame);

export const isAdvanceOf =
  (info: Pick<ProgramInfo, 'inputs' | 'widths'>): Check<Advance> =>
  (value): value is Advance =>
    has(value, {
      frame: isFrameOf(info),
      printed,
      nonFiniteAt: optional(isCount),
      loss: (loss) => has(loss, { updates: listOf(isCount), meanSquaredErrors: listOf(isNumber) }),
    }) && (value as Advance).loss.updates.length === (value as Advance).loss.meanSquaredErrors.length;

/** Cells in each direction that are ever drawn. */
const mostCells = 100;

export const isPlaneOf =
  ({ widths }: Pick<ProgramInfo, 'widths'>): Check<Plane> =>
  (value): value is Plane =>
    has(value, {
      update: isCount,
      size: (size) => isCount(size) && (size as number) <= mostCells,
      outputs: (outputs) =>
        outputs instanceof Float64Array &&
        outputs.length === (value as Plane).size ** 2 * (widths.at(-1) ?? 0),
      hasLines: (hasLines) => typeof hasLines === 'boolean',
    });

const isOutcome = (value: unknown): value is Outcome =>
  has(value, { kind: isOneOf('solved', 'diverged') }) ||
  has(value, { kind: isOneOf('constant'), value: isNumber }) ||
  has(value, { kind: isOneOf('partly'), right: isCount });

const isSeedReading = (value: unknown): value is SeedReading =>
  has(value, {
    seed: isNumber,
    epochs: isCount,
    outcome: isOutcome,
    outputs: tableOf(),
    settled: optional((settled) => settled === true),
    data: optional((data) => has(data, { inputs: tableOf(), targets: tableOf() })),
    failure: optional(isFailure),
  });

export const isSweepStretch = (value: unknown): value is SweepStretch =>
  has(value, {
    readings: listOf(isSeedReading),
    done: (done) => typeof done === 'boolean',
    updates: isCount,
    leftMs: optional((leftMs) => Number.isFinite(leftMs) && (leftMs as number) >= 0),
  });

export const isSweepStart = (value: unknown): value is { epochs: number } => has(value, { epochs: isCount });

/** A place in a list of so many. */
const isPlaceIn =
  (length: number) =>
  (value: unknown): boolean =>
    isCount(value) && (value as number) < length;

const mostNumbersOfFinding = 24;
const isNumbers = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= mostNumbersOfFinding &&
  Object.entries(value).every(
    ([name, one]) =>
      /^[a-z][A-Za-z0-9]{0,30}$/.test(name) &&
      (isNumber(one) ? !Number.isNaN(one) : listOf((each) => isNumber(each) && !Number.isNaN(each))(one)),
  );

/** Names as programs write them: nothing that could be taken for words of the page. */
const isArrayName = (value: unknown): boolean =>
  typeof value === 'string' && /^[\w$]{1,30}(\.[\w$]{1,30}){0,5}$/.test(value);

/** A diagnosis of a program of this information: every layer, unit, sample and number is one that there is. */
export const isDiagnosisOf =
  ({ inputs, widths }: Pick<ProgramInfo, 'inputs' | 'widths'>): Check<Diagnosis> =>
  (value): value is Diagnosis => {
    if (!has(value, { update: isCount, arrays: listOf(isArrayName) })) return false;
    const { arrays } = value as Diagnosis;
    const layer = optional(isPlaceIn(widths.length - 1));
    const parameters = optional(listOf(isPlaceIn(arrays.length)));
    const isGradient = (one: unknown): one is LayerGradient =>
      has(one, { layer, parameters, relativeError: isNumber, followedNorm: isNumber, trueNorm: isNumber });
    const isFinding = (one: unknown): one is Finding =>
      has(one, {
        code: (code) => typeof code === 'string' && Object.hasOwn(findingWords, code),
        severity: isOneOf('fine', 'note', 'problem'),
        layer,
        units: optional(listOf(isPlaceIn(widths[((one as Finding).layer ?? widths.length - 2) + 1] ?? 0))),
        samples: optional(listOf(isPlaceIn(inputs.length))),
        parameters,
        numbers: isNumbers,
      }) && isComplete(one as Finding);
    return has(value, { gradients: listOf(isGradient), findings: listOf(isFinding) });
  };

/**
 * Checks the shape of everything that comes out of the sandbox, which code a reader typed may have made, before the page uses it.
 * Written by hand because a validator's library would weigh more in the page than the whole lab does without it.
 *
 * Only own, plain data arrives: it was cloned on its way, so it has no getters, proxies or functions.
 */
import type { Outcome } from '../engine/outcome.ts';
import type { Measurement } from './messages.ts';
import type {
  Advance,
  Diagnosis,
  Failure,
  Finding,
  Frame,
  LayerGradient,
  ProgramInfo,
  SeedResult,
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
  });

const isInfo = (value: unknown): value is ProgramInfo =>
  has(value, {
    learningRate: isNumber,
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
        layers: listOf(() => true, widths.length - 1),
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

const isOutcome = (value: unknown): value is Outcome =>
  has(value, { kind: isOneOf('solved', 'diverged') }) ||
  has(value, { kind: isOneOf('constant'), value: isNumber }) ||
  has(value, { kind: isOneOf('partly'), right: isCount });

export const isSeedResult = (value: unknown): value is SeedResult =>
  has(value, { seed: isNumber, outcome: isOutcome, outputs: tableOf(), failure: optional(isFailure) });

export const isMeasurement = (value: unknown): value is Measurement =>
  has(value, { updates: isCount, elapsedMs: isNumber, updatesPerEpoch: isCount, epochs: isCount });

const isGradient = (value: unknown): value is LayerGradient =>
  has(value, {
    layer: isCount,
    relativeError: isNumber,
    followedNorm: isNumber,
    trueNorm: isNumber,
    signature: optional(isText),
  });

const isFinding = (value: unknown): value is Finding =>
  has(value, {
    kind: isText,
    severity: isOneOf('fine', 'note', 'problem'),
    layer: optional(isCount),
    units: optional(listOf(isCount)),
    title: isText,
    detail: isText,
  });

export const isDiagnosis = (value: unknown): value is Diagnosis =>
  has(value, { update: isCount, gradients: listOf(isGradient), findings: listOf(isFinding) });

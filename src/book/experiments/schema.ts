/** The form of a page's experiments.yaml. What its names stand for is looked up in read-experiments.ts. */
import { z } from 'zod';

const Words = z.string().min(1);
const Id = z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'expected words in lower case joined by hyphens');
const Count = z.number().int().min(1);
/** A whole number, or the loop that gives it: "{epochs}". */
const CountOrLoop = z.union([z.number().positive(), z.string().regex(/^\{[a-z-]+\}$/, 'expected a number')]);

const EditSchema = z.strictObject({ find: z.string().min(1), replace: z.string().min(1) });

const changes = {
  /** Values by their place in the spec: "layers.0.units"; -1 is the last layer. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** Names of faults that are left out. */
  without: z.array(z.string()).optional(),
  epochs: CountOrLoop.optional(),
};

const Loops = z.record(
  z.string().regex(/^[a-z][a-z-]*$/, 'expected a name in lower case'),
  z.union([
    z.array(z.union([z.string(), z.number()])).min(1),
    z.record(z.string(), z.strictObject({ ...changes, label: Words.optional(), title: Words.optional() })),
  ]),
);

const LayersSchema = z.array(z.record(z.string(), z.unknown())).min(1);
const FaultsSchema = z.array(z.strictObject({ name: z.string(), in: z.string().optional() })).optional();

/**
 * The spec as it is written, field by field in its own order; the engine's check has the last word on it, once faults and
 * settings are in their place.
 */
const SpecSchema = z.record(z.string(), z.unknown()).superRefine((spec, context) => {
  for (const [field, schema] of [
    ['layers', LayersSchema],
    ['faults', FaultsSchema],
  ] as const) {
    for (const { path, message } of schema.safeParse(spec[field]).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [field, ...path], message });
  }
});

const VariantSchema = z.strictObject({
  title: Words,
  for: Loops.optional(),
  /** The variant that it is made from. Defaults to the program as posted. */
  of: Words.optional(),
  /** A program of its own beside this file, instead of program.ts; it has no spec. */
  program: z
    .string()
    .regex(/^[a-z0-9-]+\.ts$/, 'expected a file beside this one, such as "other-program.ts"')
    .optional(),
  /** `spec: false` for what the engine cannot do: it is then run by its own text. */
  spec: z.literal(false).optional(),
  /** Ids of the faults that are mended in it. */
  mends: z.array(Id).default([]),
  /** Further edits of the program's text, made together with the mends. */
  edits: z.array(EditSchema).default([]),
  ...changes,
});

const SweepSchema = z
  .strictObject({
    /** Defaults to the variant's id. */
    id: Words.optional(),
    /** <SeedSweep sweeps="group" /> shows the sweeps of a group, each by its label. */
    group: Id.optional(),
    label: Words.optional(),
    for: Loops.optional(),
    /** Variants: one, several, all that fit "width-*", or one of another page: "cases/<id>#<variant>". Defaults to as posted. */
    of: z.union([Words, z.array(Words).min(1)]).optional(),
    /** A spec of its own, instead of the page's. */
    spec: SpecSchema.optional(),
    ...changes,
    /** How many seeds, counted from 1. */
    seeds: Count.optional(),
    /** Instead of seeds: the first so many of a sweep that is there, which "of" names by its id. */
    first: Count.optional(),
    /** How a run becomes a letter. Defaults to "outcome". */
    reading: Words.default('outcome'),
  })
  .refine(({ seeds, first }) => (seeds === undefined) !== (first === undefined), {
    error: 'expected either "seeds" or "first"',
    path: ['seeds'],
  });

const rowChanges = { epochs: Count.optional(), reading: Words.optional() };

const BoardSchema = z.strictObject({
  seeds: Count,
  /** Epochs after which the runs of a row are where they will be: its training is cut there. Defaults to the whole training. */
  ...rowChanges,
  /** Rows that are measured in another way because a certain fault is mended in them. */
  mended: z.record(Id, z.strictObject(rowChanges)).default({}),
});

const MeasureSchema = z.strictObject({
  /** The letters of the runs that count. */
  count: z.string().min(1),
  /** The letters of the runs that it is a share of. Defaults to all. */
  among: z.string().min(1).optional(),
  /** How it is said, without the number of runs. */
  says: Words,
  /** Whether its runs have learned their task: they are what a fault board counts. */
  learned: z.boolean().default(false),
});

export const ExperimentsSchema = z
  .strictObject({
    spec: SpecSchema.optional(),
    epochs: Count.or(z.number().positive()).optional(),
    mends: z.record(Id, z.strictObject(changes)).default({}),
    variants: z.record(Words, VariantSchema).default({}),
    sweeps: z.array(SweepSchema).default([]),
    board: BoardSchema.optional(),
    readings: z.record(Id, z.record(Id, MeasureSchema)).default({}),
  })
  .refine(({ spec, epochs }) => (spec === undefined) === (epochs === undefined), {
    error: 'expected both "spec" and "epochs", or neither of them',
    path: ['epochs'],
  });

export type WrittenExperiments = z.infer<typeof ExperimentsSchema>;
export type WrittenVariant = z.infer<typeof VariantSchema>;
export type WrittenSweep = z.infer<typeof SweepSchema>;
export type Measure = z.infer<typeof MeasureSchema>;

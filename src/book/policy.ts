/**
 * What a course asks of its own chapters and cases, beyond what every book must keep. Each course says so for itself, or asks
 * for nothing; the tests of the content hold it to that.
 */
import { z } from 'zod';

const count = z.int().min(1, 'expected a whole number from 1');

export const Policy = z.strictObject({
  /** Asked of every chapter of the course. */
  chapters: z
    .strictObject({
      /** A tag that stands in the chapter's first section. */
      opensWith: z.string().optional(),
      /** A tag that stands after the last heading. */
      endsWith: z.string().optional(),
      /** So many different exhibits, the one it opens with not counted. */
      exhibits: count.optional(),
      /** So many exercises, and at least one of each of these kinds. */
      exercises: count.optional(),
      kinds: z.array(z.enum(['prediction', 'choice', 'number', 'code'])).optional(),
      /** How often a tag must be there, by its name. */
      tags: z.record(z.string(), count).optional(),
      /** So many questions about earlier chapters; the first chapter asks about itself or a case. */
      recalls: count.optional(),
      /** Some chapter comes back to one that lies so many before. */
      reachesBack: count.optional(),
    })
    .optional(),
  /** How many solutions attempts.yaml must have of every code exercise. */
  attempts: z.strictObject({ right: count, wrong: count }).optional(),
  /** A chapter that links to a case is linked from it and the other way round, and each links to one of the other kind. */
  linkedBothWays: z.literal(true).optional(),
});

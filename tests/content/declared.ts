/** What the pages of content/ declare of themselves to be checked: checks.yaml beside a case, attempts.yaml beside exercises. */
import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { readCheckedData, type CheckedData } from '../../src/book/read-data.ts';
import { findingWords, type FindingCode } from '../../src/words/findings.ts';

const Edit = z.strictObject({ find: z.string().min(1), replace: z.string() });

const Sight = z.union([
  z.strictObject({
    /** One of these must be among the findings. */
    says: z.array(z.enum(Object.keys(findingWords) as [FindingCode, ...FindingCode[]])).min(1),
    seed: z.int().min(0).default(1),
    /** How many updates before the diagnosis is made. */
    updates: z.int().min(0).default(0),
    /** A change that wakes a sleeping fault. */
    edit: Edit.optional(),
    /** The fault shows only beside the others of its program. */
    asPosted: z.literal(true).optional(),
  }),
  z.strictObject({ unseen: z.string().min(20, 'expected the reason, in a sentence') }),
]);

const Checks = z.strictObject({
  diagnosis: z.record(z.string(), Sight).optional(),
  languages: z
    .strictObject({
      updates: z.int().min(1),
      seeds: z.array(z.int().min(0)).min(1).default([1, 2, 5]),
    })
    .default({ updates: 24, seeds: [1, 2, 5] }),
});

const Attempts = z.record(
  z.string(),
  z.array(
    z.strictObject({
      name: z.string().min(1),
      edits: z.array(Edit).min(1),
      /** What the reader is told, "…" for any words; left out of a solution that passes. */
      feedback: z.string().min(1).optional(),
    }),
  ),
);

export type Sight = z.output<typeof Sight>;
export type Checks = z.output<typeof Checks>;
export type Attempt = z.output<typeof Attempts>[string][number];

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Every case with a program and a list of its faults, be it in a course or not. */
export const casesWithFaults = (): string[] =>
  foldersIn('content/cases').filter((id) => existsSync(`content/cases/${id}/faults.yaml`));

export const chaptersWithExercises = (): string[] =>
  foldersIn('content/chapters').filter((id) => existsSync(`content/chapters/${id}/exercises.yaml`));

/** @returns what the case declares, and how to say what is wrong with it; undefined if it declares nothing. */
export function readChecks(caseId: string): CheckedData<Checks> | undefined {
  const file = `content/cases/${caseId}/checks.yaml`;
  return existsSync(file) ? readCheckedData(file, Checks) : undefined;
}

export function readAttempts(chapter: string): CheckedData<z.output<typeof Attempts>> | undefined {
  const file = `content/chapters/${chapter}/attempts.yaml`;
  return existsSync(file) ? readCheckedData(file, Attempts) : undefined;
}

/**
 * The words of a page's faults and exercises in another language: words.yaml beside the page's translation, by the ids of the
 * original. What is not there is said as it was written. Edits, programs and numbers stand in the original alone.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { courseFile } from '../course.ts';
import { expectedNames } from '../nearest.ts';
import { readCheckedData } from '../read-data.ts';
import { otherLanguage } from './page-language.ts';

const words = z.string().min(1, 'expected some words, found none').optional();

const Entry = z.strictObject({
  title: words,
  symptom: words,
  why: words,
  hint: words,
  /** How much a fault matters. */
  matters: words,
  question: words,
  hints: z.array(z.string().min(1)).optional(),
  solution: words,
  /** By the ids of the options. */
  options: z.record(z.string(), z.strictObject({ text: words, why: words })).optional(),
  /** Why each of the wrong numbers is wrong, in their order. */
  wrong: z.array(z.string().min(1)).optional(),
});

const PageWords = z.record(z.string(), Entry);

interface Worded {
  id: string;
  matters?: { words: string };
  hints?: string[];
  options?: { id: string; text: string; why: string }[];
  wrong?: { why: string }[];
}

/**
 * The same with the words of the course's language.
 *
 * @param folder Of the page: "cases/x".
 * @throws if words.yaml names a fault, an exercise or an option that is not there, or has too few or too many of a list.
 */
export function inCourseLanguage<Original extends Worded>(originals: Original[], folder: string): Original[] {
  const language = otherLanguage(courseFile());
  const file = `content/${language}/${folder}/words.yaml`;
  if (language === undefined || !existsSync(file)) return originals;
  const { data, wrong: error } = readCheckedData(file, PageWords);
  const ids = originals.map(({ id }) => id);
  for (const id of Object.keys(data)) {
    if (!ids.includes(id))
      throw error([id], `there is nothing with the id "${id}"; ${expectedNames(id, ids)}`);
  }
  return originals.map((original) => {
    const { matters, options, wrong, ...plain } = data[original.id] ?? {};
    const known = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    const optionIds = (original.options ?? []).map(({ id }) => id);
    for (const id of Object.keys(options ?? {})) {
      if (!optionIds.includes(id))
        throw error(
          [original.id, 'options', id],
          `there is no option "${id}"; ${expectedNames(id, optionIds)}`,
        );
    }
    sameLength(original.id, 'hints', original.hints, plain.hints);
    sameLength(original.id, 'wrong', original.wrong, wrong);
    return {
      ...original,
      ...known,
      ...(matters !== undefined && { matters: { ...original.matters, words: matters } }),
      ...(options && {
        options: original.options!.map((option) => ({ ...option, ...options[option.id] })),
      }),
      ...(wrong && { wrong: original.wrong!.map((one, i) => ({ ...one, why: wrong[i]! })) }),
    };
  });

  function sameLength(id: string, field: string, one: unknown[] = [], other: unknown[] | undefined): void {
    if (other !== undefined && other.length !== one.length)
      throw error([id, field], `expected ${one.length}, as the original has, found ${other.length}`);
  }
}

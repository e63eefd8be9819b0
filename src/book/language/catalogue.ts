/**
 * The words of the interface in another language: content/<language>/interface.yaml, from each message as it stands in the sources
 * to what is said instead. `npm run words -- <language>` lists what is missing. A message without a translation is said as it is.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readCheckedData } from '../read-data.ts';
import type { Translate } from './translate-source.ts';

/** The language in which the book is written. */
export const originalLanguage = 'en';

const Catalogue = z.record(z.string(), z.string().min(1, 'expected some words, found none'));

export const catalogueFile = (language: string): string => `content/${language}/interface.yaml`;

/** Whether a course is said in another language than the book is written in. */
export const isTranslated = (language: string | undefined): language is string =>
  language !== undefined && language.split('-')[0] !== originalLanguage;

const partsOf = (message: string): string => (message.match(/\{\d+\}/g) ?? []).sort().join(' ');

/** @throws if a translation leaves out a part that its message has, or has one of its own. */
export function readCatalogue(language: string): ReadonlyMap<string, string> {
  const file = catalogueFile(language);
  if (!existsSync(file)) return new Map();
  const { data, wrong } = readCheckedData(file, Catalogue);
  for (const [message, translation] of Object.entries(data)) {
    if (partsOf(message) !== partsOf(translation))
      throw wrong(
        [message],
        `expected the parts ${partsOf(message) || 'none'}, found ${partsOf(translation) || 'none'}`,
      );
  }
  return new Map(Object.entries(data));
}

/** What the interface of a course says for a message. */
export function interfaceWords(language: string | undefined): Translate {
  if (!isTranslated(language)) return () => undefined;
  const catalogue = readCatalogue(language);
  return (message) => catalogue.get(message);
}

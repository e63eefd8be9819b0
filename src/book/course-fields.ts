/** What a course file says of itself beside its pages: whose it is, under which licence, how it looks, when work is due. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { whyNoAccent } from './accent.ts';

const words = z.string().trim().min(1, 'expected some words, found none');

const webAddress = z.url({
  protocol: /^(https?|mailto)$/,
  error: ({ input }) => `expected an address such as "https://example.org/", found ${JSON.stringify(input)}`,
});

/** A colour that is read on the papers of a theme. */
const accentFor = (theme: 'light' | 'dark') =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/, {
      error: ({ input }) =>
        `expected a colour such as "#005358", six digits from 0 to 9 and a to f in small letters, found ${JSON.stringify(input)}`,
      abort: true,
    })
    .check((context) => {
      const why = whyNoAccent(context.value, theme);
      if (why !== undefined) context.issues.push({ code: 'custom', input: context.value, message: why });
    });

/** A day such as "2026-10-12". */
export const Day = z.string().refine(
  (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)
    );
  },
  { error: ({ input }) => `expected a day such as 2026-10-12, found ${JSON.stringify(input)}` },
);

/** Whether a text is a language's name as browsers know it: "en", "de-AT". */
function isLanguage(text: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(text) !== undefined;
  } catch {
    return false;
  }
}

export const aboutCourse = {
  title: words,
  /** Below the title on the first page. */
  subtitle: words.optional(),
  /** For search engines and for whoever lists the book: a sentence. */
  description: words,
  institution: words.optional(),
  /** "Autumn 2026" */
  term: words.optional(),
  authors: z.array(words).min(1, 'expected at least one name').optional(),
  /** At the foot of every page. */
  licence: z
    .strictObject({
      name: words,
      address: webAddress.optional(),
      /** Whose work it is and from what it was made, as the licence asks. */
      attribution: words,
    })
    .optional(),
  /** Of the page's words, as browsers know it. */
  language: z
    .string()
    .refine(isLanguage, {
      error: ({ input }) =>
        `expected the code of a language, such as "en" or "de", found ${JSON.stringify(input)}`,
    })
    .optional(),
  accent: z.strictObject({ light: accentFor('light'), dark: accentFor('dark') }).optional(),
  /** A picture in public/, in place of the book's mark. */
  logo: z
    .string()
    .regex(/^\/.+\.(svg|png|webp|avif)$/, {
      error: ({ input }) =>
        `expected a picture in public/, such as "/logo.svg" for public/logo.svg, found ${JSON.stringify(input)}`,
      abort: true,
    })
    .refine((path) => existsSync(`public${path}`), {
      error: ({ input }) => `there is no file public${String(input)}`,
    })
    .optional(),
  /** Whether the notes to whoever teaches are in the book, for the presenter's window; without, they are in no file. */
  speakerNotes: z.boolean().optional(),
  /** Above the title of every page. */
  notice: words.optional(),
  /** In the menu and on the first page. An address in the book begins with a slash. */
  links: z
    .array(
      z.strictObject({
        title: words,
        address: z.union([z.string().regex(/^\/(?!\/)/), webAddress], {
          error: ({ input }) =>
            `expected an address such as "https://example.org/" or, in the book, "/chapters/<id>/", found ${JSON.stringify(input)}`,
        }),
      }),
    )
    .optional(),
};

/** Which exercises the course has, and how much help they give. */
export const ExercisePolicy = z.strictObject({
  /** All of the listed chapters, none, those of the exam set alone, or these. */
  show: z
    .union([z.enum(['all', 'none', 'exam set']), z.array(words).min(1)], {
      error: ({ input }) =>
        `expected "all", "none", "exam set" or a list of ids of exercises, found ${JSON.stringify(input)}`,
    })
    .default('all'),
  /** A hint that is not shown is in no file of the built book. */
  hints: z.enum(['shown', 'never']).default('shown'),
  /** Whether a reader may open solutions. What is never shown is in no file of the built book. */
  solutions: z.enum(['shown', 'after passing', 'never']).default('shown'),
  /** The first of the seeds on which the programs of code exercises are tried; by default the exercise's own. */
  seeds: z.int().min(0).max(4_000_000_000).optional(),
  /** Exercises that are kept back, by their ids: unless `show` says "exam set", they are in no file of the built book. */
  examSet: z.array(words).default([]),
});

export type ExercisePolicy = z.infer<typeof ExercisePolicy>;

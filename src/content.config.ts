import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { pageFile, pageOfFile, pagesOf, readCourse } from './book/course.ts';
import { interfaceWords, originalLanguage } from './book/language/catalogue.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: pagesOf(readCourse()).map((page) => pageFile(page).replace(/^content\//, '')),
      generateId: ({ entry }) => pageOfFile(entry)!,
    }),
    schema: docsSchema({
      extend: z.object({
        /** The page in whose place this one stands: "chapters/<id>" (course.ts). */
        replaces: z.string().optional(),
        /** What people type into a search box; shown under the title and weighed most by the book's search. */
        phrases: z.array(z.string().min(1)).optional(),
      }),
    }),
  }),
  /** The few words of the frame that are not Starlight's own. */
  i18n: defineCollection({
    loader: () => {
      const { language = originalLanguage } = readCourse();
      const beginning = interfaceWords(language)('Beginning') ?? 'Beginning';
      return [{ id: language, 'tableOfContents.overview': beginning }];
    },
    schema: i18nSchema(),
  }),
};

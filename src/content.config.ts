import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { pageFile, readCourse } from './book/course.ts';

const pages = readCourse().parts.flatMap((part) => part.pages);

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: pages.map((page) => pageFile(page).replace(/^content\//, '')),
      generateId: ({ entry }) => entry.replace(/(\/case|\/chapter)?\.mdx$/, ''),
    }),
    schema: docsSchema(),
  }),
};

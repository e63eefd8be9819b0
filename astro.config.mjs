import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import AutoImport from 'astro-auto-import';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { readCourse } from './src/book/course.ts';
import { sidebarOf } from './src/book/sidebar.ts';
import { authorComponents } from './src/book/author-components.ts';

const course = readCourse();

export default defineConfig({
  site: process.env.BOOK_SITE ?? 'http://localhost:4321',
  base: process.env.BOOK_BASE ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
  integrations: [
    AutoImport({ imports: authorComponents() }),
    starlight({
      title: course.title,
      description: course.description,
      sidebar: sidebarOf(course),
      pagefind: true,
      customCss: ['./src/styles/layers.css', './src/styles/tokens.css'],
    }),
    mdx(),
    preact(),
  ],
});

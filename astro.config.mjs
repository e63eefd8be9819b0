import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { accentStyles } from './src/book/accent.ts';
import { bookAddress } from './src/book/book-address.ts';
import { authorComponents } from './src/book/author-components.ts';
import { checkedLinks } from './src/book/checked-links.ts';
import { checkedContent } from './src/book/checked-content.ts';
import { withContentSecurityPolicy } from './src/book/content-security-policy.ts';
import { courseName, readCourse, unlistedPages } from './src/book/course.ts';
import { isEmbed } from './src/book/embeds.ts';
import { firstPagePrograms } from './src/book/first-page-programs.ts';
import { courseRestarts, liveContent } from './src/book/live-content.ts';
import { translatedInterface } from './src/book/language/translated-interface.ts';
import { checkHeads } from './src/book/page-head.ts';
import { rehypePlugins, remarkPlugins } from './src/book/page-plugins.ts';
import { placedExhibits } from './src/book/placed-exhibits.ts';
import { programVariants } from './src/book/program-variants.ts';
import { rewritePages } from './src/book/rewrite-pages.ts';
import { sidebarOf } from './src/book/sidebar.ts';
import { withStylesInHead } from './src/book/styles-in-head.ts';
import { sandboxPlugin } from './src/lab/sandbox-plugin.ts';

const course = readCourse();
checkHeads(course);
const { site, base } = bookAddress();

/** @type {Map<string, import('./src/book/page-links.ts').PageMentions>} What the pages say of each other, as they are compiled. */
const mentions = new Map();

const components = await authorComponents();
const book = { course, base, mentions, components };

/** In the order of the cascade. What belongs to one exhibit or one page lies beside it, and comes with it. */
const styles = ['layers', 'tokens', 'fonts', 'base', 'site', 'prose', 'prose-parts', 'lays-out-later'];

/** Starlight's parts that the book draws its own way. */
const siteComponents = [
  'Footer',
  'Head',
  'Header',
  'Hero',
  'MarkdownContent',
  'PageTitle',
  'Search',
  'SiteTitle',
  'TwoColumnContent',
];

/** Says in plain words which written pages the course leaves out. */
const reportUnlistedPages = {
  name: 'unlisted-pages',
  hooks: {
    'astro:config:done': ({ logger }) => {
      for (const page of unlistedPages(course)) {
        logger.warn(`content/${page} is not in the course "${courseName()}" and is not built`);
      }
    },
  },
};

/**
 * A link that a script adds to the head, even one that preloads a module, has Chromium lay out the whole page anew. What a
 * reader's touch loads is small enough to do without. Astro sets this option itself; a plugin has the last word.
 */
const noModulePreload = {
  name: 'no-module-preload',
  /** @type {import('vite').Plugin['configEnvironment']} */
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
};

/**
 * Astro's integration has Babel turn JSX into calls, for hot reloading; Vite does the same in a tenth of the time, and a build has
 * nothing to reload.
 */
const jsxByVite = {
  name: 'jsx-by-vite',
  apply: /** @type {const} */ ('build'),
  /** @type {import('vite').Plugin['configResolved']} */
  configResolved: ({ plugins }) => {
    const byBabel = plugins.find(({ name }) => name === 'vite:preact-jsx');
    if (!byBabel) throw new Error('@astrojs/preact no longer has a plugin "vite:preact-jsx"');
    delete byBabel.transform;
  },
};

/** The search's interface comes when a reader opens the search (search-dialog.ts): for Starlight's own script late-search.ts stands in for it. */
const lateSearch = {
  name: 'late-search',
  enforce: /** @type {const} */ ('pre'),
  /** @type {import('vite').Plugin['resolveId']} */
  resolveId: (id, importer) =>
    id === '@pagefind/default-ui' && !importer?.endsWith('search-dialog.ts')
      ? fileURLToPath(import.meta.resolve('./components/site/late-search.ts'))
      : undefined,
};

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Not in node_modules, which the fixture book shares.
  cacheDir: '.cache/astro',
  devToolbar: { enabled: false },
  markdown: {
    processor: unified({ remarkPlugins: remarkPlugins(book), rehypePlugins: rehypePlugins(book) }),
  },
  integrations: [
    reportUnlistedPages,
    courseRestarts(),
    checkedContent(course, components),
    starlight({
      title: course.title,
      description: course.description,
      sidebar: sidebarOf(course),
      // A page is found first by the words that people type for it (its phrases, Phrases.astro), then by its title and its text.
      pagefind: {
        ranking: { pageLength: 0.5, termSaturation: 1.6, metaWeights: { title: 5 } },
      },
      disable404Route: true,
      favicon: '/favicon.svg',
      head: [
        ...(course.accent
          ? [{ tag: /** @type {const} */ ('style'), content: accentStyles(course.accent) }]
          : []),
        ...(course.authors ?? []).map((name) => ({
          tag: /** @type {const} */ ('meta'),
          attrs: { name: 'author', content: name },
        })),
      ],
      ...(course.language && { locales: { root: { label: course.language, lang: course.language } } }),
      customCss: styles.map((name) => `./src/styles/${name}.css`),
      components: Object.fromEntries(siteComponents.map((name) => [name, `./components/site/${name}.astro`])),
      credits: false,
    }),
    // Starlight brings one, which lists every page.
    sitemap({
      filter: (address) => !isEmbed(new URL(address).pathname.slice(base.replace(/\/+$/, '').length)),
    }),
    mdx(),
    // Else it has Babel read every module, which takes longer than all that Vite does with them.
    preact({ include: ['**/*.tsx'] }),
    rewritePages(withStylesInHead, withContentSecurityPolicy),
    checkedLinks(course, base, mentions),
  ],
  vite: {
    plugins: [
      translatedInterface(course.language),
      programVariants(),
      firstPagePrograms(),
      placedExhibits(course, components),
      liveContent(),
      sandboxPlugin(),
      noModulePreload,
      jsxByVite,
      lateSearch,
    ],
    build: {
      // A typeface inlined into a style sheet would be loaded by pages that never show it.
      assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
      rolldownOptions: {
        // Astro marks each MDX page with a directive that the bundler warns of, once a page, and that does no harm.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});

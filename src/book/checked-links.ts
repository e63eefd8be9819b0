/**
 * Checks every link of the built book once it is built: the page or file must be there, and the anchor on that page. A link
 * that an author wrote is named with its file and line, any other with the page on which it stands.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Course } from './course.ts';
import { findingLinks } from './finding-sections.ts';
import { termsWithoutTheirPage } from './glossary.ts';
import { elementsOf } from './page-elements.ts';
import type { PageElement } from './page-elements.ts';
import { bookRoot, destination } from './page-links.ts';
import type { PageMentions } from './page-links.ts';

interface BuiltBook {
  /** The folder in which it lies. */
  folder: string;
  /** The path under which it is served, with a slash at both ends. */
  base: string;
}

/** Attributes that hold addresses, by the element that bears them. */
const addressAttributes: Record<string, readonly string[]> = {
  a: ['href'],
  link: ['href'],
  script: ['src'],
  img: ['src'],
  iframe: ['src'],
  'astro-island': ['component-url', 'renderer-url'],
};

/**
 * @param mentions What authors wrote, by file.
 * @returns a sentence for each link that leads nowhere: "content/symptoms/x.mdx:12: the link to …".
 */
export function brokenLinks({ folder, base }: BuiltBook, mentions: Iterable<PageMentions>): string[] {
  const pages = new Map(
    globSync('**/*.html', { cwd: folder }).map((file) => [
      `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
      elementsOf(readFileSync(join(folder, file), 'utf8')),
    ]),
  );
  const ids = new Map(
    [...pages].map(([path, elements]) => [path, new Set(elements.map(({ attributes }) => attributes['id']))]),
  );

  /** Why a link leads nowhere; undefined if it is sound. The path begins at the book's root. */
  function whyBroken(path: string, anchor: string): string | undefined {
    const there = ids.get(path);
    if (there) return anchor === '' || there.has(anchor) ? undefined : `that page has no id "${anchor}"`;
    if (ids.has(`${path}/`)) return `the address of that page ends with a slash: "${path}/"`;
    const isFile = statSync(join(folder, path), { throwIfNoEntry: false })?.isFile();
    return isFile ? undefined : 'there is no such page or file';
  }

  const written = [...mentions].flatMap(({ links }) => links);
  const why = written.flatMap(({ file, line, address, path, anchor }) => {
    const reason = whyBroken(path, anchor);
    return reason === undefined ? [] : [`${file}:${line}: the link to "${address}": ${reason}`];
  });
  const told = new Set(written.map(({ path, anchor }) => `${path}#${anchor}`));

  for (const [page, elements] of pages) {
    for (const address of elements.flatMap(addressesOf)) {
      const url = new URL(address, `${bookRoot}${base}${page.slice(1)}`);
      if (url.origin !== bookRoot) continue;
      const { path: served, anchor } = destination(url);
      const path = `/${served.slice(base.length)}`;
      if (told.has(`${path}#${anchor}`)) continue;
      const reason = served.startsWith(base) ? whyBroken(path, anchor) : `it is outside ${base}`;
      if (reason !== undefined) why.push(`${page}: the link to "${address}": ${reason}`);
    }
  }
  return why;
}

function addressesOf({ name, attributes }: PageElement): string[] {
  if (attributes['rel'] === 'canonical') return [];
  return (addressAttributes[name] ?? []).flatMap((attribute) => attributes[attribute] ?? []);
}

/** Stops a build with a link that leads nowhere, and lists what is left out with the pages that the course leaves out. */
export function checkedLinks(
  course: Course,
  base: string,
  mentions: Map<string, PageMentions>,
): AstroIntegration {
  return {
    name: 'links',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const files = [...mentions.keys()].sort();
        const leftOut = files.flatMap((file) => mentions.get(file)!.leftOut);
        for (const what of [...leftOut, ...termsWithoutTheirPage(course)]) {
          logger.warn(`${what}: the course leaves that page out`);
        }
        const broken = brokenLinks({ folder: fileURLToPath(dir), base: `${base.replace(/\/+$/, '')}/` }, [
          ...mentions.values(),
          findingLinks(course),
        ]);
        if (broken.length > 0) throw new Error(broken.join('\n'));
      },
    },
  };
}

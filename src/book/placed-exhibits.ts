/**
 * The exhibits of the course's pages with what is said in their tags, for pages that show one of them alone.
 *
 * `virtual:placed-exhibits` exports `exhibits`, and `virtual:placed-exhibits/components` an Astro component for each tag among
 * them, in `components`.
 */
import { resolve } from 'node:path';
import type { AuthorComponent } from './author-components.ts';
import { exhibitsIn, writtenIn } from './author-tags.ts';
import { type Course, pageFile, pagesOf } from './course.ts';
import { treeOfPage } from './page-tree.ts';

export interface PlacedExhibit {
  /** Where links find it: "chapters/starting-points/plateau". */
  place: string;
  /** The page that it stands on: "chapters/starting-points". */
  page: string;
  tag: string;
  /** What the tag is for, in a sentence. */
  about: string;
  attributes: Record<string, unknown>;
}

type Components = ReadonlyMap<string, AuthorComponent>;

function exhibitsOfPage(page: string, components: Components): PlacedExhibit[] {
  return exhibitsIn(treeOfPage(pageFile(page)), components).map(({ tag, name, id }) => {
    const place = `${page}/${id}`;
    const written = Object.fromEntries((tag.attributes ?? []).map((one) => writtenIn(name, one)));
    const about = components.get(name)!.props!.description ?? name;
    return { place, page, tag: name, about, attributes: { ...written, id: place } };
  });
}

const moduleName = 'virtual:placed-exhibits';
const componentsName = `${moduleName}/components`;

/** A Vite plugin. */
export function placedExhibits(course: Course, components: Components) {
  return {
    name: 'placed-exhibits',
    resolveId: (id: string) => (id === moduleName || id === componentsName ? `\0${id}` : undefined),
    load(id: string): string | undefined {
      if (id !== `\0${moduleName}` && id !== `\0${componentsName}`) return undefined;
      const exhibits = pagesOf(course).flatMap((page) => exhibitsOfPage(page, components));
      if (id === `\0${moduleName}`) return `export const exhibits = ${JSON.stringify(exhibits)};`;
      const tags = [...new Set(exhibits.map(({ tag }) => tag))];
      return [
        ...tags.map((tag) => `import ${tag} from ${JSON.stringify(resolve(components.get(tag)!.file))};`),
        `export const components = { ${tags.join(', ')} };`,
      ].join('\n');
    },
  };
}

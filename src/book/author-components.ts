import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TagSchema } from './tag-fields.ts';

export interface AuthorComponent {
  /** Its file, seen from the project's root. */
  file: string;
  /** What an author can say in its tag; a component without one is for the build alone. */
  props?: TagSchema;
  /** The id of the heading that it brings with it. */
  heading?: string;
}

/**
 * The components an author can use in MDX without importing them, by their tag: every .astro file in components/prose, and
 * the .astro file of every folder in components/exhibits and components/exercises. What can be said in a tag is told by the
 * `props.ts` beside it: by one schema, or in components/prose by one for each tag.
 *
 * @returns in the alphabetical order of the tags.
 */
export async function authorComponents(): Promise<Map<string, AuthorComponent>> {
  const paths = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^(prose|exhibits\/[^/]+|exercises\/[^/]+)\/[A-Z]\w*\.astro$/.test(path))
    .map((path) => ({ tag: path.replace(/^.*\/(\w+)\.astro$/, '$1'), file: `components/${path}` }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return new Map(
    await Promise.all(
      paths.map(async ({ tag, file }): Promise<[string, AuthorComponent]> => {
        const props = await propsOf(tag, dirname(file));
        const heading = /<h2 id="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1];
        return [tag, { file, ...(props && { props }), ...(heading && { heading }) }];
      }),
    ),
  );
}

async function propsOf(tag: string, folder: string): Promise<TagSchema | undefined> {
  const file = `${folder}/props.ts`;
  if (!existsSync(file)) return undefined;
  const { props } = (await import(/* @vite-ignore */ pathToFileURL(resolve(file)).href)) as {
    props: TagSchema | Record<string, TagSchema>;
  };
  return 'shape' in props ? (props as TagSchema) : (props as Record<string, TagSchema>)[tag];
}

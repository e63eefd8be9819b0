/** Puts a language's words into the modules of the interface while they are built; the sources stay as they are. */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { interfaceWords, isTranslated } from './catalogue.ts';

/** The files whose words a reader of the page sees, from the project's root. What the checks of the lab find is said by src/words. */
export const saysWords = (file: string): boolean =>
  /^(components|src\/(words|book|lab|pages|clinic))\/.*\.(astro|tsx?)$/.test(file) &&
  !/^src\/(lab\/checks|book\/(course-command|language))\//.test(file);

/**
 * @param language The course's. A file content/<language>/words/<name>.ts stands in for src/words/<name>.ts: for a language that
 *   counts, lists or writes its numbers otherwise.
 */
export function translatedInterface(language: string | undefined): Plugin {
  const translate = interfaceWords(language);
  return {
    name: 'translated-interface',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!isTranslated(language) || (!source.includes('words/') && !importer?.includes('/src/words/')))
        return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const [, name] = found ? (/\/src\/words\/([a-z-]+)\.ts$/.exec(found.id) ?? []) : [];
      const own = resolve(`content/${language}/words/${name}.ts`);
      return name !== undefined && existsSync(own) && importer !== own ? own : undefined;
    },
    // Before any other plugin sees it: Astro compiles its components ahead of all that transform.
    async load(id) {
      const [path, query] = id.split('?');
      const file = relative(process.cwd(), path!).replaceAll('\\', '/');
      if (!isTranslated(language) || query !== undefined || !saysWords(file)) return undefined;
      // It brings the TypeScript compiler, which a book in its own language does without.
      const { translateSource } = await import('./translate-source.ts');
      const code = readFileSync(path!, 'utf8');
      const said = translateSource(code, file, translate);
      return said === code ? undefined : { code: said, map: null };
    },
  };
}

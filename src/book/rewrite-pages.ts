/** A pass over the pages once the book is built, for what none of the tools that build it can do. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * @param rewrites A page's HTML, and what becomes of it; one after another.
 * @throws what one of them throws, with the page's file before the message.
 */
export function rewritePages(...rewrites: ((html: string) => string)[]): AstroIntegration {
  return {
    name: 'rewritten-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = join(folder, page);
          try {
            const html = readFileSync(file, 'utf8');
            writeFileSync(
              file,
              rewrites.reduce((now, rewrite) => rewrite(now), html),
            );
          } catch (error) {
            throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
        }
      },
    },
  };
}

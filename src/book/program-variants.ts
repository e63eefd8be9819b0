import { transform } from 'sucrase';
import { namedExperiments } from './experiments/named.ts';
import { expectedNames } from './nearest.ts';

/**
 * A Vite plugin: `import * as mended from '.../content/cases/<id>/program.ts?variant=<variant>'` gives the page's
 * program with the edits of that variant of experiments.yaml; `?variant=as-posted` gives it unchanged. What a page runs
 * is then the very text that the case shows.
 */
export function programVariants() {
  return {
    name: 'program-variants',
    enforce: 'pre' as const,
    load(id: string): { code: string; moduleType: 'js' } | undefined {
      const match = /\/content\/cases\/([a-z0-9-]+)\/program\.ts\?variant=([a-z0-9.-]+)$/.exec(id);
      if (!match) return undefined;
      const [, caseId, variantId] = match as unknown as [string, string, string];
      return {
        code: transform(variantSource(caseId, variantId), { transforms: ['typescript'] }).code,
        moduleType: 'js',
      };
    },
  };
}

/**
 * The text of a case's program in one of its variants.
 *
 * @throws if the case has no such variant.
 */
export function variantSource(caseId: string, variantId: string): string {
  const { variants, file, textOf } = namedExperiments('Bench', caseId);
  const variant = variants.get(variantId);
  if (!variant)
    throw new Error(
      `${file}: variants: there is no "${variantId}"; ${expectedNames(variantId, variants.keys())}`,
    );
  return textOf(variant);
}

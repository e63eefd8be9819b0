import { transform } from 'sucrase';
import { readFaults, readProgram, variantText } from './faults.ts';

/**
 * A Vite plugin: `import * as mended from '.../content/cases/<id>/program.ts?variant=<variant>'` gives the case's
 * program with the edits of that variant of faults.yaml; `?variant=as-posted` gives it unchanged. What a page runs
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
 * A case's program in one of its variants, evaluated from its text. It imports nothing but types, as every program.
 *
 * @throws as `variantSource` does.
 */
export async function variantProgram<Program>(caseId: string, variantId: string): Promise<Program> {
  const { code } = transform(variantSource(caseId, variantId), { transforms: ['typescript'] });
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Program;
}

/**
 * The text of a case's program in one of its variants.
 *
 * @throws if the case has no such variant.
 */
export function variantSource(caseId: string, variantId: string): string {
  const { faults, variants } = readFaults(caseId);
  const source = readProgram(caseId, 'typescript')!;
  if (variantId === 'as-posted') return source;
  const variant = variants.find(({ id }) => id === variantId);
  if (!variant)
    throw new Error(`content/cases/${caseId}/faults.yaml: variants: expected one of id "${variantId}"`);
  return variantText(source, faults, variant);
}

import { readCourse } from './course.ts';

const moduleName = 'virtual:first-page-programs';

/**
 * A Vite plugin: `virtual:first-page-programs` exports `broken` and `mended`, the program of the case that the course names
 * for its first page, in the two variants that it names.
 */
export function firstPagePrograms() {
  return {
    name: 'first-page-programs',
    resolveId: (id: string) => (id === moduleName ? `\0${moduleName}` : undefined),
    load(id: string): string | undefined {
      if (id !== `\0${moduleName}`) return undefined;
      const network = readCourse().firstPage?.network;
      if (!network) return 'export const broken = undefined, mended = undefined;';
      return (['broken', 'mended'] as const)
        .map((which) => {
          const file = `/content/cases/${network.case}/program.ts?variant=${network[which]}`;
          return `export * as ${which} from ${JSON.stringify(file)};`;
        })
        .join('\n');
    },
  };
}

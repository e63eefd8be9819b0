/**
 * Gives the site `sandbox.html`, the document in which readers' programs run. It is bundled from src/lab/runtime when it is
 * asked for, so it works the same with `astro dev` and `astro build`.
 */
import type { Plugin } from 'vite';
import { sandboxDocument } from './sandbox-document.ts';

const moduleName = 'virtual:sandbox-document';

export function sandboxPlugin(): Plugin {
  let text: Promise<string> | undefined;
  return {
    name: 'sandbox-document',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    async load(id) {
      if (id !== `\0${moduleName}`) return undefined;
      text ??= sandboxDocument();
      return `export default ${JSON.stringify(await text)};`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.includes('/src/lab/')) return;
      text = undefined;
      const module = server.moduleGraph.getModuleById(`\0${moduleName}`);
      if (module) server.moduleGraph.invalidateModule(module);
    },
  };
}

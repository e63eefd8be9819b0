/** src/lab as a page's bundle has it, as one script, for pages that tests and benchmarks put it in; `lab` is then global. */
import { build } from 'vite';

export async function bundleLab(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: 'src/lab/index.ts', formats: ['iife'], name: 'lab', fileName: 'lab' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The lab was not bundled.');
  return `${output.output[0].code}\nglobalThis.lab = lab;`;
}

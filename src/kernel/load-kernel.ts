/**
 * Finds and compiles the kernel, once, when the first sweep asks for it. It is built from assembly/ into
 * build/kernel.wasm by `npm run build:kernel`, which `npm ci`, `npm start`, `npm run dev` and `npm run build`
 * call by themselves, and is not kept under version control.
 */
import type * as Fs from 'node:fs';
import type * as Url from 'node:url';

interface ProcessOfNode {
  getBuiltinModule?(id: string): unknown;
  cwd(): string;
}

async function bytesOnDisk(process: ProcessOfNode): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const fs = process.getBuiltinModule?.('node:fs') as typeof Fs;
  const url = process.getBuiltinModule?.('node:url') as typeof Url;
  const here = import.meta.url; // not in the URL call: a bundler of the page would take the file for an asset
  // A bundled copy of this file (a site being built) has lost its neighbours; the project's folder has them.
  const places = [
    new URL('./build/kernel.wasm', here),
    new URL('src/kernel/build/kernel.wasm', url.pathToFileURL(`${process.cwd()}/`)),
  ];
  for (const place of places)
    if (place.protocol === 'file:' && fs.existsSync(place)) return new Uint8Array(fs.readFileSync(place));
  return undefined;
}

async function compile(): Promise<WebAssembly.Module | undefined> {
  if (typeof WebAssembly !== 'object') return undefined;
  const { process } = globalThis as { process?: ProcessOfNode };
  try {
    if (process?.getBuiltinModule) {
      const bytes = await bytesOnDisk(process);
      return bytes && (await WebAssembly.compile(bytes));
    }
    const answer = await fetch(new URL('./build/kernel.wasm', import.meta.url));
    return answer.ok ? await WebAssembly.compile(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

let kernel: Promise<WebAssembly.Module | undefined> | undefined;

/**
 * The compiled kernel; undefined where it cannot be had: no WebAssembly SIMD, a page policy that forbids
 * WebAssembly, a lost connection. Everything then runs on the engine, slower and with the same results.
 */
export function loadKernel(): Promise<WebAssembly.Module | undefined> {
  return (kernel ??= compile());
}

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { liveContent } from '../../src/book/live-content.ts';

/** A development server over a folder with one case, and what it tells the pages that are open. */
async function serverOver(files: Record<string, string>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'book-')));
  mkdirSync(join(root, 'content/cases/a'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [liveContent()],
    server: { middlewareMode: true, ws: false, watch: { useFsEvents: false } },
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });
  const told: unknown[] = [];
  server.environments.client.hot.send = (payload: unknown) => void told.push(payload);
  /** As the watcher says it. */
  const changed = (file: string) => server.watcher.emit('change', join(root, file));
  return { root, server, told, changed };
}

it('has open pages load anew when a file that is read as a page is drawn has changed', async () => {
  const { told, changed } = await serverOver({});
  for (const file of [
    'cases/a/faults.yaml',
    'cases/a/measured.json',
    'cases/a/program.py',
    'glossary.yaml',
  ]) {
    changed(`content/${file}`);
  }
  expect(told).toEqual(Array.from({ length: 4 }, () => ({ type: 'full-reload', path: '*' })));
});

it('leaves pages of MDX, and what lies elsewhere, to others', async () => {
  const { told, changed } = await serverOver({});
  for (const file of ['content/cases/a/case.mdx', 'src/lab/program.ts', 'package.json']) changed(file);
  expect(told).toEqual([]);
});

it('makes a variant of a program anew when the faults beside it have changed', async () => {
  const { server, changed } = await serverOver({ 'content/cases/a/program.ts': 'export const one = 1;' });
  const url = '/content/cases/a/program.ts?variant=as-posted';
  await server.environments.ssr.transformRequest(url);
  const made = () => server.environments.ssr.moduleGraph.getModuleByUrl(url);
  expect((await made())?.transformResult).not.toBeNull();
  changed('content/cases/a/faults.yaml');
  expect((await made())?.transformResult).toBeNull();
});

/**
 * Shows a saved change of the content while the book is being written (astro dev). Astro itself sees to MDX and to what pages
 * import; YAML, JSON and programs are read as files when a page is drawn, so a page that is open must be asked for again.
 */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment } from 'vite';
import type { DevEnvironment, EnvironmentModuleNode, Plugin, ViteDevServer } from 'vite';
import { courseFile, readCourse } from './course.ts';
import { onceAProcess } from './once-a-process.ts';

let hasStarted = false;

/** Has every open page load anew when a file of the content has changed, come or gone. */
export function liveContent(): Plugin {
  return {
    name: 'live-content',
    apply: 'serve',
    configureServer(server: ViteDevServer) {
      const reloadPages = () => server.environments.client.hot.send({ type: 'full-reload', path: '*' });
      const reload = (file: string) => {
        if (!isReadWhenDrawn(relative(server.config.root, file).replaceAll('\\', '/'))) return;
        const program = resolve(dirname(file), 'program.ts');
        for (const environment of Object.values(server.environments)) forget(program, environment);
        reloadPages();
      };
      // A page that stayed connected while the server started anew was drawn by the one before.
      if (hasStarted) setTimeout(reloadPages, 1_000).unref();
      hasStarted = true;
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

/** @param file Seen from the project's root. */
const isReadWhenDrawn = (file: string): boolean =>
  /^content\/.*\.(yaml|json|ts|py|lua)$/.test(file) && file !== courseFile();

/** Forgets what was made of a file: a variant of a program (program-variants.ts) is made of other files of its folder too. */
function forget(file: string, environment: DevEnvironment): void {
  const stale = new Set<EnvironmentModuleNode>();
  for (const module of environment.moduleGraph.getModulesByFile(file) ?? []) {
    environment.moduleGraph.invalidateModule(module, stale, Date.now(), true);
  }
  if (!isRunnableDevEnvironment(environment)) return;
  for (const { id } of stale) {
    const evaluated = id === null ? undefined : environment.runner.evaluatedModules.getModuleById(id);
    if (evaluated) environment.runner.evaluatedModules.invalidateModule(evaluated);
  }
}

/** The text of the course with which the server was started last, the look whether it is still that, and how often it was started. */
const started = onceAProcess(
  'course of the server',
  (): { text: string; look?: NodeJS.Timeout; times: number } => ({ text: '', times: 0 }),
);

/** Answers which start of the server this is. */
const timesAddress = '/@times-started';

/**
 * What a page runs while it is loaded. One that was begun by an earlier start of the server may never be answered to its end, nor
 * come to be connected to it, so that nothing else can have it load anew.
 * @param times Which start drew the page.
 */
const asksWhetherStillServed = (times: number): string => `{
  const until = performance.now() + 30_000;
  const ask = setInterval(async () => {
    if (performance.now() > until) clearInterval(ask);
    const answer = await fetch('${timesAddress}').catch(() => undefined);
    if (answer?.ok && (await answer.text()) !== '${times}') location.reload();
  }, 2_000);
}`;

/** In milliseconds: longer than a start takes, so that one of Astro's own is not doubled. */
const between = 5_000;

/** Starts the server anew when the course has changed: pages, order and menu are made of it at the start. */
export function courseRestarts(): AstroIntegration {
  return {
    name: 'course-restarts',
    hooks: {
      'astro:config:setup': ({ config, command, addWatchFile, injectScript }) => {
        addWatchFile(new URL(courseFile(), config.root));
        started.text = readFileSync(courseFile(), 'utf8');
        started.times++;
        if (command === 'dev') injectScript('head-inline', asksWhetherStillServed(started.times));
      },
      'astro:server:setup': ({ server }) => {
        const times = String(started.times);
        server.middlewares.use(timesAddress, (_, response) => response.end(times));
        // Astro takes no notice of what is saved while it starts anew, or while it finds that it cannot.
        clearInterval(started.look);
        started.look = setInterval(() => {
          if (hasChanged()) server.watcher.emit('change', resolve(courseFile()));
        }, between);
        started.look.unref();
      },
    },
  };
}

/** Whether the course is another one than at the start, and nothing is wrong with it. */
function hasChanged(): boolean {
  try {
    readCourse();
    return readFileSync(courseFile(), 'utf8') !== started.text;
  } catch {
    return false;
  }
}

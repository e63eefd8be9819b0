/**
 * A package for an LMS: the course that BOOK_COURSE names, one of its chapters, or one exercise.
 *
 *     npm run package -- --format scorm12
 *     npm run package -- --format scorm2004 --of chapters/dying-relu
 *     npm run package -- --format scorm12 --of dying-relu.keep-the-relu
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Zippable, zipSync } from 'fflate';
import { build } from 'vite';
import { courseExercises } from '../course-exercises.ts';
import { courseName, pagesOf, readCourse } from '../course.ts';
import { programFileOf } from '../exercises.ts';
import { headOf } from '../head-of.ts';
import { pageFile } from '../course.ts';
import { expectedNames } from '../nearest.ts';
import type { PackagedExercise } from './kept-state.ts';
import type { PackageData } from './launch.ts';
import type { PackageFormat } from './lms.ts';
import { manifest } from './manifest.ts';
import { packageBase, relativeFile } from './relative-files.ts';

const formats: readonly PackageFormat[] = ['scorm12', 'scorm2004'];

async function makePackage(): Promise<void> {
  const { values } = parseArgs({
    options: { format: { type: 'string' }, of: { type: 'string' }, out: { type: 'string' } },
  });
  const format = formats.find((name) => name === values.format);
  if (!format)
    throw new Error(
      `package: --format is ${JSON.stringify(values.format ?? null)}; expected one of ${formats.join(', ')}`,
    );
  if (values.of !== undefined) {
    const known = knownParts();
    if (!known.includes(values.of))
      throw new Error(
        `package: --of ${values.of}: the course "${courseName()}" has no such chapter or exercise; ${expectedNames(values.of, known)}`,
      );
    process.env['BOOK_ONLY'] = values.of;
  }

  const course = readCourse();
  const exercises = packagedExercises();
  const pages = pagesOf(course);
  const single = values.of === undefined ? undefined : pages[0]!;
  const title =
    single === undefined
      ? course.title
      : `${String(headOf(pageFile(single))['title'])}${values.of === single ? '' : `: ${values.of}`}`;
  const folder = buildBook();
  const first =
    single === undefined
      ? 'index.html'
      : `${single}/index.html${values.of === single ? '' : `#${values.of}`}`;
  const files = readFiles(folder);
  const data: PackageData = { format, first, exercises };
  files['launch.html'] = bytes(launchPage(title, course.language ?? 'en', data));
  files['launch.js'] = bytes(await bundled('launch'));
  files['package-links.js'] = bytes(await bundled('package-links'));
  const id = `book-${courseName()}${values.of === undefined ? '' : `-${values.of.replace(/[^a-z0-9-]/g, '-')}`}`;
  const names = [
    'launch.html',
    ...Object.keys(files)
      .filter((name) => name !== 'launch.html')
      .sort(),
  ];
  files['imsmanifest.xml'] = bytes(manifest({ format, id, title, files: names }));
  const out = values.out ?? `dist-packages/${id}-${format}.zip`;
  mkdirSync(join(out, '..'), { recursive: true });
  writeFileSync(out, zipSync(files, { level: 9, mtime: '2026-01-01' }));
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${out}: ${(statSync(out).size / 1e6).toFixed(1)} MB, ${names.length} files, ${exercises.length} exercises. Upload it to the LMS as a SCORM activity.`,
  );
}

/** The chapters of the course and their exercises. */
function knownParts(): string[] {
  return pagesOf(readCourse())
    .filter((page) => page.startsWith('chapters/'))
    .flatMap((page) => [page, ...courseExercises(page.split('/')[1]!).map(({ id }) => id)]);
}

function packagedExercises(): PackagedExercise[] {
  return pagesOf(readCourse())
    .filter((page) => page.startsWith('chapters/'))
    .flatMap((page) => courseExercises(page.split('/')[1]!))
    .map((exercise) =>
      exercise.kind === 'code'
        ? { id: exercise.id, given: readFileSync(programFileOf(exercise), 'utf8') }
        : { id: exercise.id },
    );
}

/** @returns the folder of the built book. */
function buildBook(): string {
  const folder = `.cache/package-${process.pid}`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder],
    {
      encoding: 'utf8',
      env: { ...process.env, BOOK_ADDRESS: `http://package.invalid${packageBase}`, BOOK_EMBEDS: 'no' },
    },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return folder;
}

function readFiles(folder: string): Zippable & Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length + 1).replaceAll('\\', '/');
    if (/^(sitemap.*\.xml|404\.html|robots\.txt)$/.test(path)) continue;
    files[path] =
      /\.(html|css|js|json)$/.test(path) && !path.startsWith('pagefind/')
        ? bytes(relativeFile(path, readFileSync(file, 'utf8')))
        : readFileSync(file);
  }
  return files;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A script of the package in one piece, for a page without modules. */
async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: `src/book/package/${name}.ts`, formats: ['iife'], name: 'bookPackage', fileName: name },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { code?: string }[] }[];
  return output!.output[0]!.code!;
}

const launchPage = (title: string, language: string, data: PackageData): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title.replaceAll('<', '&lt;')}</title>
<style>
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 1rem/1.5 system-ui, sans-serif; }
#note { margin: 0; padding: 0.5rem 1rem; background: #fde5ce; color: #1d1a16; }
iframe { flex: 1; border: 0; width: 100%; }
</style>
</head>
<body>
<p id="note" role="status" hidden></p>
<iframe title="${title.replaceAll('"', '&quot;')}"></iframe>
<script type="application/json" id="package">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="launch.js"></script>
</body>
</html>
`;

try {
  await makePackage();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

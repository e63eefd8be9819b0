// The house rules that a machine can check. Layers first: who may import whom.
import { readdirSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const folders = ['words', 'engine', 'kernel', 'sweep', 'lab', 'clinic', 'book', 'doctor', 'pages'];
const folder = (name) => `./src/${name}`;

/**
 * What a library shows to those above it; of the book, what reads files has a door of its own, and so have the tags' props.ts;
 * of the lab, what runs where there is no page.
 */
const doors = ['./index.ts', './at-build.ts', './tag-fields.ts', './in-node/index.ts'];

/** A folder under src that may import only the folders listed (and packages). */
const layer = (name, allowed) => ({
  target: folder(name),
  from: [
    ...folders.filter((other) => other !== name && !allowed.includes(other)).map(folder),
    './components',
    './content',
  ],
  message: `src/${name} may import ${allowed.length ? allowed.map(folder).join(', ') : 'nothing of ours'}.`,
});

/** Those who may use these libraries by their doors alone. */
const byTheDoor = (target, libraries) => ({
  target,
  from: libraries.map(folder),
  except: doors,
  message:
    'Use the public doors: index.ts, where a page is built book/at-build.ts, and in props.ts book/tag-fields.ts.',
});

/** No exhibit imports another. */
const exhibits = readdirSync('components/exhibits').map((name) => ({
  target: `./components/exhibits/${name}`,
  from: './components/exhibits',
  except: [`./${name}`],
  message: 'No exhibit imports another: what both need lies in components/ui or behind a door of src.',
}));

const noHiddenRandomness = [
  'error',
  { object: 'Math', property: 'random', message: 'Randomness is an argument: pass a generator.' },
  { object: 'Date', property: 'now', message: 'Time is an argument here.' },
];

export default defineConfig(
  {
    ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'tests/bench/', 'src/kernel/assembly/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // typed arrays and checked indices: noUncheckedIndexedAccess asks for `!`
      '@typescript-eslint/consistent-type-imports': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: process.cwd(),
          zones: [
            layer('words', []),
            layer('engine', ['words']),
            layer('kernel', ['engine']),
            layer('sweep', ['engine', 'kernel']),
            layer('lab', ['engine', 'words']),
            layer('clinic', ['engine', 'sweep', 'lab', 'words']),
            layer('book', ['engine', 'sweep', 'lab', 'clinic', 'words']),
            layer('doctor', ['words', 'book']),
            byTheDoor('./src/doctor', ['book']),
            byTheDoor('./src/clinic', ['engine', 'sweep', 'lab']),
            byTheDoor('./src/book', ['engine', 'sweep', 'lab', 'clinic']),
            {
              target: './components/ui',
              from: [
                ...folders.filter((name) => name !== 'words').map(folder),
                ...['exhibits', 'exercises', 'prose', 'site'].map((name) => `./components/${name}`),
                './content',
              ],
              message: 'components/ui knows nothing of the book but words: plain data in, events out.',
            },
            byTheDoor(
              ['./components/exhibits', './components/exercises'],
              ['engine', 'sweep', 'lab', 'clinic', 'book'],
            ),
            {
              target: ['./components/exhibits', './components/exercises'],
              from: ['kernel', 'pages'].map(folder),
              message: 'Exhibits reach the kernel by a sweep, and no page.',
            },
            ...exhibits,
            byTheDoor(['./components/prose', './components/site', './src/pages'], ['book', 'doctor']),
            {
              target: ['./components/prose', './components/site', './src/pages'],
              from: ['engine', 'kernel', 'sweep', 'lab', 'clinic'].map(folder),
              message: 'Text, frame and pages know the book and its words; networks run in exhibits.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/engine/**', 'src/kernel/**', 'src/sweep/**', 'content/**/*.ts', 'components/**/model.ts'],
    rules: { 'no-restricted-properties': noHiddenRandomness },
  },
  {
    // A function that nobody calls may be the very fault of a broken program.
    files: ['content/**/*.ts', 'tests/{fixture,rehearsal}/content/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    // A reader can hold a program in the head; it runs as it stands, on the page and at home. A tool's example imports the tool.
    files: ['content/**/*.ts', 'tests/{fixture,rehearsal}/content/**/*.ts'],
    ignores: ['content/**/tools/*-example.ts', 'content/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[importKind!="type"], ImportExpression',
          message: 'What lies in content imports nothing but types.',
        },
      ],
    },
  },
);

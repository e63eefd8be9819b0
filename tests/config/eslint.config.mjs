// The house rules that a machine can check. Layers first: who may import whom.
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A folder under src that may import only the folders listed (and packages). */
const layer = (folder, allowed) => ({
  target: `./src/${folder}`,
  from: ['./src', './components', './content'].flatMap((root) =>
    root === './src'
      ? ['words', 'engine', 'kernel', 'sweep', 'lab', 'book', 'pages']
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => `./src/${other}`)
      : [root],
  ),
  message: `src/${folder} may import ${allowed.length ? allowed.map((name) => `src/${name}`).join(', ') : 'nothing of ours'}.`,
});

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
            layer('book', ['engine', 'kernel', 'sweep', 'lab', 'words']),
            {
              target: './components/ui',
              from: [
                ...['engine', 'kernel', 'sweep', 'lab', 'book', 'pages'].map((folder) => `./src/${folder}`),
                './content',
                './components/exhibits',
                './components/exercises',
                './components/prose',
              ],
              message: 'components/ui knows nothing of the book but words: plain data in, events out.',
            },
            {
              target: ['./components/exhibits', './components/exercises'],
              from: ['./src/engine', './src/sweep', './src/lab', './src/book', './src/kernel'],
              except: ['./index.ts', './at-build.ts', './tag-fields.ts'],
              message:
                'Exhibits use the public doors: the index.ts of engine, sweep, lab, book, in .astro files book/at-build.ts, and in props.ts book/tag-fields.ts.',
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
    files: ['content/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
);

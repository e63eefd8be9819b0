/**
 * Makes the typefaces that the book serves, from those of Fontsource: `npm run fonts` after one of them has a new version.
 *
 * The Latin subsets are narrowed to the weights that the style sheets ask for, 400 to 700: a third fewer bytes, and on a slow
 * phone every one of them comes before the first line that can be read in its own type.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const faces = {
  'source-serif': import.meta
    .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  'source-serif-italic': import.meta
    .resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2'),
  inter: import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'jetbrains-mono': import.meta
    .resolve('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'),
};

const folder = 'src/styles/fonts';

/** Every character up to the mathematical operators: all that a Latin subset can hold. */
const everyCharacter = Array.from({ length: 0x2300 - 0x20 }, (_, k) => String.fromCodePoint(0x20 + k)).join(
  '',
);

for (const [name, source] of Object.entries(faces)) {
  const file = fileURLToPath(source);
  const whole = readFileSync(file);
  const narrowed = await subsetFont(whole, everyCharacter, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  });
  writeFileSync(`${folder}/${name}.woff2`, narrowed);
  copyFileSync(file.replace(/files\/[^/]*$/, 'LICENSE'), `${folder}/${name}.LICENSE`);
  console.log(`${folder}/${name}.woff2: ${narrowed.length} bytes of ${whole.length}`);
}

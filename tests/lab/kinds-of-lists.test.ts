import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/**
 * V8 keeps a list of numbers as bare numbers until something turns it into a list of anything, which it never takes back. Code
 * that is compiled after it has read lists of both kinds does that to each list of numbers that it reads.
 */
const script = `
  import { readData } from './src/lab/runtime/contract.ts';
  import { watchTopLevel } from './src/lab/runtime/top-level-watch.ts';

  const holdsNumbers = new Function('list', 'return %HasDoubleElements(list)');
  const ofNumbers = () => [0.5, 1.5];
  const ofAnything = () => { const list = ['', '']; list[0] = 0.5; list[1] = 1.5; return list; };
  const read = {
    data: (rows) => readData({ data: { inputs: rows, targets: rows } }, 1, { exported: {}, declared: {} }),
    watch: (rows) => watchTopLevel({ names: ['rows'], plain: ['rows'] }, [rows])(),
    // What no reader may do.
    itself: (rows) => rows.reduce((sum, row) => { for (let n = 0; n < 2; n++) sum += row[n]; return sum; }, 0),
  };
  const kept = {};
  for (const [name, look] of Object.entries(read)) {
    for (let round = 0; round < 30_000; round++) look([ofNumbers(), ofAnything()]);
    const rows = [ofNumbers(), ofAnything(), ofNumbers()];
    for (let round = 0; round < 1000; round++) look(rows);
    kept[name] = holdsNumbers(rows[0]) && holdsNumbers(rows[2]);
  }
  console.log(JSON.stringify(kept));
`;

it('the lists of a program stay lists of numbers, however often the lab has read them', () => {
  const flags = [
    '--allow-natives-syntax',
    // Compiled when it has run so often, not when another thread finds the time.
    '--single-threaded',
    '--input-type=module-typescript',
    '--disable-warning=ExperimentalWarning',
  ];
  const printed = execFileSync(process.execPath, [...flags, '--eval', script], { encoding: 'utf8' });
  const kept = JSON.parse(printed) as Record<string, boolean>;
  expect(kept).toMatchObject({ data: true, watch: true });
  // Else this test would show nothing.
  expect(kept['itself']).toBe(false);
});

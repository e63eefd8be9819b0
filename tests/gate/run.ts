/**
 * The whole gate in one command: `npm test`, `npm test -- --half content` for one of its halves (the environment's BOOK_HALF
 * does the same), or `npm test -- --only unit,build` for some of its stages.
 *
 * Every stage runs, also after one has failed, so that one run shows all there is to mend. The last line is the count over
 * all checks and tests; the exit code is 0 only if none failed.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lua, python } from '../cases/languages.ts';
import { heldBack, say } from './run-command.ts';
import { halves, stages, steps } from './stages.ts';
import type { Stage } from './stages.ts';
import { sum } from './tally.ts';
import type { Tally } from './tally.ts';

interface Outcome extends Tally {
  name: string;
  seconds: number;
}

/** The stages of a half, and of those the ones that are named; all where neither is given. */
function chosenStages({ only, half }: { only?: string; half?: string }): Stage[] {
  if (half !== undefined && !halves.some((one) => one === half)) {
    throw new Error(`--half is "${half}"; expected ${halves.join(', ')} or both`);
  }
  const names = only?.split(',').map((name) => name.trim());
  const known = stages.map((stage) => stage.name);
  for (const name of names ?? []) {
    if (!known.includes(name)) {
      throw new Error(
        `--only names a stage "${name}", which does not exist; expected some of ${known.join(', ')}`,
      );
    }
  }
  return stages.filter(
    (stage) =>
      (half === undefined || stage.half === undefined || stage.half === half) &&
      (names === undefined || names.includes(stage.name)),
  );
}

async function runStage(stage: Stage): Promise<Outcome> {
  say(`\n── ${stage.name}: ${stage.promise}\n`);
  const start = performance.now();
  let tally: Tally;
  try {
    tally = sum(await stage.run());
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    tally = { passed: 0, failed: 1 };
  }
  return { name: stage.name, ...tally, seconds: (performance.now() - start) / 1000 };
}

const { values } = parseArgs({ options: { only: { type: 'string' }, half: { type: 'string' } } });
// A variable that a build machine does not set may reach a program as an empty text.
const named = values.half ?? process.env['BOOK_HALF'];
const half = named === '' || named === 'both' ? undefined : named;
const chosen = chosenStages({ ...values, ...(half && { half }) });
const outcomes: Outcome[] = [];
for (const lanes of steps) {
  const parts = lanes.map((names) => chosen.filter(({ name }) => names.includes(name)));
  const runLane = async (lane: readonly Stage[], run: (stage: Stage) => Promise<Outcome>) => {
    for (const stage of lane) outcomes.push(await run(stage));
  };
  const busy = parts.filter((lane) => lane.length > 0);
  await Promise.all(
    busy.map((lane, at) => {
      const beside = (stage: Stage) => heldBack(at > 0, () => runStage(stage));
      return runLane(lane, busy.length > 1 ? beside : runStage);
    }),
  );
}

console.log('\n── summary');
for (const { name, passed, failed, seconds } of outcomes) {
  const mark = failed === 0 ? '✓' : '✗';
  console.log(`${mark} ${name.padEnd(8)} ${passed} passed, ${failed} failed   ${seconds.toFixed(1)} s`);
}
const total = sum(outcomes);
const missing = [...(python ? [] : ['Python with NumPy']), ...(lua ? [] : ['Lua 5.4'])];
if (missing.length > 0 && total.skipped) {
  const asksForOne = (file: string): boolean => readFileSync(file, 'utf8').includes('/cases/languages.ts');
  console.log(`\nThis machine has no ${missing.join(' and no ')}. Left out:`);
  for (const [file, names] of Object.entries(total.skipped)) {
    if (!asksForOne(file)) continue;
    console.log(`  ${file}`);
    for (const name of names) console.log(`    ${name}`);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Prints every fact there is.
 *
 *     npm run facts                 a table
 *     npm run facts -- --json       [{ id, value, runs?, low?, high?, how }]
 *
 * Words limit it to the facts whose id one of them is part of.
 */
import { factIds } from './fact-of.ts';
import { factResult } from './fact-result.ts';

const { argv } = process;
const words = argv.slice(2).filter((word) => !word.startsWith('--'));
const ids = factIds().filter((id) => words.length === 0 || words.some((word) => id.includes(word)));

const text = argv.includes('--json')
  ? JSON.stringify(ids.map(factResult), null, 2)
  : ids.map(line).join('\n');
// A pipe takes its time: the process ends, with its idle workers, only when all is written.
process.stdout.write(`${text}\n`, () => process.exit());

function line(id: string): string {
  const { value, runs, low, high } = factResult(id);
  const interval = low === undefined ? '' : `  ${low.toFixed(3)} to ${high!.toFixed(3)}, ${runs} runs`;
  return `${id.padEnd(64)} ${value}${interval}`;
}

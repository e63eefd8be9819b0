/**
 * `npm run bench:diagnosis`: the diagnosis of every fault of every case, every reconstruction, every fault of the engine in ten
 * random networks, and of right networks; which code was found in which programs. With `-- --json` the counts alone.
 */
import { caseTrials, confusionOf, engineTrials, reconstructionTrials, rightTrials } from './confusion.ts';

const trials = [...(await caseTrials()), ...reconstructionTrials(), ...engineTrials(10), ...rightTrials(240)];
const { programs, named, rightNetworks, falseProblems, missed, shownBy } = confusionOf(trials);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ programs, named, rightNetworks, falseProblems: falseProblems.length }));
} else {
  for (const [code, names] of [...shownBy].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(`${code} (${names.length})`);
    for (const name of names.slice(0, 6)) console.log(`    ${name}`);
    if (names.length > 6) console.log(`    and ${names.length - 6} more`);
  }
  console.log(`\nNot named:\n${missed.map((name) => `    ${name}`).join('\n')}`);
  console.log(`\nProblems seen in right networks:\n${falseProblems.map((name) => `    ${name}`).join('\n')}`);
  const share = ((100 * named) / programs).toFixed(1);
  console.log(
    `\n${named} of ${programs} faults named (${share}%); ${falseProblems.length} of ${rightNetworks} right networks with a false problem.`,
  );
}

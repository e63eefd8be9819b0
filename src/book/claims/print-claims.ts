/** `npm run claims`: every claim of the book with what its trials come to. A part of a page's or a claim's name prints those alone. */
import { measure } from './measures.ts';
import { readClaims } from './read-claims.ts';

const wanted = process.argv[2] ?? '';
for (const { page, id, says, trials } of readClaims()) {
  if (!`${page}#${id}`.includes(wanted)) continue;
  console.log(`${page}#${id}: ${says}`);
  for (const trial of trials) {
    const begin = performance.now();
    const { share, of } = await measure(trial);
    const holds = trial.comparison === '>=' ? share >= trial.share : share <= trial.share;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `  ${holds ? 'holds ' : 'BROKEN'} ${trial.holds}: ${share.toFixed(3)} of ${of}, ${seconds} s (${trial.at})`,
    );
  }
}
process.exit(0);

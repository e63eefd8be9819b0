/**
 * Compares the kernel with the engine on random specs that no one has seen before:
 *
 *   npm run fuzz:kernel                    1,000 specs x 8 seeds from a new starting point
 *   npm run fuzz:kernel -- 20000           as many as that
 *   npm run fuzz:kernel -- 1 123456789     the one spec that an earlier run found
 */
import { loadKernel } from '../../src/kernel/index.ts';
import { firstDifference } from './compare.ts';
import { randomSpec } from './random-spec.ts';

const kernel = await loadKernel();
if (!kernel) throw new Error('fuzz: there is no kernel; build it with npm run build:kernel');

const count = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1);
let found = 0;
for (let k = first; k < first + count; k++) {
  const { spec, epochs } = randomSpec(k);
  const difference = firstDifference(kernel, spec, [1, 2, 3, 4, 5, 6, 7, 8], epochs);
  if (difference === null) continue;
  if (++found <= 5) console.log(`spec ${k}: ${difference}\n${JSON.stringify(spec)}`);
}
console.log(`${count} specs from ${first}: ${found} differ`);
process.exitCode = found > 0 ? 1 : 0;

/**
 * The simulated runs of a description, kept in a file: nearly all of a benchmark's time. They do not depend on what is made of
 * them, so that a change of the belief, the questions or the replay is measured again in a tenth of the time.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Description } from '../../src/clinic/description.ts';
import type { Layout } from '../../src/clinic/layout.ts';
import { simulate } from '../../src/clinic/simulate.ts';
import type { Telling } from '../../src/clinic/variants.ts';
import { digestOf, digestOfText, keptIn } from './kept-files.ts';

const folder = new URL(`runs-${digestOf('../../src/clinic/simulate.ts')}/`, keptIn);

export interface KeptRuns {
  simulate: typeof simulate;
  keep(): void;
}

export function openKeptRuns(told: Description): KeptRuns {
  const file = new URL(`${digestOfText(JSON.stringify(told))}.bin`, folder);
  const rows = existsSync(file)
    ? (deserialize(readFileSync(file)) as Map<string, Float32Array>)
    : new Map<string, Float32Array>();
  const known = rows.size;
  return {
    simulate(kernel, d: Description, layout: Layout, id: string, telling: Telling, seeds: readonly number[]) {
      const key = `${id} ${telling} ${seeds.join(' ')}`;
      const found = rows.get(key) ?? simulate(kernel, d, layout, id, telling, seeds);
      rows.set(key, found);
      return found;
    },
    keep() {
      if (rows.size === known) return;
      mkdirSync(folder, { recursive: true });
      // Under its name only when it is whole: a run may be broken off at any time.
      const partial = new URL(`${file.href}.${process.pid}`);
      writeFileSync(partial, serialize(rows));
      renameSync(partial, file);
    },
  };
}

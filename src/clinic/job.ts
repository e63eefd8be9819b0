/** What a worker of the clinic is given and gives back: plain data, worked off in one go, so small pieces. */
import type { Description } from './description.ts';
import { updateCodes, type UpdateCode } from './first-update.ts';
import { layoutOf } from './layout.ts';
import { arrivals } from './longer.ts';
import { simulate } from './simulate.ts';
import { suspectNamed } from './suspects.ts';
import type { WantedRuns } from './waves.ts';

export type Work =
  | { kind: 'runs'; wanted: WantedRuns }
  | { kind: 'codes'; suspect: number; id: string; seeds: number[] }
  /** Does a network without a fault arrive if it is trained on? */
  | { kind: 'longer'; seeds: number[] };

export type Worked =
  | { kind: 'runs'; wanted: WantedRuns; rows: Float32Array }
  | { kind: 'codes'; suspect: number; codes: UpdateCode[][] }
  | { kind: 'longer'; seeds: number[]; arrives: boolean[] };

export function workOff(kernel: WebAssembly.Module | undefined, d: Description, work: Work): Worked {
  switch (work.kind) {
    case 'runs': {
      const { id, telling, seeds } = work.wanted;
      const rows = simulate(kernel, d, layoutOf(d), id, telling, seeds);
      return { kind: 'runs', wanted: work.wanted, rows };
    }
    case 'codes': {
      const suspect = suspectNamed(d, work.id)!;
      const codes = work.seeds.map((seed) => updateCodes(d, suspect, seed));
      return { kind: 'codes', suspect: work.suspect, codes };
    }
    case 'longer':
      return { kind: 'longer', seeds: work.seeds, arrives: arrivals(kernel, d, work.seeds) };
  }
}

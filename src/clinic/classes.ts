/** Suspects that print the same in this network: common seeds make it a comparison, not a test. */
import type { BlockName, Layout } from './layout.ts';
import type { Particles } from './particles.ts';

/** Two suspects are one class if so large a part of their common seeds agrees. */
const shareAlike = 0.97;
const compared: readonly BlockName[] = ['outputs', 'moved', 'hidden'];
/** Seeds compared, at most. */
const seedsCompared = 64;

/** [suspects]: the place of the first suspect of its class. */
export function classesOf(particles: Particles, layout: Layout, suspects: number): Int32Array {
  const placeOf = Array.from({ length: suspects }, () => new Map<number, number>());
  for (let j = 0; j < particles.count; j++) {
    const places = placeOf[particles.suspect[j]!]!;
    if (!particles.off[j] && places.size < seedsCompared) places.set(particles.seed[j]!, j);
  }
  const { rows, width } = particles;
  const sameRun = (a: number, b: number) =>
    compared.every((name) => {
      const { at, scales } = layout.blocks[name] ?? { at: 0, scales: [] };
      for (let i = at; i < at + scales.length; i++) {
        const x = rows[a * width + i]!;
        if (!(Math.abs(x - rows[b * width + i]!) <= 1e-4 * (1 + Math.abs(x)))) return false;
      }
      return true;
    });
  const alike = (s: number, t: number) => {
    const common = [...placeOf[s]!.keys()].filter((seed) => placeOf[t]!.has(seed));
    let different = 0;
    const allowed = (1 - shareAlike) * common.length;
    for (const seed of common) {
      if (!sameRun(placeOf[s]!.get(seed)!, placeOf[t]!.get(seed)!) && ++different > allowed) return false;
    }
    return common.length > 0;
  };
  const classes = Int32Array.from({ length: suspects }, (_, s) => s);
  for (let s = 1; s < suspects; s++) {
    for (let t = 0; t < s; t++) {
      if (classes[t] === t && alike(s, t)) {
        classes[s] = t;
        break;
      }
    }
  }
  return classes;
}

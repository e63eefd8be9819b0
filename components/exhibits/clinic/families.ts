/** Suspects by family: what kind of fault first, where second. */
import type { Belief, Patient, Place } from '../../../src/clinic/index.ts';

export interface Family {
  name: string;
  /** Of all its members. */
  p: number;
  /** Its most probable member. */
  best: number;
  members: { suspect: number; place: Place | undefined; p: number }[];
  /** Suspects of other families that print the very same as the best. */
  twins: number[];
}

/** The most probable first. */
export function familiesOf({ suspects }: Patient, { p, classes }: Belief): Family[] {
  const families = new Map<string, Family>();
  suspects.forEach(({ id, family, place }, suspect) => {
    const name =
      family === 'output-activation' || family === 'batch' || family === 'targets-out' ? id : family;
    const found = families.get(name) ?? { name, p: 0, best: suspect, members: [], twins: [] };
    found.p += p[suspect]!;
    if (p[suspect]! > p[found.best]!) found.best = suspect;
    found.members.push({ suspect, place, p: p[suspect]! });
    families.set(name, found);
  });
  for (const family of families.values()) {
    const own = suspects[family.best]!.family;
    family.twins = [...suspects.keys()].filter(
      (s) => classes[s] === classes[family.best] && s !== family.best && suspects[s]!.family !== own,
    );
    family.members.sort((a, b) => b.p - a.p);
  }
  const ranked = [...families.values()].sort((a, b) => b.p - a.p);
  // What prints the very same as something more probable stands with it.
  const kept: Family[] = [];
  for (const family of ranked) {
    const same = kept.find(({ best }) => classes[best] === classes[family.best]);
    if (same) same.p += family.p;
    else kept.push(family);
  }
  return kept.sort((a, b) => b.p - a.p);
}

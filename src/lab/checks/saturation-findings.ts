/** Units of an S-curve that stand at its ends: their slope is below a thousandth, and they hardly move. They are not dead. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import type { ProbedActivation } from './probed-activation.ts';

export const saturatedBelow = 1e-3;

export function saturationFindings(check: GradientCheck): Finding[] {
  const { specimen, forward, present, loss } = check;
  const traces = present[0]?.traces;
  if (!traces || !forward) return [];
  const last = specimen.widths.length - 2;
  const findings: Finding[] = [];
  for (let layer = 0; layer < last; layer++) {
    const { inner } = forward[layer]!;
    if (!isBounded(inner)) continue;
    const count = specimen.widths[layer + 1]!;
    const sumsOf = (unit: number): number[] => traces.map(({ sums }) => sums[layer]![unit]!);
    const units = Array.from({ length: count }, (_, unit) => unit).filter((unit) =>
      sumsOf(unit).every((z) => Math.abs(inner.slope(z)) < saturatedBelow),
    );
    if (units.length === 0) continue;
    const sums = units.flatMap(sumsOf);
    findings.push(
      finding(
        'units-saturated',
        units.length === count ? 'problem' : 'note',
        {
          saturated: units.length,
          count,
          nearest: Math.min(...sums.map(Math.abs)),
          slope: Math.max(...sums.map((z) => Math.abs(inner.slope(z)))),
        },
        { layer, units },
      ),
    );
  }

  const { f } = forward[last]!;
  // An output that is cut to whole numbers is level everywhere.
  if (!isBounded(f) || f.slope(0.1) === 0 || loss === 'cross-entropy') return findings;
  const [low, high] = f.range;
  const { targets } = specimen.data;
  // Targets beyond the range pin an output rightly; that is told as what it is.
  if (targets.some((row) => row.some((t) => t < low - 1e-9 || t > high + 1e-9))) return findings;
  const slopesOf = (sample: number): number[] => traces[sample]!.sums[last]!.map((z) => Math.abs(f.slope(z)));
  const samples = traces.flatMap(({ outputs }, sample) =>
    outputs.some(
      (y, o) =>
        slopesOf(sample)[o]! < saturatedBelow && Math.abs(y - targets[sample]![o]!) > (high - low) / 2,
    )
      ? [sample]
      : [],
  );
  if (samples.length > 0)
    findings.push(
      finding(
        'output-saturated',
        2 * samples.length >= traces.length ? 'problem' : 'note',
        { slope: Math.max(...samples.map((sample) => Math.min(...slopesOf(sample)))) },
        { layer: last, samples },
      ),
    );
  return findings;
}

/** An S-curve or the like: bounded to both sides, and not straight. */
export function isBounded({ kind, range }: ProbedActivation): boolean {
  return kind !== 'straight' && Number.isFinite(range[0]) && Number.isFinite(range[1]);
}

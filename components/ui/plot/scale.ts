/** A scale sends a value of its domain to a share of the axis: 0 at the low end, 1 at the high end. */
export interface Scale {
  kind: 'linear' | 'log';
  domain: [low: number, high: number];
  /** The share of the axis at which a value lies; outside 0 to 1 for a value outside the domain. */
  share(value: number): number;
  /** The value at a share of the axis: the inverse of `share`. */
  value(share: number): number;
  /** Round values inside the domain, about as many as asked for. Defaults to 5. */
  ticks(count?: number): number[];
}

/** @throws if the domain is empty or not finite. */
export function linearScale(low: number, high: number): Scale {
  if (!(high > low) || !Number.isFinite(high - low)) {
    throw new Error(`linearScale(${low}, ${high}): expected two finite numbers, the lower first`);
  }
  return {
    kind: 'linear',
    domain: [low, high],
    share: (value) => (value - low) / (high - low),
    value: (share) => low + share * (high - low),
    ticks: (count = 5) => linearTicks(low, high, count),
  };
}

/** @throws if the domain is empty, not finite, or not positive. */
export function logScale(low: number, high: number): Scale {
  if (!(low > 0) || !(high > low) || !Number.isFinite(high)) {
    throw new Error(`logScale(${low}, ${high}): expected two positive numbers, the lower first`);
  }
  // The quotient of the ends may be beyond the largest double; the difference of their logarithms is not.
  const span = Math.log(high) - Math.log(low);
  return {
    kind: 'log',
    domain: [low, high],
    share: (value) => (Math.log(value) - Math.log(low)) / span,
    value: (share) => Math.exp(Math.log(low) + share * span),
    ticks: (count = 5) => logTicks(low, high, count),
  };
}

function linearTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Rounded to the step's own decimals, so that 3 * 0.1 is the tick 0.3; adding 0 turns -0 into 0.
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toFixed(decimals)) + 0,
  );
}

function logTicks(low: number, high: number, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  if (last - first < 1) return linearTicks(low, high, count);
  const every = Math.max(1, Math.ceil((last - first) / count));
  const powers: number[] = [];
  for (let power = first; power <= last; power += every) powers.push(Number(`1e${power}`));
  return powers;
}

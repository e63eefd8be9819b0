/** So many rows a table of a data set has at most. */
export const shownRows = 8;

/** The samples that a table of a data set shows: all of a few, `rows` of many, spread evenly. */
export function shownSamples(count: number, rows = shownRows): number[] {
  if (count <= rows) return Array.from({ length: count }, (_, n) => n);
  return Array.from({ length: rows }, (_, n) => Math.round((n * (count - 1)) / (rows - 1)));
}

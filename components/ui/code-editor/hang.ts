/** The fewest columns that a panel of code shows: what is shorter never goes on in a second row. */
const narrowest = 30;

/**
 * How far the second row of a line that is too long for its window stands in: its own indentation and two columns more.
 * Undefined for a line that fits everywhere.
 */
export function hangOf(line: string): number | undefined {
  if (line.length <= narrowest) return undefined;
  return line.length - line.trimStart().length + 2;
}

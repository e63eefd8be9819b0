/** Every different order of the targets, in rising order; nothing where there are more than `most`. Defaults to 24. */
export function ordersOf(targets: number[], most = 24): number[][] | undefined {
  let orders: number[][] = [[]];
  const sorted = [...targets].sort((a, b) => a - b);
  for (let place = 0; place < sorted.length; place++) {
    orders = orders.flatMap((order) => [...new Set(left(sorted, order))].map((next) => [...order, next]));
    if (orders.length > most) return undefined;
  }
  return orders;
}

/** What is left of a list after taking some of its members once each. */
function left(list: number[], taken: number[]): number[] {
  const rest = [...list];
  for (const value of taken) rest.splice(rest.indexOf(value), 1);
  return rest;
}

/**
 * Reads targets typed with commas, semicolons or spaces between them.
 * Nothing where one of them is no number, or there are none, or more than twelve.
 */
export function readTargets(text: string): number[] | undefined {
  const parts = text
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  const targets = parts.map(Number);
  return targets.length >= 1 && targets.length <= 12 && targets.every(Number.isFinite) ? targets : undefined;
}

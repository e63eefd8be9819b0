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

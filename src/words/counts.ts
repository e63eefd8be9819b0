/** Counted things: one of them in the singular, thousands parted. */
import { countText } from './numbers.ts';

const things = {
  epoch: ['epoch', 'epochs'],
  hiddenLayer: ['hidden layer', 'hidden layers'],
  layer: ['layer', 'layers'],
  line: ['line', 'lines'],
  minute: ['minute', 'minutes'],
  output: ['output', 'outputs'],
  seed: ['seed', 'seeds'],
  step: ['step', 'steps'],
  target: ['target', 'targets'],
  unit: ['unit', 'units'],
  update: ['update', 'updates'],
} as const;

export type Thing = keyof typeof things;

/** So many of a thing: "1 update", "100,000 updates". */
export const countedText = (count: number, thing: Thing): string =>
  `${countText(count)} ${things[thing][count === 1 ? 0 : 1]}`;

/** Counted things: one of them in the singular, thousands parted. */
import { countText } from './numbers.ts';

const things = {
  answer: ['answer', 'answers'],
  epoch: ['epoch', 'epochs'],
  exercise: ['exercise', 'exercises'],
  file: ['file', 'files'],
  handIn: ['hand-in', 'hand-ins'],
  hiddenLayer: ['hidden layer', 'hidden layers'],
  input: ['input', 'inputs'],
  layer: ['layer', 'layers'],
  line: ['line', 'lines'],
  minute: ['minute', 'minutes'],
  number: ['number', 'numbers'],
  output: ['output', 'outputs'],
  sample: ['sample', 'samples'],
  second: ['second', 'seconds'],
  seed: ['seed', 'seeds'],
  student: ['student', 'students'],
  step: ['step', 'steps'],
  target: ['target', 'targets'],
  unit: ['unit', 'units'],
  update: ['update', 'updates'],
} as const;

export type Thing = keyof typeof things;

/** So many of a thing: "1 update", "100,000 updates". */
export const countedText = (count: number, thing: Thing): string =>
  `${countText(count)} ${things[thing][count === 1 ? 0 : 1]}`;

/** About how long something takes: "less than 10 seconds", "about 40 seconds", "about 4 minutes". */
export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 10_000) * 10;
  if (seconds <= 10) return 'less than 10 seconds';
  if (seconds < 60) return `about ${countedText(seconds, 'second')}`;
  return `about ${countedText(Math.ceil(ms / 60_000), 'minute')}`;
}

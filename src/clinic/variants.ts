/**
 * A description is a memory, and memories are wrong: the tolerant mixture. Each block of seeds trains the network under
 * settings of its own, drawn once for all suspects: as told, except that what the reader does not know is drawn; or with
 * one or two of the settings told wrong.
 */
import { createRandom, drawUniform, type Initializer } from '../engine/index.ts';
import { type Description, isCrossEntropy, type Setting } from './description.ts';

/** `told`: as the reader says. `off`: something of it is not so. */
export type Telling = 'told' | 'off';

/** Seeds that share their settings: as many as the kernel's layered path trains side by side. */
export const blockSize = 4;

const uniform = (low: number, high: number): Initializer => ({ kind: 'uniform', low, high });

/** What people draw weights from, mostly. */
const initializers: readonly Initializer[] = [
  uniform(-1, 1),
  uniform(0, 1),
  uniform(-0.5, 0.5),
  { kind: 'normal', deviation: 1 },
  { kind: 'normal', deviation: 0.1 },
  { kind: 'xavier' },
  { kind: 'he' },
];

/** What can be told wrong, the rate twice as often as any other. */
const doubtful: readonly Setting[] = ['rate', 'rate', 'epochs', 'batch', 'loss', 'weights', 'order'];

/** The network under the settings of a block of seeds. */
export function variantOf(d: Description, telling: Telling, block: number): Description {
  if (telling === 'told' && d.unknown.length === 0) return d;
  const random = createRandom(Math.imul(block + 1, 0x9e3779b1) ^ (telling === 'off' ? 0x5bd1e995 : 0));
  drawUniform(random);
  const draw = () => drawUniform(random);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const around = (middle: number, factor: number) => middle * factor ** (2 * draw() - 1);
  const variant = { ...d };
  const change = (setting: Setting, known: boolean) => {
    const others = <T>(list: readonly T[], mine: T) =>
      known ? list.filter((one) => JSON.stringify(one) !== JSON.stringify(mine)) : list;
    switch (setting) {
      case 'rate':
        variant.rate = around(d.rate, known ? 8 : 4);
        break;
      case 'epochs':
        variant.epochs = Math.max(1, Math.round(around(d.epochs, 4)));
        break;
      case 'batch':
        variant.batch = pick(others(['sample', 'sum', 'mean'] as const, d.batch));
        break;
      case 'order':
        if (variant.batch === 'sample')
          variant.order = pick(others(['in-order', 'random'] as const, d.order));
        break;
      case 'loss':
        variant.loss = pick(others(lossesFor(d), d.loss));
        break;
      case 'weights': {
        variant.weights = pick(others(initializers, d.weights));
        const ranged = variant.weights.kind === 'uniform' || variant.weights.kind === 'normal';
        if (d.biases !== 'none')
          variant.biases = ranged && draw() < 0.6 ? variant.weights : { kind: 'zeros' };
        break;
      }
      case 'widths':
        variant.widths = d.widths.map(() => pick([2, 3, 4, 5, 8, 16]));
        break;
      case 'hidden':
        variant.hidden = { activation: pick(['sigmoid', 'tanh', 'relu', 'leakyRelu'] as const) };
        break;
      case 'output':
        if (!isCrossEntropy(variant.loss)) {
          variant.output = { activation: pick(['sigmoid', 'sigmoid', 'identity', 'tanh', 'relu'] as const) };
        }
        break;
    }
  };
  for (const setting of d.unknown) change(setting, false);
  if (telling === 'off') {
    const known = doubtful.filter((setting) => !d.unknown.includes(setting));
    for (let wrong = draw() < 0.3 ? 2 : 1; wrong > 0 && known.length > 0; wrong--) change(pick(known), true);
  }
  return variant;
}

function lossesFor(d: Description): Description['loss'][] {
  const losses: Description['loss'][] = ['halfSquaredError', 'meanSquaredError', 'squaredError'];
  const within = d.data.targets.flat().every((y) => y >= 0 && y <= 1);
  if (d.output.activation === 'sigmoid' && within) losses.push('binaryCrossEntropy');
  if (d.output.activation === 'softmax') losses.push('categoricalCrossEntropy');
  return losses;
}

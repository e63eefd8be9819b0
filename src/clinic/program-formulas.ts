/** Of a suspect's program the formulas: what a layer gives and hands back, and how its numbers are drawn. */
import type { ActivationName, FaultName, Initializer, LayerSpec } from '../engine/index.ts';

/** z stands for the argument. */
export const values: Partial<Record<ActivationName, string>> = {
  identity: 'z',
  sigmoid: '1 / (1 + Math.exp(-z))',
  tanh: 'Math.tanh(z)',
  relu: 'Math.max(0, z)',
  elu: 'z > 0 ? z : Math.expm1(z)',
  softplus: 'Math.log1p(Math.exp(z))',
};
const slopes: Partial<Record<ActivationName, string>> = {
  identity: '1',
  sigmoid: 'value(z) * (1 - value(z))',
  tanh: '1 - value(z) ** 2',
  relu: 'z > 0 ? 1 : 0',
  elu: 'z > 0 ? 1 : Math.exp(z)',
  softplus: '1 / (1 + Math.exp(-z))',
};

/** Which of the layers have it, from the first to the `last`. */
export const placeOf = (at: readonly boolean[], last: number): 'none' | 'all' | 'hidden' | 'output' => {
  if (!at.includes(true)) return 'none';
  if (at.every((one) => one)) return 'all';
  return at[last] ? 'output' : 'hidden';
};

/** What a layer makes of its sum. */
export function valueText(everywhere: readonly Set<FaultName>[], last: number): string {
  const once = 'kindOf(l).value(sum)';
  const twice = 'kindOf(l).value(kindOf(l).value(sum))';
  const where = placeOf(
    everywhere.map((faults) => faults.has('activation-applied-twice')),
    last,
  );
  if (where === 'none') return once;
  if (where === 'all') return twice;
  return where === 'output' ? `l === ${last} ? ${twice} : ${once}` : `l < ${last} ? ${twice} : ${once}`;
}

/** What stands in the braces of a kind of layer. */
export function kindText(
  { activation, slope = 0.01 }: LayerSpec,
  faults: Set<FaultName>,
  isPaired: boolean,
): string {
  const value =
    activation === 'leakyRelu'
      ? `z > 0 ? z : ${slope} * z`
      : faults.has('mask-product') && activation === 'relu'
        ? 'z * (z > 0 ? 1 : 0)'
        : values[activation]!;
  const right = activation === 'leakyRelu' ? `z > 0 ? 1 : ${slope}` : slopes[activation]!;
  const below = activation === 'leakyRelu' ? slope : 0;
  const test = faults.has('derivative-at-least-zero') ? '>=' : '>';
  const threshold = faults.has('derivative-threshold-at-slope') ? below : 0;
  const isPiecewise = activation === 'relu' || activation === 'leakyRelu';
  const x = faults.has('derivative-of-activation') ? 'a' : 'z';
  const lines = [`  value: (z) => (${value}),`];
  if (isPaired || faults.has('derivative-omitted')) lines.push('  gate: (error) => error,');
  else if (faults.has('derivative-collapsed')) {
    lines.push(
      '  gate: (error, layer) => {',
      `    const slope = layer.${x}.every((z) => z ${test} ${threshold}) ? 1 : ${below};`,
      '    return error.map((e) => e * slope);',
      '  },',
    );
  } else {
    const slopeText = faults.has('derivative-is-function')
      ? 'value(z)'
      : isPiecewise
        ? `z ${test} ${threshold} ? 1 : ${below}`
        : right;
    const of = activation === 'identity' && slopeText === '1' ? '_z' : 'z';
    const needsValue = slopeText.includes('value(z)');
    lines.push(
      '  gate: (error, layer) => {',
      ...(needsValue ? [`    const value = (z: number) => (${value});`] : []),
      `    const slope = (${of}: number) => (${slopeText});`,
      `    return error.map((e, u) => e * slope(layer.${x}[u]!));`,
      '  },',
    );
  }
  return lines.join('\n');
}

/** One number, drawn. */
export function drawText(initializer: Initializer): string {
  switch (initializer.kind) {
    case 'zeros':
      return '0';
    case 'constant':
      return String(initializer.value);
    case 'uniform':
      return `${initializer.low} + ${initializer.high - initializer.low} * draw(network)`;
    case 'normal':
      return `${initializer.deviation} * drawNormal(network)`;
    case 'xavier':
      return 'Math.sqrt(6 / (width + count)) * (2 * draw(network) - 1)';
    case 'he':
      return 'Math.sqrt(2 / width) * drawNormal(network)';
  }
}

/**
 * Is this spec one that can be run? Throws at the first thing that is wrong, with the function that was called,
 * the value and what was expected. A spec may come from a file, a link or a form: types are not trusted.
 */
import { activationNames } from './activations/index.ts';
import { Checker } from './checker.ts';
import { type FaultName, faultNames } from './faults.ts';
import { faultsOfLayer, whyMeaningless } from './faults-of-layer.ts';
import { lossNames, lossOf } from './losses.ts';
import { layOut } from './network.ts';
import { isPlainSgd } from './plain-sgd.ts';
import type { Initializer, LayerSpec, Spec } from './spec.ts';

/** `functionName` is the public function on whose behalf the spec is checked. */
export function checkSpec(spec: Spec, functionName: string): void {
  const check: Checker = new Checker(functionName);
  check.that(typeof spec === 'object' && spec !== null, 'spec', spec, 'an object');
  checkData(check, spec);
  checkLayers(check, spec);
  checkLoss(check, spec);
  checkTraining(check, spec);
  checkFaults(check, spec);
  checkInitial(check, spec); // last: the number of parameters depends on layers and faults
}

function checkData(check: Checker, { data }: Spec): void {
  check.that(typeof data === 'object' && data !== null, 'spec.data', data, 'a data set');
  if ('kind' in data) {
    check.oneOf('spec.data.kind', data.kind, ['successor']);
    check.count('spec.data.samples', data.samples);
    check.count('spec.data.below', data.below);
    if (data.divisor !== undefined) {
      check.that(
        Number.isFinite(data.divisor) && data.divisor > 0,
        'spec.data.divisor',
        data.divisor,
        'a positive number',
      );
    }
    return;
  }
  checkRows(check, 'spec.data.inputs', data.inputs);
  checkRows(check, 'spec.data.targets', data.targets);
  const { inputs, targets } = data;
  check.that(
    targets.length === inputs.length,
    'spec.data.targets',
    targets,
    `${inputs.length} rows, one an input row`,
  );
}

function checkRows(check: Checker, name: string, rows: unknown): void {
  check.list(name, rows);
  rows.forEach((row, k) => {
    check.list(`${name}[${k}]`, row);
    const width = (rows[0] as unknown[]).length;
    check.that(row.length === width, `${name}[${k}]`, row, `${width} numbers, like the first row`);
    row.forEach((value, i) => check.finite(`${name}[${k}][${i}]`, value));
  });
}

function checkLayers(check: Checker, { layers, data }: Spec): void {
  check.list('spec.layers', layers);
  layers.forEach((layer, l) => checkLayer(check, `spec.layers[${l}]`, layer));
  const width = 'kind' in data ? 1 : data.targets[0]!.length;
  const units = layers.at(-1)!.units;
  check.that(
    units === width,
    `spec.layers[${layers.length - 1}].units`,
    units,
    `${width}, the width of the targets`,
  );
}

function checkLayer(check: Checker, name: string, layer: LayerSpec): void {
  check.that(typeof layer === 'object' && layer !== null, name, layer, 'a layer');
  check.count(`${name}.units`, layer.units);
  check.oneOf(`${name}.activation`, layer.activation, activationNames);
  if (layer.slope !== undefined) {
    check.finite(`${name}.slope`, layer.slope);
    const leaky = layer.activation === 'leakyRelu';
    check.that(
      leaky,
      `${name}.slope`,
      layer.slope,
      `none, since ${layer.activation} has no slope (leakyRelu has)`,
    );
  }
  const { biases } = layer;
  check.that(biases === undefined || typeof biases === 'boolean', `${name}.biases`, biases, 'true or false');
}

function checkLoss(check: Checker, spec: Spec): void {
  check.oneOf('spec.loss', spec.loss, lossNames);
  const { pairedWith } = lossOf(spec.loss);
  if (!pairedWith) return;
  const { activation } = spec.layers.at(-1)!;
  check.that(
    activation === pairedWith,
    'the output activation',
    activation,
    `'${pairedWith}', to which ${spec.loss} belongs`,
  );
  const { data } = spec;
  check.that(!('kind' in data), 'spec.data', data, `targets from 0 to 1, which ${spec.loss} needs`);
  data.targets.forEach((row, k) => {
    row.forEach((y, o) => check.between(`spec.data.targets[${k}][${o}]`, y, 0, 1));
    if (spec.loss !== 'categoricalCrossEntropy') return;
    const sum = row.reduce((total, y) => total + y, 0);
    check.that(
      Math.abs(sum - 1) < 1e-9,
      `the sum of spec.data.targets[${k}]`,
      sum,
      '1: a share for each class',
    );
  });
}

function checkTraining(check: Checker, spec: Spec): void {
  const { optimizer, batch, sampling, arithmetic, weightDecay } = spec;
  check.that(
    typeof optimizer === 'object' && optimizer !== null,
    'spec.optimizer',
    optimizer,
    'an optimiser',
  );
  check.oneOf('spec.optimizer.kind', optimizer.kind, ['sgd', 'momentum', 'adam']);
  check.finite('spec.optimizer.learningRate', optimizer.learningRate);
  if (optimizer.kind === 'momentum')
    check.between('spec.optimizer.momentum', optimizer.momentum ?? 0.9, 0, 1);
  if (optimizer.kind === 'adam') {
    check.between('spec.optimizer.beta1', optimizer.beta1 ?? 0.9, 0, 1);
    check.between('spec.optimizer.beta2', optimizer.beta2 ?? 0.999, 0, 1);
    check.between('spec.optimizer.epsilon', optimizer.epsilon ?? 1e-8, 0, Infinity);
  }
  check.oneOf('spec.batch', batch, ['sample', 'sum', 'mean']);
  if (weightDecay !== undefined) check.between('spec.weightDecay', weightDecay, 0, Infinity);
  if (sampling) {
    check.oneOf('spec.sampling.kind', sampling.kind, ['in-order', 'random']);
    const possible = sampling.kind === 'in-order' || batch === 'sample';
    check.that(
      possible,
      'spec.sampling.kind',
      sampling.kind,
      `'in-order', since batch '${batch}' takes all samples`,
    );
  }
  if (sampling?.kind === 'in-order' && sampling.order !== undefined) checkOrder(check, spec, sampling.order);
  if (sampling?.kind === 'in-order' && sampling.repeat !== undefined) {
    check.count('spec.sampling.repeat', sampling.repeat);
    const possible = batch === 'sample' || sampling.repeat === 1;
    check.that(
      possible,
      'spec.sampling.repeat',
      sampling.repeat,
      `1, since batch '${batch}' takes all samples`,
    );
  }
  if (arithmetic) {
    check.oneOf('spec.arithmetic.bias', arithmetic.bias ?? 'first', ['first', 'last']);
    check.oneOf('spec.arithmetic.rate', arithmetic.rate ?? 'first', ['first', 'last']);
    const possible = arithmetic.rate !== 'first' || isPlainSgd(spec);
    check.that(
      possible,
      'spec.arithmetic.rate',
      'first',
      "'last' but for sgd by sample without weight decay",
    );
  }
}

function checkOrder(check: Checker, { data }: Spec, order: unknown): void {
  check.list('spec.sampling.order', order);
  const count = 'kind' in data ? data.samples : data.inputs.length;
  order.forEach((k, position) => {
    const holds = Number.isInteger(k) && (k as number) >= 0 && (k as number) < count;
    check.that(holds, `spec.sampling.order[${position}]`, k, `a sample from 0 to ${count - 1}`);
  });
}

function checkInitial(check: Checker, spec: Spec): void {
  const { initial } = spec;
  check.that(typeof initial === 'object' && initial !== null, 'spec.initial', initial, 'initial parameters');
  if ('parameters' in initial) {
    const last = layOut(spec).at(-1)!;
    const count = last.biases + last.biasCount;
    check.list('spec.initial.parameters', initial.parameters);
    check.that(
      initial.parameters.length === count,
      'spec.initial.parameters',
      initial.parameters,
      `${count} numbers`,
    );
    initial.parameters.forEach((value, j) => check.finite(`spec.initial.parameters[${j}]`, value));
    return;
  }
  check.oneOf('spec.initial.order', initial.order, ['unit-by-unit', 'layer-by-layer', 'biases-then-weights']);
  checkInitializer(check, 'spec.initial.weights', initial.weights);
  checkInitializer(check, 'spec.initial.biases', initial.biases);
}

function checkInitializer(check: Checker, name: string, initializer: Initializer): void {
  check.that(typeof initializer === 'object' && initializer !== null, name, initializer, 'an initialiser');
  const { kind } = initializer;
  check.oneOf(`${name}.kind`, kind, ['zeros', 'constant', 'uniform', 'normal', 'xavier', 'he']);
  if (kind === 'constant') check.finite(`${name}.value`, initializer.value);
  if (kind === 'normal') check.between(`${name}.deviation`, initializer.deviation, 0, Infinity);
  if (kind === 'uniform') {
    check.finite(`${name}.low`, initializer.low);
    check.between(`${name}.high`, initializer.high, initializer.low, Infinity);
  }
}

function checkFaults(check: Checker, spec: Spec): void {
  if (spec.faults === undefined) return;
  check.that(Array.isArray(spec.faults), 'spec.faults', spec.faults, 'a list');
  const last = spec.layers.length - 1;
  spec.faults.forEach(({ name, layers }, f) => {
    check.oneOf(`spec.faults[${f}].name`, name, faultNames);
    if (layers === undefined) return;
    check.list(`spec.faults[${f}].layers`, layers);
    for (const l of layers) {
      const holds = Number.isInteger(l) && l >= 0 && l <= last;
      check.that(holds, `spec.faults[${f}].layers`, l, `layers from 0 to ${last}`);
    }
  });
  for (const l of spec.layers.keys()) checkFaultsOfLayer(check, spec, l);
}

/** A fault named for a layer must have a meaning there; one for all layers counts where it has one. */
function checkFaultsOfLayer(check: Checker, spec: Spec, l: number): void {
  spec.faults!.forEach(({ name, layers }, f) => {
    const obstacle = layers?.includes(l) ? whyMeaningless(spec, l, name) : null;
    check.that(
      obstacle === null,
      `spec.faults[${f}].name`,
      name,
      `another fault for layer ${l}: ${obstacle}`,
    );
  });
  const faults = faultsOfLayer(spec, l);
  for (const [name, others] of exclusions) {
    const other = faults.has(name) ? others.find((candidate) => faults.has(candidate)) : undefined;
    check.that(
      other === undefined,
      `spec.faults for layer ${l}`,
      name,
      `it without '${other}', which it leaves no place`,
    );
  }
}

const exclusions: readonly [FaultName, readonly FaultName[]][] = [
  [
    'derivative-omitted',
    [
      'derivative-of-activation',
      'derivative-at-least-zero',
      'derivative-threshold-at-slope',
      'derivative-collapsed',
      'derivative-is-function',
    ],
  ],
  [
    'derivative-is-function',
    ['derivative-at-least-zero', 'derivative-threshold-at-slope', 'derivative-collapsed'],
  ],
  ['bias-added-to-weights', ['bias-gradient-summed']],
  ['layer-frozen', ['bias-gradient-summed', 'biases-frozen', 'step-uphill', 'rate-undefined']],
  ['rate-undefined', ['step-uphill']],
];

/**
 * A suspect as a program of one's own: the text that a reader could have written, fault and all, by the contract of
 * src/lab/program.ts. It draws and adds in the engine's order, so that it does what the simulated run did.
 */
import type { FaultName, LayerSpec, Spec } from '../engine/index.ts';
import { drawText, kindText, placeOf, values, valueText } from './program-formulas.ts';

/** Faults of layer `l`. */
const faultsAt = ({ faults = [] }: Spec, l: number): Set<FaultName> =>
  new Set(faults.filter(({ layers }) => layers?.includes(l) ?? true).map(({ name }) => name));

/** The program; undefined for what it cannot say: softmax, Adam, activations that are rare in programs written by hand. */
export function programText(spec: Spec, epochs: number): string | undefined {
  const { data, layers, initial, optimizer, batch, loss } = spec;
  const known = layers.every(({ activation }) => activation === 'leakyRelu' || values[activation]);
  if ('kind' in data || 'parameters' in initial || optimizer.kind === 'adam' || !known) return undefined;
  if (loss === 'categoricalCrossEntropy') return undefined;
  const sampling = spec.sampling ?? { kind: 'in-order' as const };
  const isRandom = sampling.kind === 'random';
  const order = sampling.kind === 'in-order' ? sampling.order : undefined;
  const repeat = sampling.kind === 'in-order' ? (sampling.repeat ?? 1) : 1;
  const last = layers.length - 1;
  const isPaired = loss === 'binaryCrossEntropy';
  const everywhere = layers.map((_, l) => faultsAt(spec, l));
  const has = (name: FaultName) => everywhere.some((faults) => faults.has(name));
  const momentum = optimizer.kind === 'momentum' ? (optimizer.momentum ?? 0.9) : undefined;
  const samples = data.inputs.length;
  const inBatch = batch !== 'sample';
  const perEpoch = inBatch ? 1 : (order?.length ?? samples);
  const decay = spec.weightDecay ?? 0;
  const isEarly = has('updated-before-passed-back');
  const twoCopies = has('bias-added-to-weights');

  const rowsText = (rows: number[][]) => rows.map((row) => `    [${row.join(', ')}],`).join('\n');
  const kind = (layer: LayerSpec, l: number): string =>
    kindText(layer, everywhere[l]!, isPaired && l === last);
  const isUniform =
    last > 0 && layers.slice(0, last).every((layer, l) => kind(layer, l) === kind(layers[0]!, 0));
  if (last > 0 && !isUniform) return undefined;

  const biasCount = layers.map(({ biases }) => biases !== false);
  const noBiases = biasCount.every((one) => !one);
  if (!noBiases && biasCount.includes(false)) return undefined;

  const lines: string[] = [];
  const put = (...more: string[]) => lines.push(...more);
  put(
    'export const data = {',
    '  inputs: [',
    rowsText(data.inputs),
    '  ],',
    '  targets: [',
    rowsText(data.targets),
    '  ],',
    '};',
    has('rate-undefined')
      ? 'const options: { rate?: number } = {};\nexport const learningRate = options.rate!; // never set'
      : `export const learningRate = ${optimizer.learningRate};`,
    `export const epochs = ${epochs};`,
    `export const updatesPerEpoch = ${perEpoch};`,
    `const units = [${layers.map(({ units }) => units).join(', ')}];`,
    '',
    'type Layer = {',
    '  weights: number[][]; // [unit][input]',
    twoCopies ? '  biases: number[][]; // shaped like the weights' : '  biases: number[];',
    '  z: number[];',
    '  a: number[];',
    '};',
    `type Network = { layers: Layer[]; state: number; done: number${momentum === undefined ? '' : '; kept: Steps[]'} };`,
    `type Steps = { weights: number[][]; biases: ${twoCopies ? 'number[][]' : 'number[]'} };`,
    'type Kind = {',
    '  value(z: number): number;',
    '  /** Turns the error of the activations into that of the sums. */',
    '  gate(error: number[], layer: Layer): number[];',
    '};',
    '',
  );
  if (last > 0) put('const hidden: Kind = {', kind(layers[0]!, 0), '};');
  put('const output: Kind = {', kind(layers[last]!, last), '};');
  put(
    last > 0
      ? `const kindOf = (l: number) => (l === ${last} ? output : hidden);`
      : 'const kindOf = (_l: number) => output;',
    '',
    '/** mulberry32: a number from 0 to 1, and the next state. */',
    'function draw(network: { state: number }): number {',
    '  const s = (network.state + 0x6d2b79f5) | 0;',
    '  network.state = s;',
    '  let t = Math.imul(s ^ (s >>> 15), s | 1);',
    '  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;',
    '  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;',
    '}',
  );
  if ([initial.weights, initial.biases].some(({ kind: how }) => how === 'normal' || how === 'he')) {
    put(
      '',
      'function drawNormal(network: { state: number }): number {',
      '  const u = draw(network);',
      '  const v = draw(network);',
      '  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);',
      '}',
    );
  }
  const cut = (text: string) => (has('parameters-truncated') ? `Math.trunc(${text})` : text);
  put(
    '',
    'export function create(seed: number): Network {',
    `  const network: Network = { layers: [], state: seed | 0, done: 0${momentum === undefined ? '' : ', kept: []'} };`,
    '  let width = data.inputs[0]!.length;',
    '  for (const count of units) {',
    '    const layer: Layer = { weights: [], biases: [], z: [], a: [] };',
    '    for (let u = 0; u < count; u++) {',
    noBiases
      ? '      layer.biases.push(0); // there are none'
      : twoCopies
        ? `      layer.biases.push(Array.from({ length: width }, () => ${cut(drawText(initial.biases))}));`
        : `      layer.biases.push(${cut(drawText(initial.biases))});`,
    `      layer.weights.push(Array.from({ length: width }, () => ${cut(drawText(initial.weights))}));`,
    '      layer.z.push(0);',
    '      layer.a.push(0);',
    '    }',
    '    network.layers.push(layer);',
    '    width = count;',
    '  }',
  );
  if (momentum !== undefined) put('  network.kept = network.layers.map(noSteps);');
  put('  return network;', '}', '');

  const passesSum = everywhere.map((faults) => faults.has('pre-activation-passed-on'));
  const passed =
    passesSum.every((one) => one) || !passesSum.includes(true)
      ? passesSum[0]
        ? 'layer.z'
        : 'layer.a'
      : `${passesSum[last] ? `l === ${last}` : `l < ${last}`} ? layer.z : layer.a`;
  put(
    'export function predict(network: Network, input: number[]): number[] {',
    '  let x = input;',
    '  network.layers.forEach((layer, l) => {',
    '    layer.weights.forEach((row, u) => {',
    `      let sum = ${twoCopies ? '0' : 'layer.biases[u]!'};`,
    `      for (let i = 0; i < row.length; i++) sum += ${twoCopies ? '(row[i]! + layer.biases[u]![i]!)' : 'row[i]!'} * x[i]!;`,
    '      layer.z[u] = sum;',
    `      layer.a[u] = ${valueText(everywhere, last)};`,
    '    });',
    `    x = ${passed};`,
    '  });',
    '  return [...x];',
    '}',
    '',
    'const noSteps = (layer: Layer): Steps => ({',
    '  weights: layer.weights.map((row) => row.map(() => 0)),',
    twoCopies
      ? '  biases: layer.biases.map((row) => row.map(() => 0)),'
      : '  biases: layer.biases.map(() => 0),',
    '});',
    '',
  );
  const lossSlope =
    loss === 'squaredError'
      ? '2 * (p[o]! - y)'
      : loss === 'meanSquaredError'
        ? '(2 * (p[o]! - y)) / p.length'
        : 'p[o]! - y';
  const inputOf = 'l === 0 ? x : network.layers[l - 1]!.a';
  put(
    '/** Adds the gradient of one sample to the steps. */',
    'function addGradient(network: Network, k: number, steps: Steps[]): void {',
    '  const x = data.inputs[k]!;',
    '  const p = predict(network, x);',
    `  let error = data.targets[k]!.map((y, o) => ${lossSlope});`,
    `  for (let l = ${last}; l >= 0; l--) {`,
    '    const layer = network.layers[l]!;',
    `    const delta = ${isPaired ? `l === ${last} ? error : kindOf(l).gate(error, layer)` : 'kindOf(l).gate(error, layer)'};`,
    `    const input = ${inputOf};`,
  );
  const frozen = everywhere.map((faults) => faults.has('layer-frozen'));
  const guard = frozen.includes(true) ? `    if (l === ${last}) {` : '';
  const pad = guard ? '  ' : '';
  if (guard) put(guard);
  const frozenBiases = everywhere.map((faults) => faults.has('biases-frozen'));
  const summed = everywhere.map((faults) => faults.has('bias-gradient-summed'));
  put(
    `${pad}    delta.forEach((d, u) => {`,
    `${pad}      layer.weights[u]!.forEach((_, i) => {`,
    `${pad}        steps[l]!.weights[u]![i]! += d * input[i]!;`,
    `${pad}      });`,
  );
  if (!noBiases) {
    const where = placeOf(frozenBiases, last);
    if (where !== 'all') {
      const condition =
        where === 'none' ? '' : where === 'hidden' ? `if (l === ${last}) ` : `if (l < ${last}) `;
      const sum = placeOf(summed, last);
      const own = 'd';
      const all = 'delta.reduce((a, b) => a + b, 0)';
      const value =
        sum === 'none'
          ? own
          : sum === 'all'
            ? all
            : sum === 'hidden'
              ? `l < ${last} ? ${all} : d`
              : `l === ${last} ? ${all} : d`;
      put(
        twoCopies
          ? `${pad}      ${condition}layer.weights[u]!.forEach((_, i) => { steps[l]!.biases[u]![i]! += d * input[i]!; });`
          : `${pad}      ${condition}steps[l]!.biases[u]! += ${value};`,
      );
    }
  }
  put(`${pad}    });`);
  if (guard) put('    }');
  if (isEarly) put(`    if (l > 0) take(network, steps, [l]);`);
  put(
    '    if (l === 0) break;',
    '    error = layer.weights[0]!.map((_, i) => {',
    '      let sum = 0;',
    `      for (let u = 0; u < delta.length; u++) sum += ${twoCopies ? '(layer.weights[u]![i]! + layer.biases[u]![i]!)' : 'layer.weights[u]![i]!'} * delta[u]!;`,
    '      return sum;',
    '    });',
    '  }',
    '}',
    '',
    '/** One step of these layers. */',
    `function take(network: Network, steps: Steps[], which: number[]): void {`,
    '  for (const l of which) {',
    '    const layer = network.layers[l]!;',
    '    const { weights, biases } = steps[l]!;',
    '    layer.weights.forEach((row, u) => {',
    '      row.forEach((w, i) => {',
  );
  const sign = has('step-uphill') ? '+' : '-';
  const scale = batch === 'mean' ? ` / ${order?.length ?? samples}` : '';
  const decayed = decay > 0 ? ` + ${decay} * w` : '';
  if (momentum === undefined) {
    const gradient = `${scale || decayed ? `(weights[u]![i]!${scale}${has('step-uphill') && decayed ? '' : decayed})` : 'weights[u]![i]!'}`;
    put(`        row[i] = ${cut(`w ${sign} learningRate * ${gradient}`)};`);
  } else {
    put(
      '        const kept = network.kept[l]!.weights[u]!;',
      `        kept[i] = ${momentum === 1 ? '' : `${momentum} * `}kept[i]! + weights[u]![i]!${scale};`,
      `        row[i] = w ${sign} learningRate * kept[i]!;`,
    );
  }
  put('      });', '    });');
  if (!noBiases) {
    if (twoCopies) {
      put(
        '    layer.biases.forEach((row, u) => {',
        '      row.forEach((b, i) => {',
        `        row[i] = ${cut(`b ${sign} learningRate * ${scale ? `(biases[u]![i]!${scale})` : 'biases[u]![i]!'}`)};`,
        '      });',
        '    });',
      );
    } else if (momentum === undefined) {
      put(
        '    layer.biases.forEach((b, u) => {',
        `      layer.biases[u] = ${cut(`b ${sign} learningRate * ${scale ? `(biases[u]!${scale})` : 'biases[u]!'}`)};`,
        '    });',
      );
    } else {
      put(
        '    layer.biases.forEach((b, u) => {',
        '      const kept = network.kept[l]!.biases;',
        `      kept[u] = ${momentum === 1 ? '' : `${momentum} * `}kept[u]! + biases[u]!${scale};`,
        `      layer.biases[u] = b ${sign} learningRate * kept[u]!;`,
        '    });',
      );
    }
  }
  put('  }', '}', '');
  const which = isEarly ? '[0]' : '[...network.layers.keys()]';
  put(
    `export function update(network: Network, ${inBatch || isRandom || repeat > 1 ? '_k' : 'k'}: number): void {`,
    '  const steps = network.layers.map(noSteps);',
  );
  if (inBatch) {
    const all = order ? `[${order.join(', ')}]` : `data.inputs.keys()`;
    put(`  for (const sample of ${all}) addGradient(network, sample, steps);`);
  } else if (isRandom) put(`  addGradient(network, Math.floor(${samples} * draw(network)), steps);`);
  else if (repeat > 1) {
    put(
      `  const sample = Math.floor(network.done / ${repeat}) % ${samples}; // ${repeat} updates in a row`,
      '  addGradient(network, sample, steps);',
    );
  } else put('  addGradient(network, k, steps);');
  put(
    `  take(network, steps, ${which});`,
    '  network.done++;',
    '}',
    '',
    'export const layers = (network: Network) =>',
    '  network.layers.map(({ weights, biases, a }) => ({',
    twoCopies
      ? '    weights: weights.map((row, u) => row.map((w, i) => w + biases[u]![i]!)),'
      : '    weights,',
    twoCopies ? '    biases: biases.map(() => 0),' : '    biases,',
    '    activations: a,',
    '  }));',
    '',
  );
  return lines.join('\n');
}

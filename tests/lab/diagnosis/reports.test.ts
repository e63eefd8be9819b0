/** What people reported who tried the diagnosis with programs of their own. Each was wrong once. */
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../src/lab/checks/relative-error.ts';
import { loadFailure } from '../run-program.ts';
import { type DenseNetwork, type DenseOptions, denseProgram, xor } from './dense.ts';
import { diagnosed } from './diagnosed.ts';
import { furtherPrograms } from './further-programs.ts';
import { reconstructions } from './reconstructions.ts';
import { sayGradient } from '../../../src/words/say-finding.ts';

const tanhXor = {
  data: xor,
  hidden: [3],
  activation: 'tanh',
  output: 'identity',
  rate: 0.1,
} satisfies DenseOptions;

type Faults = NonNullable<DenseOptions['faults']>;

/** Points of a sine, from -3 to 3. */
function waveOf(count: number) {
  const points = Array.from({ length: count }, (_, n) => (6 * n) / (count - 1) - 3);
  return { inputs: points.map((x) => [x]), targets: points.map((x) => [Math.sin(x)]) };
}
const wave = waveOf(12);

/** Before each epoch the network's own order of the samples is turned and cut. */
function shuffled(options: DenseOptions) {
  const program = denseProgram(options);
  return {
    ...program,
    create: (seed: number) => ({ ...program.create(seed), order: options.data.inputs.map((_, n) => n) }),
    update: (network: DenseNetwork, k: number) => {
      if (k === 0) network.order = network.order!.map((_, n, all) => all[(5 * n + 3) % all.length]!);
      program.update(network, k);
    },
  };
}

const named = (start: string) => {
  const { program, updates } = reconstructions.find(({ name }) => name.startsWith(start))!;
  return diagnosed(program, updates);
};

describe('the diagnosis', () => {
  it.each(['all weights begin at 0', 'all weights begin at 0.3'])('%s: the units are twins', (name) => {
    const { diagnosis, codes } = named(name);
    expect(codes).toContain('gradient-right');
    expect(diagnosis.findings.find(({ code }) => code === 'twin-units')).toMatchObject({
      severity: 'problem',
      layer: 0,
      units: [0, 1],
    });
  });

  it('an identity hidden layer: nothing bends, and XOR’s best plane leaves a quarter', () => {
    const linear = denseProgram({
      data: xor,
      hidden: [4],
      activation: 'identity',
      output: 'identity',
      rate: 0.05,
    });
    const { diagnosis } = diagnosed(linear, 400);
    const found = diagnosis.findings.find(({ code }) => code === 'nothing-bends');
    // The best plane for XOR is the constant 1/2: its mean squared error is 1/4.
    expect(found?.numbers['best']).toBeCloseTo(1 / 4, 12);
    expect(found?.numbers['present']).toBeGreaterThanOrEqual(1 / 4);
  });

  it('targets in the hundreds of thousands: the range, no dead ReLU, and a right gradient that is right', () => {
    const prices = {
      inputs: [[0.2], [0.5], [0.7], [0.9]],
      targets: [[180_000], [240_000], [300_000], [355_000]],
    };
    for (const rate of [0.1, 1e-4])
      for (const updates of [0, 40]) {
        const program = denseProgram({
          data: prices,
          hidden: [3],
          activation: 'sigmoid',
          output: 'sigmoid',
          rate,
        });
        const { codes, diagnosis, words } = diagnosed(program, updates);
        expect(codes).toContain('target-out-of-range');
        expect(codes.filter((code) => /dead|can-die|pushed|unknown|wrong|left-out/.test(code))).toEqual([]);
        expect(words).not.toContain('ReLU');
        for (const gradient of diagnosis.gradients) expect(gradient.relativeError).toBeLessThan(1e-4);
      }
  });

  it('an array of whole numbers: said to be one, and no sum of two numbers', () => {
    const { codes } = named('weights in an array of whole numbers');
    expect(codes).toContain('integer-storage');
    expect(codes).not.toContain('weights-of-two-numbers');
    expect(codes.filter((code) => code.startsWith('gradient-right'))).toEqual([]);
  });

  it.each([1e-3, 1e-4])(
    'a right step that lowers the cross-entropy and raises the squared error, at rate %d',
    (rate) => {
      const data = { inputs: [[10], [1]], targets: [[0], [1]] };
      interface Network {
        weight: number[];
        output: number[];
      }
      const predict = (network: Network, [x]: number[]) =>
        (network.output = [1 / (1 + Math.exp(-network.weight[0]! * x!))]);
      const { codes, problems } = diagnosed({
        data,
        learningRate: rate,
        epochs: 10,
        updatesPerEpoch: 1,
        create: (seed: number): Network => ({ weight: [0.9 + 0.01 * seed], output: [0] }),
        predict,
        update: (network: Network) => {
          const slopes = data.inputs.map(
            ([x], k) => (predict(network, [x!])[0]! - data.targets[k]![0]!) * x!,
          );
          network.weight[0]! -= rate * slopes.reduce((sum, slope) => sum + slope, 0);
        },
        layers: ({ weight, output }: Network) => [{ weights: [weight], biases: [0], activations: output }],
      });
      expect(codes).toContain('gradient-right');
      expect(problems).not.toContain('step-raises-error');
    },
  );

  it.each([false, true])(
    'a dead unit that weight decay shrinks is dead, not pushed; biases decay: %s',
    (ofBiases) => {
      const decay = 0.01;
      const rate = 0.05;
      const { inputs, targets } = xor;
      interface Network {
        W: number[][];
        b: number[];
        h: number[];
        V: number[];
        c: number[];
        y: number[];
      }
      const predict = (n: Network, x: number[]) => {
        n.h = n.W.map((row, i) => Math.max(0, row[0]! * x[0]! + row[1]! * x[1]! + n.b[i]!));
        return (n.y = [n.h.reduce((sum, a, i) => sum + a * n.V[i]!, n.c[0]!)]);
      };
      const { codes } = diagnosed({
        data: xor,
        learningRate: rate,
        epochs: 10,
        updatesPerEpoch: inputs.length,
        create: (): Network => ({
          W: [
            [0.3, -0.2],
            [0.5, 0.4],
            [-0.6, 0.7],
          ],
          b: [-5, 0.1, 0.2],
          h: [0, 0, 0],
          V: [0.4, 0.5, -0.3],
          c: [0.1],
          y: [0],
        }),
        predict,
        update: (n: Network, k: number) => {
          const x = inputs[k]!;
          const delta = predict(n, x)[0]! - targets[k]![0]!;
          const deltas = n.h.map((a, i) => (a > 0 ? delta * n.V[i]! : 0));
          n.V.forEach((v, i) => (n.V[i] = v - rate * (delta * n.h[i]! + decay * v)));
          n.c[0]! -= rate * (delta + (ofBiases ? decay * n.c[0]! : 0));
          n.b.forEach((b, i) => (n.b[i] = b - rate * (deltas[i]! + (ofBiases ? decay * b : 0))));
          n.W = n.W.map((row, i) => row.map((w, j) => w - rate * (deltas[i]! * x[j]! + decay * w)));
        },
        layers: ({ W, b, h, V, c, y }: Network) => [
          { weights: W, biases: b, activations: h },
          { weights: [V], biases: c, activations: y },
        ],
      });
      expect(codes).toContain('gradient-right');
      expect(codes).toContain('units-dead');
      expect(codes).not.toContain('units-pushed');
    },
  );

  it('a decay whose sign is turned round enlarges the weights, and does not swing them', () => {
    for (const rate of [0.03, 0.1, 0.3]) {
      const program = denseProgram({ ...tanhXor, rate, decay: -0.01 });
      const { codes, words } = diagnosed(program, 100);
      expect(codes).not.toContain('decay-diverges');
      expect(words).toContain('Every update also enlarges the weights');
    }
  });

  it('momentum settles at rates that plain steps do not settle at', () => {
    const line = { inputs: [[1], [2], [-1], [0.5]], targets: [[2], [3], [-1], [0.7]] };
    const at = (rate: number) =>
      diagnosed(denseProgram({ ...tanhXor, data: line, hidden: [], rate, momentum: 0.9, batch: 'sum' }), 30)
        .problems;
    // The sum of squares bends by about 8: plain steps settle below 0.25, these below 0.475.
    expect(at(0.3)).toEqual([]);
    expect(at(0.5)).toEqual(['rate-above-curvature']);
  });

  it('what momentum leaves over near a solution is no wrong gradient', () => {
    const program = denseProgram({ ...tanhXor, hidden: [4], rate: 0.01, momentum: 0.9 });
    for (const seed of [1, 4, 5]) expect(diagnosed(program, 2_000, seed).codes).toContain('gradient-right');
  });

  it('a layer with a rate of its own passes its error on as it is', () => {
    const program = denseProgram({
      ...tanhXor,
      hidden: [4, 3],
      faults: { step: (weight, step, layer) => weight - (layer === 1 ? 3 * step : step) },
    });
    const told = diagnosed(program, 5).diagnosis.findings.filter(({ layer }) => layer !== undefined);
    expect(told.map(({ code, layer }) => [layer, code])).toEqual([
      [1, 'factor-in-layer'],
      [0, 'gradient-right-in-layer'],
      [2, 'gradient-right-in-layer'],
    ]);
  });

  it('what is rightly small or finished is no problem: targets, a last layer that begins near 0, a fit to the last digits', () => {
    const small = { ...xor, targets: xor.targets.map(([t]) => [t! / 100]) };
    const he = (random: () => number, count: number) => (2 * random() - 1) * Math.sqrt(6 / count);
    const programs = [
      denseProgram({ ...tanhXor, data: small, hidden: [8], activation: 'relu', start: he }),
      denseProgram({
        ...tanhXor,
        hidden: [6, 6],
        start: (random, count, layer) => he(random, count) * (layer === 2 ? 1e-4 : 1),
      }),
    ];
    for (const program of programs) expect(diagnosed(program).problems).toEqual([]);
    const finished = denseProgram({ ...tanhXor, hidden: [4], rate: 0.4, batch: 'mean' });
    expect(diagnosed(finished, 3_000).problems).toEqual([]);
  });

  it('mini-batches in order are right, and what is wrong with them is named; in a drawn order they follow some loss', () => {
    const few = { ...tanhXor, data: wave, batch: 'mean', updatesPerEpoch: 3 } satisfies DenseOptions;
    const take = (k: number) => [0, 1, 2, 3].map((n) => 4 * k + n);
    for (const rate of [0.01, 0.05, 0.2]) {
      const right = diagnosed(denseProgram({ ...few, take, rate }), 30);
      expect(right.problems).toEqual([]);
      expect(right.words).toContain('half the squared error of some samples at a time');
    }
    const slope: Faults['slope'] = (z, _a, layer, f) => (layer === 0 ? 1 : f.slope(z));
    expect(diagnosed(denseProgram({ ...few, take, faults: { slope } })).problems).toEqual(['slope-left-out']);
    const drawn = shuffled({ ...few, take: (k, { order }) => take(k).map((n) => order![n]!) });
    expect(diagnosed(drawn, 30)).toMatchObject({ codes: ['gradient-of-some-loss'], problems: [] });
  });

  it.each([0, 0.9])('samples that are shuffled in place, with momentum %d', (momentum) => {
    for (const rate of [0.003, 0.01, 0.03]) {
      const one: DenseOptions = { ...tanhXor, data: wave, rate, momentum, startBias: () => 0 };
      const { codes, problems } = diagnosed(shuffled({ ...one, take: (k, { order }) => [order![k]!] }), 600);
      expect(codes).toContain('gradient-right');
      expect(problems).toEqual([]);
    }
  });

  it('steps of one length along shuffled samples go the right way, and uphill the wrong one', () => {
    const along = (sign: number) =>
      shuffled({
        ...tanhXor,
        data: waveOf(24),
        hidden: [6],
        take: (k, { order }) => [order![k]!],
        faults: { step: (weight, step) => weight - 0.01 * sign * Math.sign(step) },
      });
    for (const updates of [0, 60]) {
      expect(diagnosed(along(1), updates).problems).toEqual([]);
      expect(diagnosed(along(-1), updates).problems).toEqual(['step-signs-wrong']);
    }
    // XOR's first sample is fitted from the start where no unit has a bias.
    const step = (weight: number, far: number) => weight - 0.01 * Math.sign(far);
    const fitted = denseProgram({ ...tanhXor, startBias: () => 0, faults: { step } });
    expect(diagnosed(fitted).codes).toContain('step-signs-right');
  });

  it('a sum that stands on the kink of a ReLU, as of inputs 0 and biases 0, is no curvature', () => {
    const onKink: DenseOptions = {
      ...tanhXor,
      hidden: [6],
      activation: 'relu',
      output: 'sigmoid',
      loss: 'cross-entropy',
      batch: 'mean',
      startBias: () => 0,
    };
    for (const rate of [0.03, 0.1, 0.3])
      for (const seed of [1, 2, 3])
        expect(diagnosed(denseProgram({ ...onKink, rate }), 40, seed).problems).toEqual([]);
  });

  it('a weight decay that was small at the start is no problem near a solution, and a strong one is', () => {
    const decaying = (decay: number) =>
      diagnosed(denseProgram({ ...tanhXor, hidden: [4], decay }), 4_000).diagnosis.findings.find(
        ({ code }) => code === 'weight-decay',
      );
    expect(decaying(1e-3)?.severity).toBe('note');
    expect(decaying(0.1)?.severity).toBe('problem');
  });

  it('an error that has lost its sign leads away from targets; one that is cut does not', () => {
    for (const rate of [0.01, 0.05, 0.2]) {
      const of = (error: (y: number, t: number) => number) =>
        diagnosed(denseProgram({ ...tanhXor, rate, faults: { error } }));
      for (const lost of [of((y, t) => (y - t) ** 2), of((y, t) => Math.abs(y - t))]) {
        expect(lost.problems).toEqual(['gradient-along-output']);
        expect(lost.words).toContain('on some samples the wrong way');
      }
      const cut = of((y, t) => Math.max(-0.3, Math.min(0.3, y - t)));
      expect(cut).toMatchObject({ codes: ['gradient-along-output'], problems: [] });
    }
  });

  it('without layers, weights that decay beside biases that do not are right', () => {
    const program = { ...denseProgram({ ...tanhXor, decay: 1e-3 }), layers: undefined };
    for (const updates of [0, 40, 400])
      expect(diagnosed({ ...program, missing: ['layers'] }, updates).codes).toContain('gradient-right');
  });

  it('one of several outputs may be moved past its target where the sample’s error falls', () => {
    const two = { ...xor, targets: xor.targets.map(([t]) => [5 * t!, 0.5]) };
    for (const seed of [1, 2, 3, 4]) {
      const { problems } = diagnosed(denseProgram({ ...tanhXor, data: two, rate: 0.05 }), 40, seed);
      expect(problems).not.toContain('step-overshoots');
    }
  });

  it('does not tell a program that takes the mean to take it', () => {
    const large = { ...wave, inputs: wave.inputs.map(([x]) => [100 * x!]) };
    const said = (batch: 'mean' | 'sum') => diagnosed(denseProgram({ ...tanhXor, data: large, batch })).words;
    expect(said('sum')).toContain('take the mean over the samples');
    expect(said('mean')).toContain('Scale the inputs down.');
  });

  it('outputs that are rounded fit by that alone, and are not saturated', () => {
    const program = denseProgram({ ...tanhXor, output: 'sigmoid', rate: 2 });
    const rounded: typeof program = { ...program, predict: (n, x) => program.predict(n, x).map(Math.round) };
    for (const updates of [0, 400]) {
      const { codes } = diagnosed(rounded, updates);
      expect(codes.filter((code) => /fits-its-sample|output-saturated/.test(code))).toEqual([]);
    }
  });

  it('a softmax over one unit: always 1, and no NaN in any sentence', () => {
    const { codes, words } = named('a softmax over one unit');
    expect(codes).toContain('output-fixed');
    expect(words).toContain('The output is 1 whatever the network computes.');
    expect(words).not.toContain('NaN');
  });

  it.each([0, 3, 400])('weight decay 10 at rate 0.3 is what blows up, after %i updates', (updates) => {
    const { program } = reconstructions.find(({ name }) => name.startsWith('weight decay 10'))!;
    const { codes, words } = diagnosed(program, updates);
    expect(codes).toContain('decay-diverges');
    expect(words).toContain('1 − rate × decay = −2');
    expect(words).not.toMatch(/NaN times|so nobody sees it/);
    expect(codes).not.toContain('large-inputs');
  });

  it('a network of one’s own is told everything that is missing at once', () => {
    const source = [
      'const xs = [[0, 0], [0, 1], [1, 0], [1, 1]], ys = [0, 1, 1, 0];',
      'export const data = { inputs: xs, targets: ys };',
      'const create = () => ({ W1: [[0.1, 0.2], [0.3, -0.4], [0.5, 0.1]], b1: [0, 0, 0], W2: [0.2, 0.1, -0.3], b2: 0 });',
      'export function forward(n: any, x: number[]) { return [0]; }',
    ].join('\n');
    const { message, paste } = loadFailure(source);
    for (const said of ['`create` is there but not exported', 'no `update`', 'no `predict`'])
      expect(message).toContain(said);
    expect(paste).toContain('export { create };');
    expect(paste).toContain('export const predict = (network, input: number[]) => forward(network, input);');
    expect(paste).toContain('export function update(');
    expect(message).not.toContain('learningRate');
  });

  it.each([
    ['the weights climb and the biases descend', ['ascent-of-weights', 'ascent-of-weights']],
    ['the biases of one layer climb', ['ascent-of-biases']],
    ['a softmax, whose weights climb', ['ascent-of-weights']],
    ['no layers, the weights climb', ['ascent-in-parameters']],
  ])('%s: which of them climbs, and nothing of an unknown gradient', (name, expected) => {
    const { program, updates } = furtherPrograms.find((one) => one.name.startsWith(name))!;
    const { codes, diagnosis } = diagnosed(program, updates);
    expect(codes.filter((code) => /^ascent|unknown|wrong|not-a-gradient/.test(code))).toEqual(expected);
    const place = { layerCount: 2, inputs: xor.inputs, arrays: diagnosis.arrays };
    const rows = diagnosis.gradients.map((row) => sayGradient(row, diagnosis.findings, place) ?? 'right');
    expect(rows.filter((row) => row !== 'right')).toHaveLength(expected.length);
  });

  it('measures a relative error by the larger of the two, everywhere', () => {
    // 0.2234 by the sum is 2 · 0.2234 / (1 + 0.2234) by the larger.
    const [followed, slope] = [1, 1 - (2 * 0.2234) / (1 + 0.2234)];
    expect(relativeError(followed, slope, 1)).toBeCloseTo(0.3652, 3);
    expect(relativeError(slope, followed, 1)).toBe(relativeError(followed, slope, 1));
    expect(relativeError(0, 0, 0)).toBe(0);
    expect(relativeError(1e-9, -1e-9, 1)).toBeCloseTo(2e-6, 12);
  });
});

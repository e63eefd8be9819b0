import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../src/engine/index.ts';

const at = (name: ActivationName, z: number): number[] => {
  const { value, derivative } = activationOf(name);
  return [value(z), derivative(z)];
};

describe('values and derivatives known in closed form', () => {
  const root = Math.sqrt(2 / Math.PI);
  it.each([
    ['identity', -3, -3, 1],
    ['sigmoid', 0, 1 / 2, 1 / 4],
    ['sigmoid', Math.log(3), 3 / 4, 3 / 16],
    ['tanh', 0, 0, 1],
    ['tanh', Math.log(3), 4 / 5, 9 / 25], // (3 - 1/3) / (3 + 1/3)
    ['relu', 2, 2, 1],
    ['relu', -2, 0, 0],
    ['relu', 0, 0, 0],
    ['leakyRelu', -2, -0.02, 0.01],
    ['leakyRelu', 2, 2, 1],
    ['elu', -Math.LN2, -1 / 2, 1 / 2],
    ['elu', 2, 2, 1],
    ['softplus', 0, Math.LN2, 1 / 2],
    ['softplus', Math.log(3), Math.log(4), 3 / 4],
    ['silu', 0, 0, 1 / 2],
    ['silu', Math.log(3), 0.75 * Math.log(3), 0.75 + (3 / 16) * Math.log(3)],
    ['gelu', 0, 0, 1 / 2],
    ['gelu', 1, (1 + Math.tanh(root * 1.044715)) / 2, 1.0829640838457826], // the slope from 50 decimal digits
    ['step', 1, 1, 0],
    ['step', -1, 0, 0],
  ] as const)('%s at %d', (name, z, value, derivative) => {
    const [v, d] = at(name, z);
    expect(v).toBeCloseTo(value, 14);
    expect(d).toBeCloseTo(derivative, 14);
  });

  it('elu, softplus and tanh keep their digits where the plain formulas lose them', () => {
    expect(at('elu', -1e-10)[0]).toBeCloseTo(-1e-10 + 5e-21, 25);
    expect(at('softplus', -40)[0]! / 4.248354255291589e-18).toBeCloseTo(1, 14); // e^-40
    expect(at('softplus', 800)).toEqual([800, 1]);
  });
});

it('declares the least value of SiLU and GELU to the last bit', () => {
  // SiLU: -W with W e^W = 1/e, by Newton's method, to forty digits 0.2784645427610737951093587390229801554394.
  let w = 0.278;
  for (let i = 0; i < 20; i++) w -= (w * Math.exp(w) - Math.exp(-1)) / ((w + 1) * Math.exp(w));
  expect(activationOf('silu').range[0]).toBeCloseTo(-w, 15);
  expect(activationOf('silu').range[0]).toBe(-0.2784645427610737951093587390229801554394);
  // GELU by tanh: where its slope is 0, by bisection in forty digits.
  expect(activationOf('gelu').range[0]).toBe(-0.1700407505712540506390674279875556835771);
});

it('no value leaves the range it declares', () => {
  for (const name of activationNames.filter((other) => other !== 'softmax')) {
    const { value, range } = activationOf(name);
    const outside: number[] = [];
    for (let z = -50; z <= 50; z += 0.001)
      if (!(value(z) >= range[0] && value(z) <= range[1])) outside.push(z);
    expect(outside).toEqual([]);
  }
});

it('where the derivative can be written of the activation, both give the same', () => {
  for (const name of activationNames) {
    const { value, derivative, derivativeOfActivation } = activationOf(name);
    if (!derivativeOfActivation) continue;
    for (let z = -5; z <= 5; z += 0.01) expect(derivativeOfActivation(value(z))).toBe(derivative(z));
  }
});

it('derivatives stay finite where arguments are huge', () => {
  for (const name of activationNames) {
    for (const z of [1e200, -1e200, 800, -800]) expect(Number.isFinite(at(name, z)[1])).toBe(true);
  }
});

import '../../../fixture/in-fixture-content.ts';
import { describe, expect, test } from 'vitest';
import { settings, valuesOf } from '../../../../components/exhibits/sweep/settings.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { checkSpec } from '../../../../src/engine/index.ts';

const training = variantTraining('xor', 'leaky-hidden-linear-output');

describe('a setting', () => {
  test.each(Object.entries(settings))(
    '%s has the value that was applied, and leaves a right spec',
    (name, setting) => {
      const value = name === 'learningRate' || name === 'slope' ? 0.3 : 3;
      const changed = setting.apply(training, value);
      expect(setting.valueOf(changed)).toBe(value);
      checkSpec(changed.spec, 'the test');
    },
  );
});

describe('values along an axis', () => {
  test('are even in ratio where the axis is logarithmic', () =>
    expect(valuesOf(settings.learningRate, 0.01, 1, 3)).toEqual([0.01, 0.1, 1]));
  test('are whole where only whole numbers make sense, each once', () =>
    expect(valuesOf(settings.width, 1, 4, 9)).toEqual([1, 2, 3, 4]));
});

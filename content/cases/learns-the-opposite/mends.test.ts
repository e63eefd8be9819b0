// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

/** The weight after so many epochs from a weight that is given. */
async function weightFrom(form: Form, start: number, epochs: number): Promise<number> {
  const program = await form.load();
  const network = program.create(1);
  const weight = () => program.layers(network)[0]!.weights[0]!;
  weight()[0] = start;
  trainProgram(program, network, epochs);
  return weight()[0]!;
}

testMends('learns-the-opposite', {
  async 'own-output-for-the-input'(posted, mended) {
    // Near 0 one epoch moves the weight by rate times 5w/16, away from 0; mended it climbs from either side.
    for (const start of [1e-4, -1e-4])
      expect((await weightFrom(posted, start, 1)) / start).toBeCloseTo(1 + (0.5 * 5) / 16, 3);
    expect(await weightFrom(posted, -0.01, 100)).toBeLessThan(-1);
    expect(await weightFrom(mended, -0.01, 100)).toBeGreaterThan(1);
    // Inverted and sure, it goes on by the same step for ever: half the rate an epoch.
    const far = await weightFrom(posted, -20, 1);
    expect(far + 20).toBeCloseTo(-0.5 / 2, 9);
  },
  async 'slope-and-loss-apart'(posted, mended) {
    const sure = async (form: Form) => {
      const program = await form.with('const least = 1e-13;', 'const least = 0;').load();
      const network = program.create(1);
      program.layers(network)[0]!.weights[0]![0] = -50;
      trainProgram(program, network, 1);
      return outputsOfProgram(program, network);
    };
    expect((await sure(posted)).some(Number.isNaN)).toBe(true);
    expect((await sure(mended)).every(Number.isFinite)).toBe(true);
  },
});

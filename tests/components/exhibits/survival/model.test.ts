import '../../../fixture/in-fixture-content.ts';
import { describe, expect, test } from 'vitest';
import {
  bornDeadInTheory,
  createBornDead,
  farthestCell,
} from '../../../../components/exhibits/survival/born-dead.ts';
import { bornDeadWords } from '../../../../components/exhibits/survival/born-dead-words.ts';
import { createOtherNetworks } from '../../../../components/exhibits/survival/other-networks.ts';
import { createSurvival, farthestCourse } from '../../../../components/exhibits/survival/survival.ts';
import { survivalWords } from '../../../../components/exhibits/survival/survival-words.ts';
import { variantTraining } from '../../../cases/trainings.ts';

describe('networks born dead', () => {
  test('follow 1 - (1 - 2^-N)^L', () => {
    expect(bornDeadInTheory(1, 1)).toBe(1 / 2);
    expect(bornDeadInTheory(1, 3)).toBe(7 / 8);
    expect(bornDeadInTheory(2, 2)).toBe(1 - 9 / 16);
  });

  test('are as many as theory says when they are drawn and looked at', () => {
    const model = createBornDead({ widths: [1, 2, 3], depths: [1, 2, 4], inputs: [[1, 0.5]] });
    model.step(1000);
    model.step(1000);
    expect(model.state.drawn).toBe(2000);
    // Four standard errors: one false alarm in thousands of seeds, and the seeds are fixed.
    for (const { dead, theory } of model.state.cells)
      expect(Math.abs(dead.share - theory)).toBeLessThan(4 * Math.sqrt((theory * (1 - theory)) / 2000));
  });

  test('are fewer on several samples than on one', () => {
    const size = { widths: [2], depths: [3] };
    const one = createBornDead({ ...size, inputs: [[1, 0.5]] });
    const four = createBornDead({ ...size, inputs: [[1, 0.5], [-1, 0.5], [1, -0.5], [-1, -0.5]] }); // prettier-ignore
    one.step(500);
    four.step(500);
    expect(four.state.cells[0]!.dead.share).toBeLessThan(one.state.cells[0]!.dead.share);
  });

  test('the dot farthest from its line is told with what theory says', () => {
    const share = (count: number) => ({ count, share: count / 100, low: 0, high: 1 });
    const cells = [
      { width: 1, depth: 1, dead: share(52), theory: 0.5 },
      { width: 2, depth: 3, dead: share(50), theory: 0.58 },
    ];
    expect(bornDeadWords.result(farthestCell({ cells, drawn: 100 }))).toMatchObject({
      choice: 'off',
      text: '3 layers, 2 wide: 58.0% by theory, 50.0% here, 8 points apart',
    });
  });
});

describe('networks dead in the course of training', () => {
  const { spec } = variantTraining('deep');
  const arm = (epochs: number) => ({ label: 'as posted', spec, epochs });

  // Independent programs found 25.2% of these networks born dead, and 64.4% that end with zero everywhere.
  test('start and end at the shares that others measured, and no dead network comes back', () => {
    const model = createSurvival([arm(400)]);
    model.step(300);
    const [{ updates, shares: counted }] = model.state.courses as [(typeof model.state.courses)[0]];
    const shares = counted.map(({ share }) => share);
    expect(updates[0]).toBe(0);
    expect(updates.at(-1)).toBe(1600);
    expect(Math.abs(shares[0]! - 0.252)).toBeLessThan(4 * Math.sqrt((0.252 * 0.748) / 300));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });

  test('others are those of the seeds that follow, and say how far their shares are from the first', () => {
    const [all, first, others] = [createSurvival([arm(5)]), createSurvival([arm(5)]), createSurvival([arm(5)], 41)]; // prettier-ignore
    all.step(80);
    first.step(40);
    others.step(40);
    const countsOf = ({ state: { courses } }: typeof all) => courses[0]!.shares.map(({ count }) => count);
    expect(countsOf(others)).not.toEqual(countsOf(first));
    expect(countsOf(others).map((count, k) => count + countsOf(first)[k]!)).toEqual(countsOf(all));
    expect(survivalWords.result(farthestCourse(first.state, others.state)).text).toMatch(
      /^as posted: [\d.]+% before, [\d.]+% here, [\d.]+ points? apart$/,
    );
  });
});

describe('the other networks that a reader draws', () => {
  const options = { widths: [2], depths: [3], inputs: [[1, 0.5]] };
  const built = () => {
    const model = createBornDead(options);
    model.step(40);
    return model.state;
  };
  const create = () => createBornDead(options, 41);

  test('are those after the ones of the page, and are shown as they come, or at their end alone', async () => {
    for (const endAlone of [false, true]) {
      const [seen, ended]: number[][] = [[], []];
      const model = createOtherNetworks({
        create,
        built: built(),
        networks: 20,
        atOnce: 4,
        isEndAlone: () => endAlone,
        change: () => seen!.push(model.state.drawn),
        onDone: ({ drawn }) => ended!.push(drawn),
      });
      await model.start();
      expect(model.task.state).toBe('done');
      expect(ended).toEqual([20]);
      expect([...new Set(seen)]).toEqual(endAlone ? [40, 20] : [40, 4, 8, 12, 16, 20]);
      const expected = create();
      expected.step(20);
      expect(model.state.cells).toEqual(expected.state.cells);
    }
  });

  test('stop when the reader stops them, and what was drawn stays', async () => {
    const model = createOtherNetworks({
      create,
      built: built(),
      networks: 400,
      atOnce: 4,
      isEndAlone: () => false,
      change: () => model.task.progress > 0.1 && model.cancel(),
      onDone: () => expect.unreachable(),
    });
    await model.start();
    expect(model.task.state).toBe('cancelled');
    expect(model.state.drawn).toBeLessThan(100);
  });
});

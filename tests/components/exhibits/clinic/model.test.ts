import { describe, expect, it, vi } from 'vitest';
import { createClinic } from '../../../../components/exhibits/clinic/model.ts';
import { familiesOf } from '../../../../components/exhibits/clinic/families.ts';
import { createRun, outputsOf, type Run, train } from '../../../../src/engine/index.ts';
import { openCrew, suspectNamed } from '../../../../src/clinic/index.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const open = (fragment = '') => {
  const change = vi.fn();
  const model = createClinic(
    openCrew(1, (why) => expect.fail(why)),
    pause,
    change,
    fragment,
  );
  return { model, change };
};
const until = async (condition: () => unknown) => {
  await vi.waitFor(() => expect(condition()).toBeTruthy(), { timeout: 60_000, interval: 20 });
};
const short = { widths: '3', hidden: 'relu', rate: '0.4', epochs: '60' };
const fragment = (printed: string) => `#${new URLSearchParams({ ...short, printed })}`;

/** What a reader would paste of the weights: NumPy's, a row an input. */
const pasted = ({ network }: Run) =>
  network.offsets
    .map(({ weights, weightCount, biases, biasCount }, l) => {
      const { inputs, units } = network.layers[l]!;
      const byInput = Array.from({ length: inputs }, (_, i) =>
        Array.from({ length: units }, (__, o) => network.parameters[weights + o * inputs + i]).join(' '),
      );
      expect(weightCount).toBe(inputs * units);
      return `[[${byInput.join(']\n [')}]]\n[${[...network.parameters.subarray(biases, biases + biasCount)].join(' ')}]`;
    })
    .join('\n');

describe('the clinic', () => {
  it('waits for numbers, and says of a wrong field what it is', () => {
    const { model } = open();
    expect(model).toMatchObject({ stage: 'waiting', patient: undefined, problems: [] });
    model.set('epochs', 'soon');
    expect(model.problems).toMatchObject([{ field: 'epochs', why: 'unreadable' }]);
    model.cancel();
  });

  it('finds a fault, asks, and proves it from the reader’s own start', async () => {
    const { model, change } = open();
    for (const [field, value] of Object.entries(short)) model.set(field as keyof typeof model.fields, value);
    model.set('printed', '0 0 0 0');
    const d = model.patient!.description;
    const { spec } = suspectNamed({ ...d, digits: 4 }, 'step-uphill')!;
    const run = createRun(spec, 4321);
    const start = pasted(run);
    train(run, 4);
    const afterOne = outputsOf(run).flat();
    train(run, 4 * 59);
    model.set(
      'printed',
      outputsOf(run)
        .flat()
        .map((x) => x.toFixed(4))
        .join('\n'),
    );
    await until(() => model.question !== undefined || model.exhausted);
    expect(change).toHaveBeenCalled();
    expect(model.stage).toBe('settled');
    const total = model.belief!.p.reduce((sum, p) => sum + p, 0) + model.belief!.elsewhere;
    expect(total).toBeCloseTo(1, 9);

    const asked = model.question?.question;
    model.skip();
    await until(() => (model.question !== undefined && model.question.question !== asked) || model.exhausted);

    model.write('replay.start', 'nonsense 1 2 3');
    model.prove();
    expect(model.trouble).toMatchObject({ kind: 'parameters', found: 3, expected: [13, 9] });
    model.write('replay.start', start);
    model.write('replay.rows', 'input');
    model.write('replay.outputs', afterOne.join('\n'));
    model.prove();
    expect(model.trouble).toBeUndefined();
    const agrees = model.proof!.agrees.map((s) => model.patient!.suspects[s]!.id);
    expect(agrees).toContain('step-uphill');
    expect(agrees).not.toContain('none');
    expect(familiesOf(model.patient!, model.belief!)[0]!.name).toBe('step-uphill');
    const sure = () => model.proof!.agrees.filter((s) => model.patient!.isSure(s, model.belief!));
    await until(() => sure().length === 1);
    model.cancel();
  });

  it('says that it is not on the list where no suspect repeats the reader’s epoch', async () => {
    const { model } = open(fragment('0.1 0.2 0.3 0.4'));
    await until(() => model.belief);
    const run = createRun(suspectNamed(model.patient!.description, 'none')!.spec, 5);
    model.write('replay.start', pasted(run));
    model.write('replay.rows', 'input');
    model.write('replay.outputs', '0.91 0.12 0.93 0.14');
    model.prove();
    expect(model.proof).toMatchObject({ agrees: [], otherShape: false });
    expect(model.belief!.elsewhere).toBeGreaterThan(0.3);
    model.cancel();
  });

  it('comes back from its link as it was', () => {
    const { model } = open(fragment('0.1 0.2 0.3 0.4'));
    model.write('before', '0.5 0.5 0.5 0.5');
    const again = open(model.link());
    expect(again.model.fields).toEqual(model.fields);
    expect(again.model.answers).toEqual(model.answers);
    model.cancel();
    again.model.cancel();
  });

  it('forgets a patient whose description changes while the runs are coming in', async () => {
    const { model } = open(fragment('0.1 0.2 0.3 0.4'));
    await until(() => model.belief);
    const before = model.patient;
    model.set('rate', '0.3');
    expect(model.patient).not.toBe(before);
    expect(model.stage).toBe('waiting');
    await until(() => model.belief);
    model.cancel();
  });
});

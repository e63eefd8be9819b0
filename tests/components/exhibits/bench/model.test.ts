import { describe, expect, it } from 'vitest';
import { createBench } from '../../../../components/exhibits/bench/model.ts';
import type { BenchOptions } from '../../../../components/exhibits/bench/bench-context.ts';
import { benchWords } from '../../../../components/exhibits/bench/words.ts';
import { workInStore } from '../../../../components/exhibits/bench/stored-work.ts';
import { writeBenchLink } from '../../../../src/book/index.ts';
import type { TextStore } from '../../../../src/book/index.ts';
import type { BenchState } from '../../../../components/exhibits/bench/bench-state.ts';
import type { LabSession } from '../../../../src/lab/index.ts';
import { fakeLab, frameOf, info } from './fake-lab.ts';

const original = 'never\nline two: broken\n';
const faults = [
  {
    id: 'two',
    title: 'The second line',
    hint: 'Look at the second line.',
    why: 'It is broken.',
    matters: 'It was all.',
    lines: ['line two'],
    mend: { typescript: [{ find: 'line two: broken', replace: 'line two: learns' }] },
  },
];

function memoryStore(): TextStore & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/** @param store Null for none at all. */
function open<Store extends TextStore | null = ReturnType<typeof memoryStore>>({
  store = memoryStore() as unknown as Store,
  ...options
}: Partial<BenchOptions> & { store?: Store } = {}) {
  const lab = fakeLab();
  let changes = 0;
  const bench = createBench({
    id: 'a-case',
    original,
    start: { info, frame: frameOf(original, 1, 0) },
    faults,
    openLab: () => Promise.resolve(lab),
    kept: workInStore(store ?? undefined, 'a-case'),
    onChange: () => changes++,
    ...options,
  });
  const runOut = async () => {
    await bench.run();
    while (bench.state.activity.kind === 'running') await bench.tick();
  };
  return { bench, lab, store, state: bench.state, runOut, changes: () => changes };
}

describe('a run', () => {
  it('loads nothing before the reader asks for something', () => {
    const { lab } = open();
    expect(lab.asked).toEqual([]);
  });

  it('goes to the end of its epochs, says its outcome and is diagnosed there', async () => {
    const { state, runOut, lab } = open();
    await runOut();
    expect(state.frame.update).toBe(200);
    expect(benchWords.said(state.said)).toBe('Ended after 200 updates. One number for every input: 0.5.');
    expect(state.diagnosis?.update).toBe(200);
    expect(state.firstResult).toEqual({ kind: 'constant', value: 0.5 });
    expect(lab.asked.filter((one) => one.startsWith('load'))).toEqual(['load 1']);
  });

  it('has one point of its loss for every update it was told of, in order, also after going back', async () => {
    const { state, bench, runOut } = open();
    await runOut();
    await bench.seek(10);
    await bench.step(5);
    expect(state.loss.updates).toEqual(Array.from({ length: 201 }, (_, n) => n));
    expect(state.frame.update).toBe(15);
    expect(state.furthest).toBe(200);
  });

  it('can be carried on beyond its end', async () => {
    const { state, runOut } = open();
    await runOut();
    await runOut();
    expect(state.frame.update).toBe(400);
  });

  it('steps by one update and by one epoch', async () => {
    const { state, bench } = open();
    await bench.step(1);
    expect(state.frame.update).toBe(1);
    await bench.step(info.updatesPerEpoch);
    expect(state.frame.update).toBe(3);
    expect(benchWords.said(state.said)).toMatch(/^Stepped after 3 updates/);
  });

  it('is diagnosed when it is paused', async () => {
    const { state, bench, lab } = open();
    await bench.run();
    await bench.tick();
    bench.pause();
    await expect.poll(() => state.diagnosis?.update).toBe(2);
    expect(state.activity.kind).toBe('idle');
    expect(lab.asked.at(-1)).toBe('diagnose');
  });

  it('of many wishes for another update takes the latest', async () => {
    const { state, bench, lab, runOut } = open();
    await runOut();
    const release = lab.hold();
    const first = bench.seek(3);
    void bench.seek(4);
    void bench.seek(77);
    release();
    await first;
    expect(state.frame.update).toBe(77);
    expect(lab.asked.filter((one) => one.startsWith('seek'))).toEqual(['seek 3', 'seek 77']);
  });

  it('ends where a number is no longer finite, and Run then starts afresh', async () => {
    const { state, bench, runOut } = open({ original: 'diverges at 20', faults: [] });
    await runOut();
    expect(state.nonFiniteAt).toBe(20);
    expect(state.frame.update).toBeLessThan(200);
    expect(benchWords.said(state.said)).toBe(
      `Stopped after ${state.frame.update} updates. It blew up at update 20: a number was no longer finite.`,
    );
    await bench.run();
    expect(state.frame.update).toBe(0);
    expect(state.nonFiniteAt).toBeUndefined();
  });

  it('that has blown up says so only from that update on', async () => {
    const { state, bench } = open({ original: 'diverges at 20', faults: [] });
    await bench.runToEnd();
    expect(benchWords.said(state.said)).toMatch(/^Stopped after \d+ updates\. It blew up at update 20:/);
    await bench.seek(19);
    expect(benchWords.said(state.said)).toBe('Here it is after 19 updates. One number for every input: 0.5.');
    await bench.seek(20);
    expect(benchWords.said(state.said)).toMatch(/^Here it is after 20 updates\. It blew up at update 20:/);
  });

  it('without movement goes to its end in one piece of work that can be stopped', async () => {
    const { state, bench, lab } = open();
    await bench.step(0);
    const release = lab.hold();
    const running = bench.runToEnd();
    await expect.poll(() => state.activity.kind).toBe('working');
    bench.pause();
    release();
    await running;
    expect(state.frame.update).toBeGreaterThan(0);
    expect(state.frame.update).toBeLessThan(200);
    await bench.runToEnd();
    expect(state.frame.update).toBe(200);
  });

  it('starts again from another seed', async () => {
    const { state, bench, runOut } = open();
    await runOut();
    await bench.reset(9);
    expect(state.frame).toEqual(frameOf(original, 9, 0));
    expect(state.furthest).toBe(0);
    expect(state.loss.updates).toEqual([0]);
  });
});

describe('on a slow machine', () => {
  /** A press on Run: it is shown at its end, as to a reader who wants no movement. */
  const press = (bench: ReturnType<typeof open>['bench']) => void bench.runToEnd();
  const idle = (state: BenchState) => expect.poll(() => state.activity.kind).toBe('idle');

  it('what is typed while a program is loaded is not taken for what runs', async () => {
    const { state, bench, lab } = open();
    const release = lab.hold();
    press(bench);
    await expect.poll(() => lab.asked).toEqual(['load 1']);
    bench.edit('learns');
    release();
    await idle(state);
    expect(state).toMatchObject({ text: 'learns', stale: true, loaded: true });
    expect(lab.asked).toEqual(['load 1']);
    await bench.runToEnd();
    expect(state.frame).toEqual(frameOf('learns', 1, 200));
  });

  it('what is typed while something is under way is one step of undo', async () => {
    const { state, bench, lab } = open();
    const release = lab.hold();
    press(bench);
    for (const text of ['l', 'le', 'lea']) bench.edit(text);
    release();
    await idle(state);
    bench.edit('lear');
    bench.undo();
    expect(state.text).toBe(original);
  });

  it('a second press on Run does not make the run longer, not while its picture is drawn either', async () => {
    const inputs = [
      [0, 0],
      [1, 1],
    ];
    const lab = fakeLab();
    const load: LabSession['load'] = async (...asked) => {
      const answer = await lab.load(...asked);
      return answer.kind === 'ok'
        ? { kind: 'ok', value: { ...answer.value, info: { ...info, inputs } } }
        : answer;
    };
    const { state, bench } = open({ openLab: () => Promise.resolve({ ...lab, load }) });
    const drawn = lab.hold();
    press(bench);
    await expect.poll(() => lab.asked.at(-1)).toBe('load 1');
    drawn();
    const release = lab.hold();
    await expect.poll(() => lab.asked.at(-1)).toBe('plane');
    press(bench);
    void bench.step(1);
    release();
    await idle(state);
    expect(state.frame.update).toBe(200);
  });

  it('a seed that is typed and Run that is pressed at once both count', async () => {
    const { state, bench } = open();
    await bench.step(1);
    void bench.reset(9);
    press(bench);
    await idle(state);
    expect(state.frame).toEqual(frameOf(original, 9, 200));
    expect(benchWords.said(state.said)).toMatch(/^Ended after 200 updates/);
  });

  it('Run that waits for a seed does not run a text that came meanwhile', async () => {
    const { state, bench, lab } = open();
    await bench.step(1);
    const release = lab.hold();
    void bench.reset(9);
    await expect.poll(() => lab.asked.at(-1)).toBe('restart 9');
    press(bench);
    bench.replaceText('from a link', { kind: 'from-link' });
    release();
    await idle(state);
    expect(lab.asked.filter((one) => one.startsWith('load'))).toEqual(['load 1']);
    expect(state).toMatchObject({ text: 'from a link', stale: true });
  });

  it('a pause says the update that is shown, though a picture was on its way', async () => {
    const { state, bench, lab } = open();
    await bench.run();
    await bench.tick();
    const release = lab.hold();
    const ticked = bench.tick();
    bench.pause();
    release();
    await ticked;
    await idle(state);
    expect(benchWords.said(state.said)).toContain(`after ${state.frame.update} updates`);
    expect(state.diagnosis?.update).toBe(state.frame.update);
  });

  it('a wish for another update that comes while the gradients are checked is heard', async () => {
    const { state, bench, lab, runOut } = open();
    await runOut();
    const release = lab.hold();
    const first = bench.seek(3);
    await expect.poll(() => lab.asked.at(-1)).toBe('seek 3');
    release();
    const checked = lab.hold();
    await expect.poll(() => lab.asked.at(-1)).toBe('diagnose');
    void bench.seek(77);
    checked();
    await first;
    expect(state.frame.update).toBe(77);
    expect(state.diagnosis?.update).toBe(77);
  });

  it('a sweep whose lab never comes is told of, and can be asked for again', async () => {
    const { state, bench } = open({ openLab: () => Promise.reject(new Error('no network')) });
    await bench.sweep();
    expect(state.sweep.failure).toEqual({ kind: 'no-lab' });
    expect(state.sweep.running).toBeUndefined();
  });
});

describe('the program', () => {
  it('is mended in one step, and undone in one', async () => {
    const { state, bench } = open();
    bench.mend('two');
    expect(state.text).toBe('never\nline two: learns\n');
    bench.undo();
    expect(state.text).toBe(original);
    expect(state.canUndo).toBe(false);
  });

  it('runs as it stands: a mend changes the outcome', async () => {
    const { state, bench, runOut } = open();
    await runOut();
    bench.mend('two');
    expect(state.stale).toBe(true);
    await runOut();
    expect(benchWords.said(state.said)).toMatch(/Every output is on its target’s side/);
    expect(state.firstResult?.kind, 'the result that was predicted stays').toBe('constant');
  });

  it('counts a stretch of typing as one step of undo', () => {
    const { state, bench } = open();
    bench.edit(`${original}a`);
    bench.edit(`${original}ab`);
    bench.resetText();
    bench.undo();
    expect(state.text).toBe(`${original}ab`);
    bench.undo();
    expect(state.text).toBe(original);
  });

  it('says so when a mend does not fit a place that was rewritten, and changes nothing', () => {
    const { state, bench } = open();
    bench.edit('quite another program');
    bench.mend('two');
    expect(state.text).toBe('quite another program');
    expect(benchWords.said(state.said)).toMatch(/rewritten/);
  });

  it('that fails to load is kept, with the line that is wrong', async () => {
    const { state, bench } = open();
    bench.edit('a syntax error');
    await bench.run();
    expect(state.text).toBe('a syntax error');
    expect(state.failure).toMatchObject({ kind: 'syntax', line: 3 });
    expect(state.activity.kind).toBe('idle');
    bench.resetText();
    await bench.run();
    expect(state.failure).toBeUndefined();
  });

  it('that throws on the way stops the run and keeps what was shown', async () => {
    const { state, bench, runOut } = open();
    bench.edit('throws at 50');
    await runOut();
    expect(state.failure).toMatchObject({ kind: 'exception', line: 2 });
    expect(state.frame.update).toBeGreaterThan(0);
    expect(state.activity.kind).toBe('idle');
  });

  it('is kept in the browser, and found again on the next visit', () => {
    const { bench, store } = open();
    bench.edit('mine');
    bench.predict('solved');
    const { bench: next, state } = open({ store });
    next.restore();
    expect(state.text).toBe('mine');
    expect(state.prediction).toEqual({ kind: 'made', choice: 'solved' });
    next.resetText();
    expect(JSON.parse([...store.items.values()][0]!)).toEqual({ predicted: 'solved' });
  });

  it.each([
    [
      'a store that is full',
      {
        getItem: () => null,
        removeItem: () => {},
        setItem: () => {
          throw new Error('quota');
        },
      },
    ],
    ['no store at all', null],
  ])('survives %s, and the reader is told', (_, store) => {
    const { bench, state } = open({ store });
    bench.restore();
    bench.edit('mine');
    expect(state.text).toBe('mine');
    expect(state.notKept).toBe('work');
  });

  it.each(['{', '[]', 'null', '{"text": 5, "seed": -1, "predicted": {}}'])(
    'starts from the original when what was kept is %s',
    (kept) => {
      const store = memoryStore();
      store.setItem('bench/1/a-case', kept);
      const { bench, state } = open({ store });
      bench.restore();
      expect(state.text).toBe(original);
      expect(state.prediction.kind).toBe('open');
    },
  );
});

describe('a sweep', () => {
  it('runs the posted program alone while the text is the original', async () => {
    const { state, bench, lab } = open();
    await bench.sweep();
    expect(state.sweep.posted?.results).toHaveLength(200);
    expect(state.sweep.yours).toBeUndefined();
    expect(lab.asked).toEqual(['sweep to its end']);
    expect(benchWords.said(state.said)).toBe('Done: 0 of 200 seeds solved as posted.');
  });

  it('sets the mended program beside it, and does not run the posted one twice', async () => {
    const { state, bench, lab } = open();
    await bench.sweep();
    bench.mend('two');
    await bench.sweep();
    expect(benchWords.said(state.said)).toBe(
      'Done: 0 of 200 seeds solved as posted, 200 of 200 with your program.',
    );
    expect(lab.asked.filter((one) => one.startsWith('sweep'))).toHaveLength(2);
  });

  it('takes the number of epochs that the reader sets, and the program’s own again', async () => {
    const { state, bench, lab } = open();
    bench.setSweepEpochs(7);
    await bench.sweep();
    expect(state.sweep.posted?.epochs).toBe(7);
    bench.setSweepEpochs(0.5);
    await bench.sweep();
    expect(lab.asked).toEqual(['sweep 7', 'sweep to its end']);
    expect(state.sweep.posted?.epochs).toBe(40);
  });

  it('can be cancelled, and keeps the seeds that were done', async () => {
    const { state, bench } = open({
      onChange: () => {
        if (bench.state.sweep.posted?.results.length === 30) bench.cancelSweep();
      },
    });
    bench.mend('two');
    await bench.sweep();
    expect(state.sweep.posted?.results).toHaveLength(30);
    expect(state.sweep.running).toBeUndefined();
    expect(state.sweep.yours).toBeUndefined();
  });

  it('opens a seed on the bench with the same numbers to the last bit', async () => {
    const { state, bench } = open();
    bench.mend('two');
    await bench.sweep();
    await bench.openSeed('yours', 17);
    const dot = state.sweep.yours!.results.find(({ seed }) => seed === 17)!;
    expect(state.frame.outputs).toEqual(dot.outputs);
    expect(state.opened).toEqual({ subject: 'yours', seed: 17, same: true });
    expect(state.frame.update).toBe(80);
  });

  it('opens a seed of the posted program and leaves the reader’s text alone', async () => {
    const { state, bench } = open();
    bench.mend('two');
    const mine = state.text;
    await bench.sweep();
    await bench.openSeed('posted', 5);
    expect(state.text).toBe(mine);
    expect(state.subject).toBe('posted');
    expect(state.opened?.same).toBe(true);
    bench.backToYours();
    await bench.step(1);
    expect(state.frame).toEqual(frameOf(mine, 5, 1));
  });
});

describe('a link', () => {
  const addressOf = async (bench: ReturnType<typeof open>['bench']) =>
    (await bench.makeLink('https://book.example/cases/x/#old')).link;

  it('says what is in it, and opens as it was, running nothing', async () => {
    const { bench } = open();
    bench.mend('two');
    await bench.reset(9);
    const { link, holds } = await bench.makeLink('https://book.example/cases/x/#old');
    const says = benchWords.link(holds);
    expect(says).toContain('seed 9');
    expect(says).toContain('one place');
    expect(link.length).toBeLessThan(2_000);

    const other = open();
    other.bench.restore();
    await other.bench.openLink(new URL(link).hash);
    expect(other.state.text).toBe(bench.state.text);
    expect(other.state.seed).toBe(9);
    expect(other.state.foreign).toEqual({});
    expect(other.lab.asked).toEqual([]);
  });

  it('carries what is in view, says so, and shows the program where it says nothing of it', async () => {
    const { bench } = open();
    bench.showPane('outputs');
    bench.showSample(1);
    const { link, holds } = await bench.makeLink('https://book.example/cases/x/');
    const says = benchWords.link(holds);
    expect(says).toMatch(/with the outputs in view and the network drawn on \(.+\), in/);

    const other = open();
    await other.bench.openLink(new URL(link).hash);
    expect(other.state).toMatchObject({ pane: 'outputs', sample: 1 });
    await other.bench.openLink(new URL(await addressOf(open().bench)).hash);
    expect(other.state).toMatchObject({ pane: 'program', sample: 0 });
  });

  it('takes the place of nothing that a reader has, until they say so', async () => {
    const { bench } = open();
    bench.mend('two');
    const hash = new URL(await addressOf(bench)).hash;

    const store = memoryStore();
    const mine = open({ store });
    mine.bench.edit(`${original}// mine\n`);
    const kept = store.getItem('bench/1/a-case');
    await mine.bench.openLink(hash);
    mine.bench.edit(`${mine.state.text}// a note\n`);
    expect(store.getItem('bench/1/a-case')).toBe(kept);
    mine.bench.backToMine();
    expect(mine.state.text).toBe(`${original}// mine\n`);
    expect(mine.state.foreign).toBeUndefined();

    await mine.bench.openLink(hash);
    mine.bench.makeItMine();
    expect(store.getItem('bench/1/a-case')).not.toBe(kept);
    mine.bench.undo();
    expect(mine.state.text).toBe(`${original}// mine\n`);
  });

  it('that is broken is told, and changes nothing', async () => {
    const { bench, state } = open();
    await bench.openLink('#bench=1.x.y');
    expect(state.linkProblem).toMatch(/not whole/);
    expect(state.text).toBe(original);
  });
});

describe('a program that was never run where the page could see it', () => {
  it('has no network until it runs, and keeps its text meanwhile', async () => {
    const { bench, state, runOut } = open({ start: undefined, original: '' });
    expect(state.absent).toBe('not-run');
    bench.edit('learns');
    await runOut();
    expect(state.absent).toBeUndefined();
    expect(state.info).toEqual(info);
    expect(state.frame.update).toBe(200);
  });

  it('takes a piece that it lacks at its end, in one step of undo', () => {
    const { bench, state } = open({ start: undefined, original: '' });
    bench.edit('learns\n\n');
    bench.addPiece('export const epochs = 1000;');
    expect(state.text).toBe('learns\n\nexport const epochs = 1000;\n');
    bench.undo();
    expect(state.text).toBe('learns\n\n');
  });

  it('is swept alone where there is nothing to compare it with', async () => {
    const { bench, state } = open({ start: undefined, original: '', comparesSeeds: false });
    bench.edit('learns');
    await bench.sweep();
    expect(state.sweep.posted).toBeUndefined();
    expect(state.sweep.yours?.results).toHaveLength(200);
    expect(benchWords.said(state.said)).toMatch(/^Done: 200 of 200 seeds solved/);
  });
});

describe('a link', () => {
  const linkTo = async (bench: string) =>
    `#${await writeBenchLink({ bench, text: 'from a link' }, original)}`;

  it('that is made the reader’s own leaves them the program they had, on later visits too', async () => {
    const store = memoryStore();
    const { bench } = open({ store });
    bench.edit('my own');
    await bench.openLink(await linkTo('a-case'));
    bench.makeItMine();
    const later = open({ store });
    later.bench.restore();
    expect(later.state).toMatchObject({ text: 'from a link', replaced: 'my own' });
    later.bench.takeReplaced();
    const last = open({ store });
    last.bench.restore();
    expect(last.state).toMatchObject({ text: 'my own', replaced: 'from a link' });
  });

  it('to another bench of the page is that one’s; to one that is not there is told', async () => {
    const { bench, state } = open();
    await bench.openLink(await linkTo('other'), (name) => name === 'other');
    expect(state.linkProblem).toBeUndefined();
    await bench.openLink(await linkTo('gone'), (name) => name === 'other');
    expect(state.linkProblem).toMatch(/not on this page/);
  });
});

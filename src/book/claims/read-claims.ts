/**
 * The claims of a page: sentences of it that speak of networks in general, each with trials that would refute it. They stand beside
 * the page: claims.yaml in its folder, <id>.claims.yaml beside a symptom page that has none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkSpec } from '../../engine/index.ts';
import { patched, resolved, type WrittenTraining } from '../experiments/training.ts';
import { type FieldPath, readCheckedData } from '../read-data.ts';
import { type MeasureName, measureNames, type TrialSettings } from './measures.ts';

const comparisons = ['>=', '<='] as const;
const bound = new RegExp(`^(${measureNames.join('|')}) (${comparisons.join('|')}) (0|1|0\\.\\d+)$`);

const Change = {
  /** Values by their place in the spec: "layers.0.units"; -1 is the last layer. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** Names of faults that are left out. */
  without: z.array(z.string()).optional(),
  /** Passes over the data; 0 looks at the networks as they are drawn. */
  epochs: z.int('expected a whole number of at least 0').min(0).optional(),
};

const Trial = z.strictObject({
  ...Change,
  /** How many seeds, counted from 1. Defaults to 100. */
  seeds: z.int().min(1).max(1000).default(100),
  /** Of the measures "within" and "gradient-off": the largest difference that is allowed. */
  allowed: z.number().positive().optional(),
  /** Of the measure "gradient-off": half the distance of the two losses. Defaults to 1e-5. */
  halfWidth: z.number().positive().default(1e-5),
  /** Of the measure "gradient-off": in single precision each loss is rounded to it before the two are subtracted. */
  precision: z.enum(['single', 'double']).default('double'),
  /** What must hold, such as "solved >= 0.8". */
  holds: z
    .string()
    .regex(
      bound,
      `expected one of ${measureNames.join(', ')}, then >= or <=, then a share from 0 to 1, such as "solved >= 0.8"`,
    ),
});

const ClaimSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens'),
  /** A piece of the page's text, without tags, links and emphasis. */
  says: z.string().min(10, 'expected the sentence of the page that this claim is about, or a piece of it'),
  /** One of "networks". */
  network: z.string(),
  ...Change,
  trials: z.array(Trial).min(1),
});

const NetworkSchema = z.union([
  z.strictObject({ spec: z.record(z.string(), z.unknown()), epochs: z.int().min(0) }),
  /** Another one of this file, changed. */
  z.strictObject({ of: z.string(), ...Change }),
]);

const FileSchema = z.strictObject({
  networks: z.record(z.string(), NetworkSchema),
  claims: z.array(ClaimSchema).min(1),
});

/** One trial of a claim: networks to train, and the share that must come out. */
export interface Trial extends TrialSettings {
  measure: MeasureName;
  comparison: (typeof comparisons)[number];
  share: number;
  /** As it is written. */
  holds: string;
  /** The trial's line of the file, such as "content/symptoms/nan-or-infinity.claims.yaml:12". */
  at: string;
}

export interface Claim {
  id: string;
  /** "chapters/dying-relu". */
  page: string;
  says: string;
  trials: Trial[];
}

/**
 * The claims of all pages.
 *
 * @throws one error that lists every mistake as "file:line: field: expectation".
 */
export function readClaims(): Claim[] {
  const mistakes: string[] = [];
  const gather = (mistake: unknown) => void mistakes.push((mistake as Error).message);
  const claims = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[./])claims\.yaml$/.test(file))
    .sort()
    .flatMap((file) => {
      try {
        return claimsIn(`content/${file}`, gather);
      } catch (mistake) {
        gather(mistake);
        return [];
      }
    });
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return claims;
}

/** @param gather Takes what is wrong with a single claim; what is wrong with the file is thrown. */
function claimsIn(file: string, gather: (mistake: unknown) => void): Claim[] {
  const { data, wrong } = readCheckedData(file, FileSchema);
  const page = file.replace(/^content\//, '').replace(/(\/|\.)claims\.yaml$/, '');
  const text = textOf(page);
  const networks = new Map<string, WrittenTraining>();
  for (const [name, network] of Object.entries(data.networks)) {
    if ('spec' in network) networks.set(name, network as unknown as WrittenTraining);
    else {
      const { of, ...change } = network;
      const base = networks.get(of);
      if (!base)
        throw wrong(['networks', name, 'of'], `expected a network that stands before it, found ${of}`);
      networks.set(name, patched(base, [change]));
    }
  }
  type WrittenClaim = (typeof data.claims)[number];
  const read = ({ id, says, network, trials, ...claimChange }: WrittenClaim, c: number): Claim => {
    const base = networks.get(network);
    const inClaim = (field: FieldPath) => ['claims', c, ...field];
    if (!base)
      throw wrong(
        inClaim(['network']),
        `expected one of ${[...networks.keys()].join(', ')}, found ${network}`,
      );
    if (!text.includes(plain(says)))
      throw wrong(
        inClaim(['says']),
        `expected words that stand on ${page} or in its exercises and faults, without tags and emphasis`,
      );
    return {
      id,
      page,
      says,
      trials: trials.map(({ set, without, epochs, holds, ...trial }, t) => {
        const [, measure, comparison, share] = bound.exec(holds)!;
        try {
          const training = resolved(patched(base, [claimChange, { set, without, epochs }]));
          checkSpec(training.spec, `${page}: claim ${id}`);
          return {
            ...trial,
            allowed: trial.allowed,
            training,
            measure: measure as MeasureName,
            comparison: comparison as Trial['comparison'],
            share: Number(share),
            holds,
            at: wrong(inClaim(['trials', t]), '').message.split(': ')[0]!,
          };
        } catch (error) {
          throw wrong(inClaim(['trials', t]), (error as Error).message);
        }
      }),
    };
  };
  return data.claims.flatMap((claim, c) => {
    try {
      return [read(claim, c)];
    } catch (mistake) {
      gather(mistake);
      return [];
    }
  });
}

/** All words of a page, and of what else stands in its folder, as they are read. */
function textOf(page: string): string {
  const folder = `content/${page}`;
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.mdx') || /^(exercises|faults)\.yaml$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [`${folder}.mdx`];
  return files.map((file) => plain(readFileSync(file, 'utf8'))).join('\n');
}

/** Without tags, addresses of links, emphasis and breaks of lines. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[[\]*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The claims of a page: sentences of it that speak of networks in general, each with trials that would refute it. They stand beside
 * the page: claims.yaml in its folder, <id>.claims.yaml beside a symptom page that has none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkTraining } from '../experiments/check-training.ts';
import { patched, resolved, type WrittenTraining } from '../experiments/training.ts';
import { applyEdits, type Edit, explainEdit } from '../mends.ts';
import { type FieldPath, readCheckedData } from '../read-data.ts';
import {
  type MeasureName,
  measureNames,
  needsEngine,
  type ProgramTraining,
  type TrialSettings,
} from './measures.ts';

const comparisons = ['>=', '<='] as const;
const bound = new RegExp(`^(${measureNames.join('|')}) (${comparisons.join('|')}) (0|1|0\\.\\d+)$`);

const Change = {
  /** Values by their place in the spec: "layers.0.units"; -1 is the last layer. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** Names of faults that are left out. */
  without: z.array(z.string()).optional(),
  /** Of a program: changes of its text, made in that of the network as it stands before them. */
  edits: z.array(z.strictObject({ find: z.string().min(1), replace: z.string() })).optional(),
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
  /** A program under content/, where the engine does not know its fault: it is run itself. */
  z.strictObject({ program: z.string(), edits: Change.edits, epochs: z.int().min(1) }),
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
  const networks = new Map<string, Network>();
  for (const [name, network] of Object.entries(data.networks)) {
    try {
      if ('spec' in network) networks.set(name, network as unknown as WrittenTraining);
      else if ('program' in network) networks.set(name, programOf(network));
      else {
        const { of, ...change } = network;
        const base = networks.get(of);
        if (!base) throw new RangeError(`expected a network that stands before it, found ${of}`);
        networks.set(name, changed(base, [change]));
      }
    } catch (error) {
      throw wrong(['networks', name], (error as Error).message);
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
      trials: trials.map(({ set, without, edits, epochs, holds, ...trial }, t) => {
        const [, measure, comparison, share] = bound.exec(holds)!;
        try {
          const network = changed(base, [claimChange, { set, without, edits, epochs }]);
          const training = 'spec' in network ? resolved(network) : network;
          if ('spec' in training) checkTraining(training);
          else if (needsEngine(measure as MeasureName))
            throw new RangeError(`"${measure}" looks into a network; of a program only its ends are known`);
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

type Network = WrittenTraining | ProgramTraining;
type NetworkChange = Parameters<typeof patched>[1][number] & { edits?: readonly Edit[] | undefined };

function programOf({
  program,
  edits,
  epochs,
}: {
  program: string;
  edits?: Edit[] | undefined;
  epochs: number;
}) {
  const file = `content/${program}`;
  if (!existsSync(file)) throw new RangeError(`${file} does not exist; expected a program`);
  return changed({ file, text: readFileSync(file, 'utf8'), epochs }, [{ edits }]);
}

/** @throws a RangeError for a change that this network cannot take. */
function changed(network: Network, changes: readonly NetworkChange[]): Network {
  if ('spec' in network) {
    if (changes.some(({ edits }) => edits))
      throw new RangeError('"edits" change the text of a program; expected "set" or "without" here');
    return patched(network, changes);
  }
  let { text, epochs } = network;
  for (const { set, without, edits = [], epochs: wanted = epochs } of changes) {
    if (set || without)
      throw new RangeError('"set" and "without" change a spec; expected "edits" of this program');
    const result = applyEdits(text, edits);
    if (result.kind !== 'edited') throw new RangeError(explainEdit(result));
    text = result.text;
    epochs = wanted;
  }
  return { ...network, text, epochs };
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

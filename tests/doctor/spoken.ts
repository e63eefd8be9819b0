/** Every finding there is, with numbers of many sizes, as the lab says it and as a doctor does. */
import { spawnSync } from 'node:child_process';
import { findingWords } from '../../src/words/findings.ts';
import type { FindingCode, FindingWords } from '../../src/words/findings.ts';
import { sayFinding } from '../../src/words/say-finding.ts';
import type { FindingPlace, Said } from '../../src/words/say-finding.ts';
import { lua, python } from '../cases/languages.ts';

const place: FindingPlace = {
  layerCount: 3,
  inputs: [[0, 1], [0.5, -2.25, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9.125], [1e7]],
  arrays: ['hidden.weights', 'output'],
};

const sizes = [
  0,
  -0,
  1,
  3,
  0.0625,
  1 / 3,
  -20 / 41,
  12_345.678,
  999_999.7,
  1e-5,
  -2.5e12,
  1e100,
  Infinity,
  0.00123455,
];

/** Each code several times: alone, with all its parts, with numbers of every size, with few units and many. */
export const toSay: Said[] = Object.entries(findingWords).flatMap(([code, words], at) =>
  [0, 1, 2, 3].map((turn) => said(code as FindingCode, words, at + 4 * turn, turn)),
);

function said(
  code: FindingCode,
  { title, means, tries = '' }: FindingWords,
  first: number,
  turn: number,
): Said {
  const text = `${title} ${means} ${tries}`;
  const numbers: Said['numbers'] = {};
  let next = first;
  for (const [, name, how = ''] of text.matchAll(/\{(\w+)(?:\|[^{}]*)?(?::([\w-]+))?\}/g)) {
    const isList = how === 'samples' || how === 'at-samples' || (code === 'fate' && name === 'targets') || (code === 'constant-of-bias' && name === 'targets'); // prettier-ignore
    const value =
      how === 'whole' ? [1, 40, 1_234, 2_000_000][(next += 1) % 4]! : sizes[(next += 1) % sizes.length]!;
    numbers[name!] ??= how === 'samples' ? [0, 2] : isList ? [1 / 3, value] : value;
  }
  // The parts that stand or fall with a number.
  if (turn % 2 === 1) for (const [, name] of text.matchAll(/\[\[[?!](\w+):/g)) numbers[name!] ??= 1;
  return {
    code,
    layer: turn % 3,
    units: turn === 0 ? [4] : turn === 1 ? [0, 1, 2] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    samples: turn === 0 && code !== 'fate' ? [1] : [0, 3],
    parameters: turn === 0 ? [1] : [0, 1],
    numbers,
  };
}

export function saidByLab(one: Said): string[] {
  const { title, means, tries } = sayFinding(one, place);
  return [title, means, tries];
}

/** What a doctor says of findings: the language's own data is written, so that no other half is needed. */
export function spoken(language: 'python' | 'lua', folder: string, findings: Said[]): string[][] {
  const isPython = language === 'python';
  const value = (one: unknown): string => {
    if (typeof one === 'number') {
      if (!Number.isFinite(one)) return isPython ? 'float("inf")' : '(1/0)';
      if (Object.is(one, -0)) return isPython ? '-0.0' : '(-1/(1/0))';
      return String(one);
    }
    if (typeof one === 'string') return JSON.stringify(one);
    if (Array.isArray(one)) return isPython ? `[${one.map(value).join(', ')}]` : `{ n = ${one.length}${one.map((each) => `, ${value(each)}`).join('')} }`; // prettier-ignore
    const fields = Object.entries(one as object);
    return isPython
      ? `{${fields.map(([name, each]) => `${JSON.stringify(name)}: ${value(each)}`).join(', ')}}`
      : `{ ${fields.map(([name, each]) => `${name} = ${value(each)}`).join(', ')} }`;
  };
  const source = isPython
    ? [
        `import sys; sys.path.insert(0, ${value(folder)}); import doctor`,
        `place = doctor.Record(**${value(place)})`,
        ...findings.map(
          (one) => `print("\\x01".join(doctor.say(doctor.Record(**${value(one)}), place)), end="\\x02")`,
        ),
      ]
    : [
        `package.path = ${value(folder)} .. "/?.lua;" .. package.path`,
        'local doctor = require("doctor")',
        `local place = ${value(place)}`,
        ...findings.map((one) => `io.write(table.concat(doctor.say(${value(one)}, place), "\\1"), "\\2")`),
      ];
  const { stdout, stderr } = spawnSync((isPython ? python : lua)!, ['-'], {
    input: source.join('\n'),
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return stdout
    .split('\x02')
    .slice(0, -1)
    .map((text) => text.split('\x01'));
}

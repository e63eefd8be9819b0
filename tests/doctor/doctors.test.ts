/** The doctors to take home: their words, and what they find in programs of several styles. The cases are in tests/content. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctorUses } from '../../src/doctor/index.ts';
import { lua, python } from '../cases/languages.ts';
import { askDoctor, site, writeDoctors } from './doctors.ts';
import type { Answer, Patient } from './doctors.ts';
import { faultyPatients, rightPatients } from './seeded-faults.ts';
import { saidByLab, spoken, toSay } from './spoken.ts';
import { spreadOf } from '../whole.ts';

/** One section of some book, for one code. */
const sections = {
  sections: [{ title: 'Steps that are too long', address: '/chapters/steps/#too-long' }],
  byCode: { 'step-raises-error': [0] },
};

let folder: string;
beforeAll(() => {
  folder = writeDoctors(sections);
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = { python: python !== undefined, lua: lua !== undefined };

describe.each(['python', 'lua'] as const)('the doctor in %s', { timeout: 240_000 }, (language) => {
  it.runIf(has[language])('says every finding in the book’s words, to the last sign', () => {
    const said = spoken(language, folder, toSay);
    toSay.forEach((one, at) => expect([one.code, ...said[at]!]).toEqual([one.code, ...saidByLab(one)]));
  });
});

describe.runIf(has.python)('the calls that the doctors’ page shows', () => {
  const run = (file: string) =>
    spawnSync(python!, ['-B', join(folder, file)], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: folder },
    });
  const style = (name: string): string => readFileSync(`tests/doctor/styles/${name}.py`, 'utf8');
  const codeFor = (label: string): string => doctorUses().find((use) => use.label === label)!.code;

  it.each([
    ['Functions', 'functions'],
    ['A class', 'network_class'],
    ['A script', 'script'],
  ])('work: %s', (label, name) => {
    const own = style(name);
    const isImported = label === 'Functions';
    if (isImported) writeFileSync(join(folder, 'my_program.py'), own);
    writeFileSync(join(folder, 'called.py'), `${isImported ? '' : own}\n${codeFor(label)}\n`);
    const { stdout, stderr } = run('called.py');
    expect(stderr).toBe('');
    expect(stdout).toContain('fine    The gradient is right in every layer.');
    expect(stdout).not.toMatch(/PROBLEM|layers could not/);
  });
});

describe.runIf(has.python)('programs of other styles in Python', { timeout: 240_000 }, () => {
  const ask = (patients: readonly Patient[]): Answer[] => askDoctor('python', folder, patients);

  it('shows no problem in right ones', () => {
    for (const { name, findings, missing } of ask(spreadOf(rightPatients, 4))) {
      const problems = findings?.filter(({ severity }) => severity === 'problem').map(({ code }) => code);
      expect([name, missing, problems]).toEqual([name, undefined, []]);
      expect(findings!.map(({ code }) => code)).toContain('gradient-right');
    }
  });

  it('names each fault that was put in', () => {
    expect(faultyPatients.length).toBeGreaterThanOrEqual(20);
    const asked = spreadOf(faultyPatients, 6);
    ask(asked).forEach(({ name, findings, missing }, at) => {
      const codes = findings?.map(({ code }) => code) ?? [missing];
      expect([name, codes.some((code) => (asked[at]!.says as (string | undefined)[]).includes(code)), codes]).toEqual([name, true, codes]); // prettier-ignore
    });
  });

  it('finds the same each time', () => {
    const one = rightPatients.slice(2, 3);
    expect(ask(one)).toEqual(ask(one));
  });

  it('tells all that is missing in one message', () => {
    const [{ missing }] = ask([{ name: 'empty', text: 'epochs = 0', seed: 1, updates: 0 }]) as [Answer];
    for (const said of ['3 things', '`inputs`', '`update`', '`predict`', '`epochs`'].slice(1))
      expect(missing).toContain(said);
  });

  it('leaves a script’s arrays and the generators as they were, and says where to read on', () => {
    writeFileSync(
      join(folder, 'script_check.py'),
      [
        'import hashlib, random, sys',
        'import numpy as np, doctor',
        `exec(open("tests/doctor/styles/script.py").read())`,
        'np.random.seed(4); random.seed(4)',
        'def state():',
        '    held = [W1, b1, W2, b2, X, Y]',
        '    return [a.tobytes() for a in held] + [id(a) for a in held] + [np.random.get_state()[1].tobytes(), random.getstate()]',
        'before = state()',
        'learning_rate = 5.0',
        'doctor.diagnose(globals())',
        'assert state() == before',
      ].join('\n'),
    );
    const { stdout, stderr, status } = spawnSync(python!, ['-B', join(folder, 'script_check.py')], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: folder },
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('The next update makes the error larger.');
    expect(stdout).toContain(`Read: Steps that are too long, ${site}/chapters/steps/#too-long`);
  });

  it('says that it looks at some of many parameters only, and finishes', () => {
    const text = [
      'import numpy as np',
      'rng = np.random.default_rng(1)',
      'inputs = rng.random((70, 40)); targets = np.eye(4)[rng.integers(0, 4, 70)]',
      'learning_rate = 0.05',
      'def create(seed):',
      '    r = np.random.default_rng(seed)',
      '    return {"W": r.normal(size=(12, 40)) / 6, "b": np.zeros(12), "V": r.normal(size=(4, 12)) / 5, "c": np.zeros(4)}',
      'def predict(n, x): return n["V"] @ np.tanh(n["W"] @ x + n["b"]) + n["c"]',
      'def update(n):',
      '    h = np.tanh(inputs @ n["W"].T + n["b"]); d = (h @ n["V"].T + n["c"] - targets) / len(inputs)',
      '    e = (d @ n["V"]) * FACTOR(h)',
      '    n["V"] -= learning_rate * d.T @ h; n["c"] -= learning_rate * d.sum(0)',
      '    n["W"] -= learning_rate * e.T @ inputs; n["b"] -= learning_rate * e.sum(0)',
    ].join('\n');
    const patient = (name: string, slope: string) => ({ name, text: `FACTOR = lambda h: ${slope}\n${text}`, seed: 1, updates: 0 }); // prettier-ignore
    const [right, wrong] = ask([patient('right', '1 - h ** 2'), patient('wrong', '1')]);
    const codesOf = (answer: Answer | undefined) => answer!.findings!.map(({ code }) => code);
    expect(codesOf(right)).toEqual(expect.arrayContaining(['gradient-right', 'parameters-sampled']));
    expect(codesOf(wrong)).toEqual(
      expect.arrayContaining(['gradient-wrong-in-parameters', 'parameters-sampled']),
    );
  });
});

/** What a reader is told of a program: its diagnosis after so many updates, in words, by way of the runtime. */
import { expect } from 'vitest';
import type { Diagnosis, Finding } from '../../src/lab/protocol.ts';
import { isDiagnosisOf } from '../../src/lab/shapes.ts';
import { findingWords } from '../../src/words/findings.ts';
import { sayFinding, type SaidFinding } from '../../src/words/say-finding.ts';
import { runProgram } from './run-program.ts';

type Told = Omit<Diagnosis, 'findings'> & { findings: (Finding & SaidFinding)[] };

export function diagnosed(source: string, seed: number, updates: number): Told {
  const run = runProgram(source, seed);
  if (updates > 0) run.advance(updates);
  const diagnosis = run.diagnose();
  expect(isDiagnosisOf(run.loaded.info)(structuredClone(diagnosis))).toBe(true);
  const place = {
    layerCount: run.loaded.info.widths.length - 1,
    inputs: run.loaded.info.inputs,
    arrays: diagnosis.arrays,
  };
  const said = diagnosis.findings.map((finding) => ({ ...finding, ...sayFinding(finding, place) }));
  return { ...diagnosis, findings: said };
}

/** What is wrong with each layer's gradient; nothing where it is right. */
export const signatures = ({ gradients, findings }: Told) =>
  gradients.map(({ layer }) => {
    const codes = findings.filter((one) => one.layer === layer && 'phrase' in findingWords[one.code]);
    const wrong = codes.filter(({ severity }) => severity !== 'fine').map(({ code }) => code);
    return wrong.length > 0 ? wrong.join(' ') : undefined;
  });
export const ofCode = <T extends Finding>({ findings }: { findings: T[] }, ...codes: Finding['code'][]) =>
  findings.filter(({ code }) => codes.includes(code));
export const codesOf = ({ findings }: Diagnosis) => new Set(findings.map(({ code }) => code));

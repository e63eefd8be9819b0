/** The kept figures are those of this clinic: a few of their patients are examined again. */
import { expect, it } from 'vitest';
import { accuracy } from '../../src/clinic/index.ts';
import { loadKernel } from '../../src/kernel/index.ts';
import { drawCase } from './cases.ts';
import { examine } from './examine.ts';

const kernel = await loadKernel();

it.each(accuracy.sample)(
  'patient $index is told what it was told when the figures were kept (else: npm run bench:clinic -- --keep)',
  ({ index, truth, said }) => {
    const patient = drawCase(kernel, 'list', index);
    expect(patient.truth).toBe(truth);
    const now = examine(kernel, patient);
    expect(now.map(({ best, p }) => ({ best, p: Number(p.toFixed(4)) }))).toEqual(said);
  },
  30_000,
);

/** The diagnosis of a run: gradients checked, silent units, what the outputs tell, numbers that are not finite. */
import type { DataSet, Program } from '../program.ts';
import type { Diagnosis, Finding } from '../protocol.ts';
import { fateFindings } from './fate-findings.ts';
import { gradientFindings } from './gradient-findings.ts';
import { checkGradients } from './gradients.ts';
import { nonFiniteFindings } from './non-finite-findings.ts';
import { outputFindings } from './output-findings.ts';
import { scaleFindings } from './scale-findings.ts';
import { shapeFindings } from './shape-findings.ts';
import { Specimen } from './specimen.ts';
import { unitFindings } from './unit-findings.ts';

export interface Subject {
  program: Program;
  data: DataSet;
  /** The network as it stands. */
  network: unknown;
  /** The network before its first update. */
  initial: unknown;
  update: number;
  /** The update at which something first was not finite, and the network just before it. */
  nonFinite?: { update: number; before: unknown };
  /** Called now and then, so that the page knows that the check goes on. */
  beat: () => void;
}

const severities = ['problem', 'note', 'fine'];

export function diagnose(subject: Subject): Diagnosis {
  const { program, data, network, initial, update, beat } = subject;
  const values = new Specimen(program, data, initial, beat).read(network);
  const isFinite = values.every(Number.isFinite);
  const specimen = new Specimen(program, data, isFinite ? network : initial, beat);
  const findings: Finding[] = [...nonFiniteFindings(subject)];
  if (!isReplayable(program, network)) findings.push(notReplayable);

  const check = checkGradients(specimen, isFinite ? values : undefined, specimen.read(initial));
  if ('unchecked' in check) {
    findings.push({
      kind: 'gradient-unchecked',
      severity: 'note',
      title: 'The gradient could not be checked.',
      detail: check.unchecked,
    });
    return { update, gradients: [], findings };
  }
  const { gradients, findings: aboutGradients } = gradientFindings(check);
  findings.push(
    ...outputFindings(check),
    ...fateFindings(check),
    ...unitFindings(check),
    ...aboutGradients,
    ...scaleFindings(check),
    ...shapeFindings(check),
  );
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { update, gradients, findings };
}

const notReplayable: Finding = {
  kind: 'not-replayable',
  severity: 'note',
  title: 'The same update from the same network gives different numbers each time.',
  detail:
    'The program draws random numbers, or keeps something, outside of its network, so its run can’t be rewound exactly. Keep the generator’s state in the network.',
};

function isReplayable(program: Program, network: unknown): boolean {
  const [first, second] = [structuredClone(network), structuredClone(network)];
  program.update(first, 0);
  program.update(second, 0);
  return JSON.stringify(program.layers(first)) === JSON.stringify(program.layers(second));
}

/** The diagnosis of a run: gradients, units, outputs, steps, what is lacking, numbers that are not finite. */
import type { LoadedProgram } from '../program.ts';
import type { Diagnosis, Finding } from '../protocol.ts';
import { bendFindings } from './bend-findings.ts';
import { blindFindings } from './blind-findings.ts';
import { fateFindings } from './fate-findings.ts';
import { finding } from './finding.ts';
import { gradientFindings } from './gradient-findings.ts';
import { checkGradients } from './gradients.ts';
import { fixedOutput, mixedSamples } from './independence-findings.ts';
import { movementFindings } from './movement-findings.ts';
import { nonFiniteFindings } from './non-finite-findings.ts';
import { orderFindings } from './order-findings.ts';
import { outputFindings } from './output-findings.ts';
import { saturationFindings } from './saturation-findings.ts';
import { scaleFindings } from './scale-findings.ts';
import { shapeFindings } from './shape-findings.ts';
import { signalFindings } from './signal-findings.ts';
import { silentUnitFindings } from './silent-unit-findings.ts';
import { Specimen } from './specimen.ts';
import { standingFindings } from './standing-findings.ts';
import type { Subject } from './subject.ts';
import { twinFindings } from './twin-findings.ts';

const severities = ['problem', 'note', 'fine'];

export function diagnose(subject: Subject): Diagnosis {
  const { data, network, initial, update, beat, most } = subject;
  const specimen = new Specimen(subject.program, data, initial, beat, most?.work);
  const { program } = specimen;
  const values = specimen.read(network);
  const isFinite = values.every(Number.isFinite);
  const { arrays } = specimen;
  const findings: Finding[] = [...nonFiniteFindings(subject, specimen)];
  if (isFinite) specimen.goOnFrom(network);
  if (!isReplayable(program, specimen, network)) findings.push(finding('not-replayable', 'note'));

  const check = checkGradients(specimen, isFinite ? values : undefined, specimen.read(initial));
  if ('unchecked' in check) {
    findings.push(finding(check.unchecked, check.unchecked === 'rate-is-zero' ? 'problem' : 'note'));
    findings.push(...notLookedAt(specimen));
    return { update, gradients: [], findings, arrays };
  }
  const { gradients, findings: aboutGradients } = check.blind
    ? blindFindings(check, check.blind)
    : gradientFindings(check);
  const fixed = fixedOutput(specimen, [check.initial, ...check.probes.slice(0, 3)]);
  findings.push(...mixedSamples(subject), ...fixed);
  // Of an output that nothing can change, all the rest would be said for the wrong reason.
  if (fixed.length === 0)
    findings.push(
      ...outputFindings(check),
      ...fateFindings(check),
      ...silentUnitFindings(check),
      ...saturationFindings(check),
      ...twinFindings(check),
      ...bendFindings(check),
      ...aboutGradients,
      ...movementFindings(check),
      ...orderFindings(check),
      ...signalFindings(check),
      ...scaleFindings(check),
      ...shapeFindings(check),
    );
  if (isFinite) findings.push(...standingFindings(subject, specimen, gradients, findings));
  findings.push(...notLookedAt(specimen));
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { update, gradients, findings, arrays };
}

/** What could not be looked at, and which export would allow it. */
function notLookedAt({ program, parameters, numberCount }: Specimen): Finding[] {
  const { missing = [], updatesPerEpoch: updates } = program;
  return [
    ...(numberCount === undefined
      ? []
      : [finding('parameters-sampled', 'note', { looked: parameters.length, count: numberCount })]),
    ...(missing.includes('layers') && numberCount === undefined
      ? [finding('layers-not-exported', 'note')]
      : []),
    ...(missing.includes('learningRate') ? [finding('rate-not-exported', 'note')] : []),
    ...(missing.includes('updatesPerEpoch')
      ? [finding('epoch-not-exported', 'note', { updates, allAlike: updates === 1 })]
      : []),
  ];
}

function isReplayable(program: LoadedProgram, specimen: Specimen, network: unknown): boolean {
  const after = (): number[] => {
    const copy = structuredClone(network);
    program.update(copy, 0);
    return specimen.read(copy);
  };
  const [first, second] = [after(), after()];
  return first.every((value, index) => Object.is(value, second[index]));
}

import type { Diagnosis, Finding, LayerGradient, ProgramInfo } from '../../../src/lab/index.ts';
import { heldText } from '../../../src/words/numbers.ts';
import { type FindingPlace, sayFinding, sayGradient } from '../../../src/words/say-finding.ts';
import { Fragment } from 'preact';
import type { FindingSections } from '../../../src/book/index.ts';
import { Words } from '../../ui/Words.tsx';
import '../../ui/OutputsTable.css';

const signs: Record<Finding['severity'], string> = { fine: '✓', note: '○', problem: '✕' };
const severities: Record<Finding['severity'], string> = { fine: 'fine', note: 'note', problem: 'problem' };

/** What was found, in words, and the gradient check behind it. */
export function FindingsView({
  diagnosis,
  info,
  explained,
}: {
  diagnosis: Diagnosis;
  info: ProgramInfo;
  explained: FindingSections;
}) {
  const place: FindingPlace = {
    layerCount: info.widths.length - 1,
    inputs: info.inputs,
    arrays: diagnosis.arrays,
  };
  return (
    <>
      <ul class="bench-findings">
        {diagnosis.findings.map((finding) => (
          <li data-severity={finding.severity} key={JSON.stringify(finding)}>
            <span class="bench-sign" role="img" aria-label={severities[finding.severity]}>
              {signs[finding.severity]}
            </span>
            <FindingWords finding={finding} place={place} explained={explained} />
          </li>
        ))}
      </ul>
      {diagnosis.gradients.length > 0 && <Gradients diagnosis={diagnosis} place={place} />}
      <p class="bench-quiet">
        A program in Python or Lua is looked at in the same way by{' '}
        <a href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}/doctor/`}>the doctor</a>.
      </p>
    </>
  );
}

function FindingWords({
  finding,
  place,
  explained,
}: {
  finding: Finding;
  place: FindingPlace;
  explained: FindingSections;
}) {
  const { title, means, tries } = sayFinding(finding, place);
  const sections = (explained.byCode[finding.code] ?? []).map((index) => explained.sections[index]!);
  return (
    <div>
      <strong>
        <Words text={title} />
      </strong>{' '}
      <Words text={[means, tries].filter((words) => words !== '').join(' ')} />
      {sections.length > 0 && (
        <p class="bench-read">
          Read:{' '}
          {sections.map(({ address, title: name }, at) => (
            <Fragment key={address}>
              {at > 0 && ', '}
              <a href={address}>{name}</a>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

/** The roles are those that the elements have by themselves; a narrow table, whose rows are grids, would lose them. */
function Gradients({ diagnosis, place }: { diagnosis: Diagnosis; place: FindingPlace }) {
  const { gradients, findings, arrays } = diagnosis;
  const { layerCount } = place;
  const partName = ({ layer, parameters = [] }: LayerGradient) =>
    layer === undefined
      ? parameters.map((index) => arrays[index]).join(', ')
      : layer === layerCount - 1
        ? 'output'
        : layerCount === 2
          ? 'hidden'
          : `hidden ${layer + 1}`;
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="Gradient check by layer">
      <table class="outputs-table gradient-table" role="table">
        <caption>Gradient check by layer: what the update did against differences of the loss</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Layer
            </th>
            <th role="columnheader" scope="col">
              Relative error
            </th>
            <th role="columnheader" scope="col">
              Length followed
            </th>
            <th role="columnheader" scope="col">
              True length
            </th>
            <th class="gradient-words" role="columnheader" scope="col">
              Looks like
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {gradients.map((gradient) => (
            <tr key={partName(gradient)} role="row">
              <th role="rowheader" scope="row">
                {partName(gradient)}
              </th>
              <td role="cell">{heldText(gradient.relativeError, 2)}</td>
              <td role="cell">{lengthText(gradient.followedNorm)}</td>
              <td role="cell">{lengthText(gradient.trueNorm)}</td>
              <td class="gradient-words" role="cell">
                {sayGradient(gradient, findings, place) ?? 'right'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The check's lengths are of the network as it stands; one that is no longer finite has none. */
const lengthText = (length: number) => (Number.isNaN(length) ? '–' : heldText(length));

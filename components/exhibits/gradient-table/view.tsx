import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { PowerText } from '../../ui/PowerText.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import { createGradientTable, type GradientTableModel, type Group, type Row } from './model.ts';
import { type Setting, settingWith } from './settings.ts';
import { gradientWords } from './words.ts';

export interface GradientTableViewProps {
  /** The faults that can be mended here, in the words of their case. */
  faults: { id: string; title: string }[];
  settings: Setting[];
  /** The ids of the faults that are mended at first. */
  mended: string[];
  seed: number;
  sample: number;
  /** The inputs of the samples as text; empty where an update sees the whole batch. */
  samples: string[];
  updatesPerEpoch: number;
}

export function GradientTableView(props: GradientTableViewProps) {
  const { faults, settings, samples, updatesPerEpoch } = props;
  const mended = useSignal(props.mended);
  const seed = useSignal(props.seed);
  const sample = useSignal(props.sample);
  const updates = useSignal(0);
  const model = useComputed(() =>
    createGradientTable({
      spec: settingWith(settings, mended.value).spec,
      seed: seed.value,
      sample: sample.value,
      updates: updates.value,
    }),
  );
  const toggle = (id: string, isBroken: boolean) => {
    mended.value = isBroken ? mended.value.filter((other) => other !== id) : [...mended.value, id];
  };
  const shown = model.value;
  return (
    <ExhibitBody finding={gradientWords.finding(shown)}>
      <div class="exhibit-controls">
        <fieldset class="exhibit-choices" data-field="faults">
          <legend>Faults in the program</legend>
          {faults.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                value={id}
                checked={!mended.value.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              {title}
            </label>
          ))}
        </fieldset>
        {samples.length > 0 ? (
          <label class="exhibit-field" data-field="sample">
            <span>Sample that is checked</span>
            <select
              value={String(sample.value)}
              onChange={(event) => (sample.value = Number(event.currentTarget.value))}
            >
              {samples.map((text, k) => (
                <option key={k} value={String(k)}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
        <div class="exhibit-buttons">
          <button type="button" class="exhibit-button" onClick={() => (updates.value += 1)}>
            Step
          </button>
          <button
            type="button"
            class="exhibit-button"
            onClick={() => (updates.value += 100 * updatesPerEpoch)}
          >
            100 epochs
          </button>
          <button type="button" class="exhibit-button" onClick={() => (updates.value = 0)}>
            Back to birth
          </button>
        </div>
      </div>
      <p class="exhibit-note">
        <RoomFor texts={[gradientWords.longestNote]}>{gradientWords.note(updates.value, shown)}</RoomFor>
      </p>
      <Groups model={shown} />
    </ExhibitBody>
  );
}

function Groups({ model }: { model: GradientTableModel }) {
  return (
    <div class="gradient-groups">
      {model.groups.map((group) => {
        const name = gradientWords.group(group, model.layerCount);
        return (
          <details key={name} class="gradient-group" open={group.rows.length <= 8}>
            <summary>
              <b>{name}</b> <Verdict group={group} />
            </summary>
            <Rows group={group} name={name} />
          </details>
        );
      })}
    </div>
  );
}

function Verdict({ group }: { group: Group }) {
  const { signature, wrong, rows } = group;
  if (!signature) return <span class="gradient-verdict">at a kink: nothing to compare</span>;
  if (wrong === 0) return <span class="tone-mended gradient-verdict">✓ right</span>;
  return (
    <span class="tone-broken gradient-verdict">
      ✕ {wrong} of {rows.length} wrong: {gradientWords.signature(signature)}
    </span>
  );
}

/** A longer list would be a wall; the verdict above it counts them all. */
const mostRows = 48;

function Rows({ group: { rows, layer }, name }: { group: Group; name: string }) {
  return (
    <div class="number-table-scroll" tabIndex={0} role="group" aria-label={name}>
      <table class="exhibit-table gradient-rows">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Followed</th>
            <th scope="col">True</th>
            <th scope="col">Relative error</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, n) => (
            <tr key={n} class={row.verdict === 'wrong' ? 'gradient-wrong' : ''}>
              <th scope="row">{gradientWords.parameter(row, layer)}</th>
              <td data-quantity="followed-gradient">
                <PowerText text={numberText(row.followed, 5)} />
              </td>
              <td data-quantity="measured-gradient">
                <PowerText text={row.verdict === 'kink' ? 'kink' : numberText(tidy(row), 5)} />
              </td>
              <td>
                <PowerText text={errorText(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows ? <p>{`The first ${mostRows} of ${rows.length}.`}</p> : null}
    </div>
  );
}

/** What differences leave of a zero is below any digit that is shown. */
function tidy({ slope, followed }: Row): number {
  return Math.abs(slope) < 1e-9 * (1 + Math.abs(followed)) ? 0 : slope;
}

function errorText({ verdict, error }: Row): string {
  if (verdict === 'kink') return '–';
  return verdict === 'wrong' ? `✕ ${numberText(error, 2)}` : '✓ none';
}

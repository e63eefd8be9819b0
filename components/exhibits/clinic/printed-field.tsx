import { countText, heldText } from '../../../src/words/numbers.ts';
import { understoodText } from './form-words.ts';
import type { ClinicModel } from './model.ts';

/** What the program printed, pasted as it stood, and how it was understood. */
export function PrintedField({ model }: { model: ClinicModel }) {
  const { printed, fields, patient, epochs } = model;
  const isEmpty = fields.printed.trim() === '';
  return (
    <section class="clinic-part" aria-labelledby="clinic-printed-title">
      <h2 id="clinic-printed-title">What did it print?</h2>
      <div class="clinic-field clinic-wide">
        <label for="clinic-printed">
          The outputs after training, for all samples in the order of the data, as they stood on the screen
        </label>
        <textarea
          id="clinic-printed"
          rows={4}
          spellcheck={false}
          value={fields.printed}
          placeholder={'[[0.487]\n [0.487]\n [0.487]\n [0.487]]'}
          aria-describedby="clinic-understood"
          onInput={({ currentTarget }) => model.set('printed', currentTarget.value)}
        />
      </div>
      <div class="clinic-understood">
        <div id="clinic-understood">
          {model.problems.length === 0 && !isEmpty && (
            <p class={printed.kind === 'numbers' ? '' : 'clinic-refused'}>{understoodText(printed)}</p>
          )}
        </div>
        {patient && printed.kind === 'numbers' && <Understood model={model} numbers={printed.numbers} />}
        {patient && (epochs.tried < epochs.told || epochs.leap > 1) && (
          <p>
            Your {countText(epochs.told)} epochs are more than a page can try for every suspect: each is
            trained for {countText(Math.ceil(epochs.tried / epochs.leap))}
            {epochs.leap > 1 &&
              `, with steps ${countText(epochs.leap)} times as large. While steps are small, that comes to the same`}
            .
          </p>
        )}
      </div>
    </section>
  );
}

function Understood({ model, numbers }: { model: ClinicModel; numbers: readonly number[] }) {
  const { inputs, targets } = model.patient!.description.data;
  const outputs = targets[0]!.length;
  return (
    <details>
      <summary>Sample by sample</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">input</th>
            <th scope="col">target</th>
            <th scope="col">printed</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input, k) => (
            <tr key={k}>
              <td>{input.map((x) => heldText(x)).join(' ')}</td>
              <td>{targets[k]!.map((x) => heldText(x)).join(' ')}</td>
              <td>
                {numbers
                  .slice(k * outputs, (k + 1) * outputs)
                  .map((x) => heldText(x, 6))
                  .join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

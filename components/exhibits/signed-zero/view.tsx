import { Fragment } from 'preact';
import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import {
  createSignedZero,
  readNumber,
  shortened,
  sightsOf,
  type SignedZeroModel,
  zeroText,
} from './model.ts';

export interface SignedZeroViewProps {
  z: number;
}

const samples = ['0.75', '0', '-0.3', '-inf'];

export function SignedZeroView(props: SignedZeroViewProps) {
  const typed = useSignal(zeroText(props.z));
  const z = useSignal(props.z);
  const model = useComputed(() => createSignedZero(z.value));
  const isRefused = readNumber(typed.value) === undefined;
  const setText = (text: string) => {
    typed.value = text;
    const number = readNumber(text);
    if (number !== undefined) z.value = number;
  };
  const shown = model.value;
  return (
    <ExhibitBody finding={findingOf(shown)}>
      <div class="exhibit-controls">
        <label class="exhibit-field" data-field="z">
          <span>Pre-activation z</span>
          <input
            type="text"
            value={typed.value}
            aria-invalid={isRefused}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {isRefused ? 'Type a number, inf or nan.' : ''}
          </span>
        </label>
        <div
          data-moves="z"
          class="exhibit-buttons signed-zero-samples"
          role="group"
          aria-label="Values to try"
        >
          {samples.map((sample) => (
            <button key={sample} type="button" class="exhibit-button" onClick={() => setText(sample)}>
              {sample}
            </button>
          ))}
        </div>
      </div>
      <div class="signed-zero-steps">
        <Step name="z" value={zeroText(shown.z)} />
        <Step name="mask = z > 0" value={String(shown.mask)} joint="×" />
        <Step name="a = z * mask" value={zeroText(shown.masked)} joint="=" tone={toneOf(shown)} />
        <Step name="max(0, z)" value={zeroText(shown.clamped)} joint="but" />
      </div>
      <div class="exhibit-table-scroll" tabIndex={0} role="group" aria-label="Where the sign of a zero shows">
        <table class="exhibit-table signed-zero-table">
          <thead>
            <tr>
              <th scope="col">Looking at it with</th>
              <th scope="col">z * mask</th>
              <th scope="col">max(0.0, z)</th>
              <th scope="col">Sign seen?</th>
            </tr>
          </thead>
          <tbody>
            {sightsOf(shown.masked).map((sight, i) => (
              <tr key={sight.how}>
                <th scope="row">
                  <code>{withBreaks(sight.how)}</code>
                </th>
                <td>
                  <code>{shortened(sight.shows)}</code>
                </td>
                <td>
                  <code>{shortened(sightsOf(shown.clamped, shown.clampedInPython)[i]!.shows)}</code>
                </td>
                <td>{sight.tellsSign ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ExhibitBody>
  );
}

function Step({ name, value, joint, tone }: { name: string; value: string; joint?: string; tone?: string }) {
  return (
    <span class="signed-zero-joined">
      {joint ? (
        <span class="signed-zero-joint" aria-hidden="true">
          {joint}
        </span>
      ) : null}
      <span class={`signed-zero-step${tone ? ` tone-${tone} signed-zero-result` : ''}`}>
        <span class="signed-zero-name">{name}</span> <b>{shortened(value)}</b>
      </span>
    </span>
  );
}

/** A call may break after a dot or an opening bracket, where a narrow column needs it. */
function withBreaks(code: string) {
  return code.split(/(?<=[.(])(?=[a-z])/).map((piece, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

function toneOf({ verdict }: SignedZeroModel): string {
  if (verdict.kind === 'alive') return 'mended';
  return verdict.kind === 'not-a-number' ? 'broken' : 'dead';
}

function findingOf({ verdict, z }: SignedZeroModel): string {
  switch (verdict.kind) {
    case 'alive':
      return 'z is positive: it passes, and its gradient comes back';
    case 'negative-zero':
      return z === 0
        ? 'z is itself −0, and stays −0: no gradient comes back'
        : 'A negative z times 0 is −0: the sign is the trace of a unit whose sum is below zero';
    case 'positive-zero':
      return 'z is exactly 0: the result is +0, and no gradient comes back';
    case 'not-a-number':
      return verdict.from === 'nan'
        ? 'NaN stays NaN with the mask, and with max in JavaScript and NumPy; max in Python and Lua makes it 0'
        : 'Infinity times 0 is not a number: the mask spreads it, where max(0, z) would have given 0';
  }
}

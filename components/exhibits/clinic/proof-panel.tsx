import { probable } from '../../../src/clinic/index.ts';
import { listText } from '../../../src/words/lists.ts';
import { troubleText } from './answer-words.ts';
import { languageNames } from './form-words.ts';
import type { ClinicModel } from './model.ts';
import { Answer } from './question-panel.tsx';
import { questionWords } from './question-words.ts';
import type { Explained } from './suspect-list.tsx';
import { placeText, suspectWords } from './suspect-words.ts';

/** What it comes to so far, and the proof. */
export function ProofPanel({ model, explained }: { model: ClinicModel; explained: Explained }) {
  const { patient, belief, stage, proof } = model;
  if (!patient || !belief || stage !== 'settled') return null;
  const { language } = model.fields;
  const { recipe } = questionWords.replay;
  return (
    <section class="clinic-part" aria-labelledby="clinic-verdict">
      <h2 id="clinic-verdict">What it comes to</h2>
      <Verdict model={model} explained={explained} />
      <details class="clinic-proof" open={proof !== undefined}>
        <summary>The proof: replay the run from your own first weights</summary>
        <p>
          Each suspect is started from your weights and trained for one epoch. The one whose numbers are
          yours, digit for digit, is what your program does, unless that epoch would have ended there in any
          network.
        </p>
        <pre>
          <code>{recipe[language as keyof typeof recipe]}</code>
        </pre>
        <p>
          That is for {languageNames[language as keyof typeof languageNames]}, with the names that such
          programs mostly have.
        </p>
        <form
          class="clinic-asking"
          onSubmit={(event) => {
            event.preventDefault();
            model.prove();
          }}
        >
          <Answer
            model={model}
            name="replay.start"
            label="Weights and biases before the first update, layer by layer, weights before biases"
          />
          <label class="clinic-unknown">
            <input
              type="checkbox"
              checked={model.answers['replay.rows'] === 'input'}
              onChange={({ currentTarget }) =>
                model.write('replay.rows', currentTarget.checked ? 'input' : 'unit')
              }
            />
            <span>A row of weights belongs to an input, as for X @ W (else to a unit)</span>
          </label>
          <Answer
            model={model}
            name="replay.outputs"
            label="The outputs after exactly one epoch, with all digits"
          />
          {model.trouble && (
            <p class="clinic-refused" role="alert">
              {troubleText(model.trouble)}
            </p>
          )}
          <div class="button-row">
            <button type="submit" class="button button-main">
              Replay every suspect
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

function Verdict({ model, explained }: { model: ClinicModel; explained: Explained }) {
  const { patient, belief, proof } = model;
  const { suspects } = patient!;
  const nameOf = (s: number) => {
    const { id, family, place } = suspects[s]!;
    return `${suspectWords(id, family).name}${place ? `, ${placeText(place)}` : ''}`;
  };
  if (proof) {
    const { agrees, otherShape } = proof;
    const sure = agrees.find((s) => patient!.isSure(s, belief!));
    if (otherShape) {
      return (
        <p>
          These are not the weights of such a network: the number of units or inputs is another one. Correct
          the description, or look there for the fault.
        </p>
      );
    }
    if (agrees.length === 0) {
      return (
        <p>
          <strong>Not on my list.</strong> From your weights no suspect prints your numbers. Either something
          is told wrongly (rate, loss, order of the samples, rows of the weights), or the fault is another
          one. The <GradientLink explained={explained}>gradient check</GradientLink> goes on from there.
        </p>
      );
    }
    const first = sure ?? agrees[0]!;
    const best = suspects[first]!;
    const classOf = (s: number) => belief!.classes[s];
    const twins = agrees.filter((s) => s !== first && classOf(s) === classOf(first)).slice(0, 4);
    const others = agrees.filter((s) => classOf(s) !== classOf(first)).slice(0, 4);
    const also =
      twins.length > 0 ? ` In this network the same is printed by ${listText(twins.map(nameOf))}.` : '';
    if (sure === undefined) {
      return (
        <>
          <p>
            <strong>The replay does not decide.</strong>{' '}
            {patient!.isConfirmed(first)
              ? `Started from your weights, ${nameOf(first)} prints your numbers; but not all that you answered speaks for it.`
              : `Started from your weights, ${nameOf(first)} prints your numbers; but so would a network other than you tell, or all outputs stand where they would stand anyway.`}
            {others.length > 0 && ` So do: ${listText(others.map(nameOf))}.`}
          </p>
          <p>
            {patient!.isConfirmed(first)
              ? 'Answer the next question, or look over what you have answered.'
              : 'An epoch of another run may tell more: begin from other weights, and paste these.'}
          </p>
        </>
      );
    }
    if (best.id === 'none') {
      return (
        <>
          <p>
            <strong>The program does what you say.</strong> From your weights, a right network prints your
            numbers after one epoch.{also} {luckText(model)}
          </p>
          {others.length > 0 && (
            <p>
              These would print the same after that epoch, but not all else that you told:{' '}
              {listText(others.map(nameOf))}.
            </p>
          )}
        </>
      );
    }
    return (
      <>
        <p>
          <strong>It is this: {nameOf(first)}.</strong> Started from your weights, this prints your numbers.
          {also}
          {others.length > 0 &&
            ` So do ${listText(others.map(nameOf))}; but all else that you told speaks against ${others.length > 1 ? 'them' : 'it'}.`}
        </p>
        <p>{suspectWords(best.id, best.family).mend}</p>
      </>
    );
  }
  const order = [...belief!.merged.keys()].sort((a, b) => belief!.merged[b]! - belief!.merged[a]!);
  const [first, second] = order as [number, number];
  const best = suspects[first]!;
  if (belief!.elsewhere > belief!.merged[first]!) {
    return (
      <p>
        <strong>Perhaps not on my list.</strong> No suspect prints quite these numbers. Look over the
        description once more; then check the <GradientLink explained={explained}>gradient</GradientLink>.
      </p>
    );
  }
  const same = suspects.map((_, s) => s).filter((s) => belief!.classes[s] === first && s !== first);
  const also =
    same.length > 0 ? ` The same prints come from: ${listText(same.slice(0, 4).map(nameOf))}.` : '';
  if (belief!.merged[first]! > probable) {
    return (
      <p>
        <strong>Probably: {nameOf(first)}.</strong> {suspectWords(best.id, best.family).mend}
        {also} {best.id === 'none' && luckText(model)}
      </p>
    );
  }
  return (
    <>
      <p>
        Not decided yet. The first two are {nameOf(first)}, and {nameOf(second)}.{also}{' '}
        {model.exhausted &&
          'They cannot be told apart by what the program prints at the end; the proof sometimes can.'}
      </p>
      {model.exhausted && !model.triesPairs && (
        <p>
          <button type="button" class="button" onClick={() => model.tryPairs()}>
            Try two faults at once
          </button>
        </p>
      )}
    </>
  );
}

/** Leads to the page on the gradient check; plain words in a course that has none. */
function GradientLink({ explained, children }: { explained: Explained; children: string }) {
  const page = explained.sections.find(({ address }) => address.includes('gradient-check-fails'));
  return page ? <a href={page.address}>{children}</a> : <>{children}</>;
}

function luckText({ patient }: ClinicModel): string {
  const tooShort = patient!.tooShort();
  if (tooShort === undefined) return '';
  if (tooShort > 0.8)
    return 'Most such runs arrive when they are trained ten times as long: it was too short.';
  if (tooShort < 0.2)
    return 'Few such runs arrive even when they are trained ten times as long: the start or the rate does not suit, or the task is too much for such a network.';
  return 'Some such runs arrive when they are trained ten times as long, others do not.';
}

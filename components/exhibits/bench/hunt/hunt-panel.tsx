import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CodeCheck } from '../../../../src/book/index.ts';
import type { LabSession } from '../../../../src/lab/index.ts';
import { countedText } from '../../../../src/words/counts.ts';
import { CheckList } from '../../../ui/check-list/CheckList.tsx';
import { Words } from '../../../ui/Words.tsx';
import type { BenchFault } from '../bench-state.ts';
import type { Bench } from '../model.ts';
import { createHuntJudge, huntSeeds, type Judged } from './judge-hunt.ts';
import { adoptStyles } from '../../../ui/adopt-styles.ts';
import styles from './hunt.css?inline';

adoptStyles(styles);

export interface HuntPanelProps {
  bench: Bench;
  /** Those that are in the program. */
  faults: readonly BenchFault[];
  /** The program with every fault mended. */
  mended: string;
}

type Judge = ReturnType<typeof createHuntJudge>;

/** Asks for what is wrong in a program to be found and mended; once it does all that is asked, says what it was. */
export function HuntPanel({ bench, faults, mended }: HuntPanelProps) {
  const progress = useSignal<number | undefined>(undefined);
  const checks = useSignal<CodeCheck[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  const lab = useRef<{ session: LabSession; judge: Judge } | undefined>(undefined);
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(
    () => () => {
      control.current?.abort();
      lab.current?.session.close();
    },
    [],
  );
  const { text } = bench.state;
  const judgedText = useSignal<string | undefined>(undefined);
  const isPassed = checks.value.length > 0 && checks.value.every(({ met }) => met);
  const isOld = judgedText.value !== undefined && judgedText.value !== text;

  const check = async () => {
    const { signal } = (control.current = new AbortController());
    const source = bench.state.text;
    checks.value = [];
    problem.value = undefined;
    progress.value = 0;
    let judged: Judged;
    try {
      if (!lab.current) {
        const session = (await import('../../../../src/lab/index.ts')).openLab();
        lab.current = { session, judge: createHuntJudge(session, mended) };
      }
      judged = await lab.current.judge(source, { signal, onProgress: (part) => (progress.value = part) });
    } catch {
      const message =
        'The part of the book that runs programs could not be loaded. Reload the page to try again.';
      judged = { kind: 'failed', failure: { message } };
    }
    progress.value = undefined;
    judgedText.value = source;
    if (judged.kind === 'judged') checks.value = judged.checks;
    else if (judged.kind === 'failed') problem.value = `${judged.failure.line === undefined ? '' : `Line ${judged.failure.line}: `}${judged.failure.message}`; // prettier-ignore
  };

  return (
    <section class="hunt" role="group" aria-label="Bug hunt">
      <p>
        <strong>A bug hunt.</strong> {faults.length === 1 ? 'One fault has' : `${faults.length} faults have`}{' '}
        been left in this program. Find and mend {faults.length === 1 ? 'it' : 'them'}: run it, look at it,
        change its text. What counts is what the program does, over {countedText(huntSeeds, 'seed')}, and not
        how it is written.
      </p>
      <p class="hunt-run">
        <button
          type="button"
          class={progress.value === undefined ? 'button button-main' : 'button'}
          onClick={() => (progress.value === undefined ? void check() : control.current?.abort())}
        >
          {progress.value === undefined ? 'Check my program' : 'Stop'}
        </button>
        {progress.value !== undefined && (
          <progress value={progress.value} max={1} aria-label="Seeds trained" />
        )}
      </p>
      <div role="status">
        {problem.value !== undefined && (
          <p class="hunt-problem">
            <Words text={problem.value} />
          </p>
        )}
        {checks.value.length > 0 && (
          <p>
            <strong>{isPassed ? 'Found and mended.' : 'Not yet.'}</strong>
            {isOld && ' You have changed the program since.'}
          </p>
        )}
        {checks.value.length > 0 && <CheckList checks={checks.value} />}
        {isPassed && (
          <>
            <p>{faults.length === 1 ? 'This was in it:' : 'These were in it:'}</p>
            <ul class="hunt-faults">
              {faults.map(({ id, title, why }) => (
                <li key={id}>
                  <strong>
                    <Words text={title} />.
                  </strong>{' '}
                  <Words text={why} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}

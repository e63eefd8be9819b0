import { useEffect, useState } from 'preact/hooks';
import { capacityWords } from '../../../../src/words/capacity.ts';
import { countedText } from '../../../../src/words/counts.ts';
import { intervalText, percentText } from '../../../../src/words/numbers.ts';
import { LiveStatus } from '../../../ui/LiveStatus.tsx';
import { Words } from '../../../ui/Words.tsx';
import { useModel } from '../../../ui/use-model.ts';
import type { Bench } from '../model.ts';
import { capacitySeeds, createCapacity } from './capacity.ts';
import { likeNetwork, type LikeNetwork } from './like-network.ts';

type Like = Extract<LikeNetwork, { kind: 'like' }>;

/** On demand: would the program's network learn with more units, or with biases? */
export function CapacityView({ bench }: { bench: Bench }) {
  const { state } = bench;
  const [asked, setAsked] = useState<{ like: LikeNetwork; time: number }>();
  const ask = () => setAsked({ like: likeNetwork(state), time: (asked?.time ?? 0) + 1 });
  return (
    <>
      <p class="bench-quiet">
        Networks like yours, with its units, activations, loss, data and rate, each begun as one should (He’s
        or Glorot’s weights); and the same with two and four times the hidden units. {capacitySeeds} of each
        are trained as long as yours.
      </p>
      {asked?.like.kind === 'like' ? (
        <Trained key={asked.time} like={asked.like} onAgain={ask} isIdle={state.activity.kind === 'idle'} />
      ) : (
        <>
          <button type="button" class="button" disabled={state.activity.kind !== 'idle'} onClick={ask}>
            Try more units
          </button>
          {asked && (
            <p role="status" class="bench-quiet">
              <Words text={capacityWords.unlike[asked.like.for]} />
            </p>
          )}
        </>
      )}
    </>
  );
}

/** Trains them at once, and says what they show. */
function Trained({ like, isIdle, onAgain }: { like: Like; isIdle: boolean; onAgain: () => void }) {
  const { task, arms, epochs } = useModel((change) => createCapacity({ ...like, change }));
  useEffect(() => void task.start(), []);
  const isRunning = task.state === 'running';
  return (
    <>
      {isRunning ? (
        <div class="bench-working">
          <label>
            Training <progress max={1} value={task.progress} />
          </label>
          <button type="button" class="button" onClick={task.cancel}>
            Stop
          </button>
        </div>
      ) : (
        <button type="button" class="button" disabled={!isIdle} onClick={onAgain}>
          Try again
        </button>
      )}
      <LiveStatus
        text={
          task.state === 'done'
            ? `${capacityWords.verdict(arms)} Each was trained ${countedText(epochs, 'epoch')}.`
            : task.state === 'failed'
              ? task.why
              : task.state === 'cancelled'
                ? 'Stopped.'
                : ''
        }
      />
      {task.state === 'done' && (
        <div class="table-scroll" tabIndex={0} role="group" aria-label="Networks like yours that learned">
          <table class="outputs-table">
            <thead>
              <tr>
                <th scope="col">Network</th>
                <th scope="col">Learned</th>
                <th scope="col">95% interval</th>
              </tr>
            </thead>
            <tbody>
              {arms.map((arm) => (
                <tr key={capacityWords.arm(arm)}>
                  <th scope="row">{capacityWords.arm(arm)}</th>
                  <td>{percentText(arm.solved.share)}</td>
                  <td>{intervalText(arm.solved)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** The plane of a program's two inputs goes along with its run: coarse while the run goes on, fine when it rests. */
import type { BenchContext } from './bench-context.ts';
import { hasPlane, windowOf } from './plane-window.ts';

/** How long a picture may take; a run waits for it. */
const forMs = { running: 6, resting: 60 };

export function createPlaneLook({ state, session, changed }: BenchContext) {
  /** Looks at the network as it stands. What goes wrong there is said with the picture, and harms the run in nothing. */
  async function look(): Promise<void> {
    if (!hasPlane(state.info)) {
      delete state.plane;
      return;
    }
    const pace = state.activity.kind === 'running' ? 'running' : 'resting';
    // A run does not wait again and again for what takes too long.
    if (pace === 'running' && state.plane && !(state.plane.kind === 'seen' && state.plane.plane.size > 0))
      return;
    try {
      const lab = await session();
      const answer = await lab.plane(windowOf(state.info), forMs[pace]);
      if (answer.kind === 'ok') state.plane = { kind: 'seen', plane: answer.value };
      else if (answer.failure.kind !== 'stopped')
        state.plane = { kind: 'broke', message: answer.failure.message };
      else return;
    } catch {
      return; // the run itself tells that there is no lab
    }
    changed();
  }

  return look;
}

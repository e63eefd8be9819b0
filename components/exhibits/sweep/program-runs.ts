/** Runs of a program's own text, in the lab's sandbox: what the engine cannot do is trained by the program itself. */
import type { LabSession, Result } from '../../../src/lab/index.ts';
import type { SweepProgress } from '../../../src/sweep/index.ts';
import type { OpenRun } from './open-run.ts';
import type { ArmRun } from './arm-run.ts';

/** Opens a lab; what it runs with is loaded then, not with the page. */
export type OpenLab = () => Promise<LabSession>;

export const openLabOfPage: OpenLab = async () => (await import('../../../src/lab/index.ts')).openLab();

function valueOf<T>(result: Result<T>): T {
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

async function inLab<T>(openLab: OpenLab, work: (lab: LabSession) => Promise<T>): Promise<T> {
  const lab = await openLab();
  try {
    return await work(lab);
  } finally {
    lab.close();
  }
}

interface SourceSweep {
  source: string;
  seeds: readonly number[];
  epochs: number;
  signal: AbortSignal;
  onProgress: (progress: SweepProgress) => void;
}

/** @throws if a run failed; the message is the lab's. */
export const sweepSource = (
  openLab: OpenLab,
  { seeds, onProgress, ...given }: SourceSweep,
): Promise<ArmRun[]> =>
  inLab(openLab, async (lab) => {
    const results = valueOf(
      await lab.sweep({
        ...given,
        seeds: [...seeds],
        onProgress: ({ part }) =>
          onProgress({ finished: Math.floor(part * seeds.length), total: seeds.length }),
      }),
    );
    given.signal.throwIfAborted();
    return results.map(({ seed, outcome, failure }) => {
      if (failure) throw new Error(`seed ${seed}: ${failure.message}`);
      return { seed, outcome };
    });
  });

/** One run, from its seed to its end, with what became of it in the sweep. */
export const openSource = (
  openLab: OpenLab,
  { source, epochs }: { source: string; epochs: number },
  { seed, outcome }: ArmRun,
): Promise<OpenRun> =>
  inLab(openLab, async (lab) => {
    const { info } = valueOf(await lab.load(source, seed));
    const { frame, loss } = valueOf(await lab.advance(epochs * info.updatesPerEpoch));
    return {
      seed,
      outcome,
      losses: loss.updates.map((update, k): [number, number] => [update, loss.meanSquaredErrors[k]!]),
      inputs: info.inputs,
      targets: info.targets,
      outputs: frame.outputs,
    };
  });

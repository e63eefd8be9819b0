/**
 * A LabSession without a sandbox. Its "network" is its seed and how many updates were done; a text holds the words
 * "learns", "diverges at N" or "throws at N" to say how it behaves. Outputs are a function of text, seed and update alone.
 */
import type { Frame, LabSession, ProgramInfo, Result, SeedReading } from '../../../../src/lab/index.ts';
import { judgeOutcome } from '../../../../src/engine/index.ts';

export const info: ProgramInfo = {
  learningRate: 0.5,
  epochs: 100,
  updatesPerEpoch: 2,
  inputs: [[0], [1]],
  targets: [[0], [1]],
  widths: [1, 1],
};

const ok = <T>(value: T): Result<T> => ({ kind: 'ok', value });

/** Epochs that a sweep trains when nobody says otherwise. */
const ownEpochs = 40;

export function frameOf(text: string, seed: number, update: number): Frame {
  const spread = text.includes('learns') ? update / (update + seed) : 0;
  const outputs = [[0.5 - spread / 2], [0.5 + spread / 2]];
  return {
    seed,
    update,
    outputs,
    meanSquaredError: (0.5 - spread / 2) ** 2,
    layers: [{ weights: [[spread]], biases: [0.5], activations: outputs }],
  };
}

export interface FakeLab extends LabSession {
  /** What was asked, in order. */
  asked: string[];
  /** Answers wait until it is called, once it has been held. */
  hold: () => () => void;
}

export function fakeLab(): FakeLab {
  let text = '';
  let seed = 0;
  let update = 0;
  let told = 0;
  let gate: Promise<void> = Promise.resolve();
  const asked: string[] = [];
  const numberAfter = (words: string) => Number(new RegExp(`${words} (\\d+)`).exec(text)?.[1] ?? Infinity);

  return {
    asked,
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => (release = resolve));
      return release;
    },
    async load(source, nextSeed) {
      asked.push(`load ${nextSeed}`);
      await gate;
      if (source.includes('syntax'))
        return { kind: 'failed', failure: { kind: 'syntax', message: 'Unexpected end.', line: 3 } };
      text = source;
      seed = nextSeed;
      update = told = 0;
      return ok({ info, frame: frameOf(text, seed, 0), printed: [] });
    },
    async advance(updates) {
      asked.push(`advance ${updates}`);
      await gate;
      if (update + updates >= numberAfter('throws at'))
        return { kind: 'failed', failure: { kind: 'exception', message: 'x is not defined', line: 2 } };
      update += updates;
      const nonFiniteAt = numberAfter('diverges at');
      const points: number[] = [];
      for (let at = told + 1; at <= update; at++) points.push(at);
      told = Math.max(told, update);
      return ok({
        frame: frameOf(text, seed, update),
        loss: {
          updates: points,
          meanSquaredErrors: points.map((at) => frameOf(text, seed, at).meanSquaredError),
        },
        printed: [`at ${update}`],
        ...(update >= nonFiniteAt && { nonFiniteAt }),
      });
    },
    async seek(target) {
      asked.push(`seek ${target}`);
      await gate;
      update = target;
      return ok(frameOf(text, seed, update));
    },
    async restart(nextSeed) {
      asked.push(`restart ${nextSeed}`);
      await gate;
      seed = nextSeed;
      update = told = 0;
      return ok(frameOf(text, seed, 0));
    },
    async plane() {
      asked.push('plane');
      await gate;
      return ok({ update, size: 1, outputs: Float64Array.of(0.5), hasLines: false });
    },
    async diagnose() {
      asked.push('diagnose');
      await gate;
      return ok({ update, gradients: [], findings: [], arrays: [] });
    },
    async sweep({ source, seeds, epochs: wanted, onProgress, signal }) {
      asked.push(`sweep ${wanted ?? 'to its end'}`);
      const epochs = wanted ?? ownEpochs;
      const done: SeedReading[] = [];
      for (const one of seeds) {
        if (signal?.aborted) break;
        const { outputs } = frameOf(source, one, epochs * info.updatesPerEpoch);
        done.push({ seed: one, epochs, outputs, outcome: judgeOutcome(outputs, info.targets, []) });
        onProgress?.({
          latest: [...done],
          news: done.slice(-1),
          epochs,
          part: done.length / seeds.length,
          updates: done.length * epochs * info.updatesPerEpoch,
          leftMs: (seeds.length - done.length) * 60_000,
        });
      }
      return ok(done);
    },
    close: () => void asked.push('close'),
  };
}

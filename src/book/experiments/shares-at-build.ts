import { sharesOf, sweep, type Shares } from '../../sweep/index.ts';
import { keptBetweenBuilds } from '../kept-between-builds.ts';
import { digestOf } from './digest.ts';
import type { Training } from './training.ts';

/** The shares of a training over seeds 1 to `seeds`, for a page's first picture. */
export const sharesAtBuild = (training: Training, seeds: number): Promise<Shares> => {
  const { spec, epochs } = training;
  const asSweep = {
    id: '',
    folder: '',
    runs: { kind: 'spec', training },
    seeds,
    reading: 'outcome',
  } as const;
  return keptBetweenBuilds(['shares', digestOf(asSweep)], async () =>
    sharesOf(await sweep(spec, { seeds, epochs })),
  );
};

import { standingOf } from '../../../src/book/index.ts';
import { useProgress } from '../progress-store.ts';
import type { ExerciseData } from './exercise-data.ts';
import { kindNames } from './kind-names.ts';

interface Props {
  exercises: Pick<ExerciseData, 'id' | 'number' | 'kind'>[];
  /** The address of the page with the progress in all chapters. */
  progressHref: string;
}

/** At the end of a chapter's exercises: how many are solved, and the way back to those that were missed. */
export function ChapterSum({ exercises, progressHref }: Props) {
  const { progress } = useProgress();
  const solved = exercises.filter(({ id }) => progress.exercises[id]?.solved).length;
  const missed = exercises.filter(({ id }) => standingOf(progress, id) === 'missed');
  return (
    <p class="exercises-sum">
      {solved + missed.length > 0 && `${solved} of ${exercises.length} solved. `}
      {missed.length > 0 && 'Retry what was missed: '}
      {missed.map(({ id, number, kind }, i) => (
        <>
          {i > 0 && ', '}
          <a href={`#${id}`}>
            {number}. {kindNames[kind]}
          </a>
        </>
      ))}
      {missed.length > 0 && '. '}
      <a href={progressHref}>Your progress in all chapters</a>
    </p>
  );
}

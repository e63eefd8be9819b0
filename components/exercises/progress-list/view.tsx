import {
  standingOf,
  type AskedExercise,
  type Edition,
  type Progress,
  type Standing,
} from '../../../src/book/index.ts';
import { useProgress } from '../progress-store.ts';
import { HandInForm } from './HandInForm.tsx';
import { ProgressFile } from './ProgressFile.tsx';
import '../../ui/asleep.css';
import '../../ui/button.css';
import '../../ui/typed-field.css';
import '../../ui/visually-hidden.css';
import '../progress-trouble.css';
import './progress-list.css';

interface ListedExercise extends AskedExercise {
  /** "3. Compute" */
  name: string;
  question: string;
}

export interface ListedChapter {
  title: string;
  /** The page's address. */
  href: string;
  exercises: ListedExercise[];
}

/** What was answered, chapter by chapter, with a way back to where the reader stopped and to what was missed. */
export function ProgressListView({ chapters, edition }: { chapters: ListedChapter[]; edition: Edition }) {
  const { progress, trouble } = useProgress();
  const all = chapters.flatMap((chapter) =>
    chapter.exercises.map((exercise) => ({
      ...exercise,
      chapter,
      standing: standingOf(progress, exercise.id),
    })),
  );
  const solved = all.filter(({ standing }) => standing === 'solved' || standing === 'helped').length;
  const missed = all.filter(({ standing }) => standing === 'missed');
  const isNew = Object.keys(progress.exercises).length === 0;
  const next = whereToGoOn(chapters, progress);
  return (
    <div class="progress">
      <p class="progress-sum" aria-live="polite">
        {isNew ? 'Nothing answered yet on this device.' : `${solved} of ${all.length} exercises solved.`}
      </p>
      {next && (
        <p>
          <a class="button button-main" href={`${next.href}#${next.id}`}>
            {isNew ? 'Begin' : 'Go on'} with “{next.title}”
          </a>
        </p>
      )}
      {missed.length > 0 && (
        <section aria-labelledby="retry">
          <h2 id="retry">Retry what was missed</h2>
          <ul>
            {missed.map(({ id, name, chapter }) => (
              <li key={id}>
                <a href={`${chapter.href}#${id}`}>
                  {chapter.title}: {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {chapters.map((chapter) => (
        <section key={chapter.href}>
          <h2>
            <a href={chapter.href}>{chapter.title}</a>
          </h2>
          <ol class="progress-exercises">
            {chapter.exercises.map(({ id, name, question }) => {
              const standing = standingOf(progress, id);
              return (
                <li key={id} data-standing={standing}>
                  <a href={`${chapter.href}#${id}`}>{name}</a>
                  <span class="progress-question">{question}</span>
                  <span class="progress-standing">{standingWords[standing]}</span>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      {all.length > 0 && (
        <HandInForm
          edition={edition}
          exercises={all.map(({ chapter, ...exercise }) => ({
            ...exercise,
            name: `${chapter.title}: ${exercise.name}`,
            href: `${chapter.href}#${exercise.id}`,
          }))}
        />
      )}
      <ProgressFile trouble={trouble} />
    </div>
  );
}

const standingWords: Record<Standing, string> = {
  solved: 'solved',
  helped: 'solved, with the solution open',
  missed: 'tried, not solved yet',
  read: 'solution read, not answered',
  open: 'not answered',
};

/** The exercise after the latest answer, else the first that is not solved. */
function whereToGoOn(
  chapters: ListedChapter[],
  { exercises }: Progress,
): { href: string; id: string; title: string } | undefined {
  const all = chapters.flatMap(({ href, title, exercises: listed }) =>
    listed.map(({ id }) => ({ href, id, title })),
  );
  const latest = all.reduce(
    (best, { id }, i) => ((exercises[id]?.at ?? '') > (exercises[all[best]?.id ?? '']?.at ?? '') ? i : best),
    -1,
  );
  const open = (entry: { id: string }) => !exercises[entry.id]?.solved;
  return all.slice(Math.max(0, latest)).find(open) ?? all.find(open);
}

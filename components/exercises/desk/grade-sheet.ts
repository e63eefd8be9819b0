import { csvText } from '../../../src/book/index.ts';
import { listText } from '../../../src/words/lists.ts';
import { differenceOf, type Desk, type Outcome, type Student } from './desk.ts';

/** In a cell, and beside an answer. */
export const outcomeName: Record<Outcome['kind'], string> = {
  right: 'right',
  wrong: 'wrong',
  unreadable: 'could not be run or read',
  waiting: 'not run yet',
  'not answered': '',
};

export const rightCount = ({ marks }: Student): number =>
  marks.filter(({ outcome }) => outcome.kind === 'right').length;

export const saidCount = ({ marks }: Student): number => marks.filter(({ handed }) => handed?.solved).length;

/** What is to be noted of a hand-in as a whole, a few words each. */
export function notesOn(student: Student): string[] {
  const { handIn, sameName, isOtherBook, isOtherCourse, foreign } = student;
  const { book, course } = handIn.edition;
  return [
    ...(sameName > 0
      ? [sameName === 1 ? 'another hand-in has this name' : `${sameName} other hand-ins have this name`]
      : []),
    ...(isOtherCourse ? [`made in the course “${course}”`] : []),
    ...(isOtherBook ? [`made with version ${book} of the book`] : []),
    ...(foreign.length > 0 ? [`not asked in this course: ${listText(foreign)}`] : []),
  ];
}

/** The table as a file for a spreadsheet: a row for each hand-in, then one for each file that could not be read. */
export function gradeSheet({ students, refused }: Desk, exerciseIds: readonly string[]): string {
  const head = [
    'Name',
    'File',
    'Right',
    'Of',
    'Said to be solved',
    'Less than said',
    'More than said',
    'Same program as',
    'Note',
    'Saved at',
    ...exerciseIds,
  ];
  const rows = students.map((student) => {
    const differing = (difference: string) =>
      student.marks
        .filter((mark) => differenceOf(mark) === difference)
        .map(({ exercise }) => exercise.id)
        .join(' ');
    const shared = student.shared.map(
      ({ exercise, with: others, changedLines }) =>
        `${exercise} (${changedLines}): ${others.map((place) => students[place]!.handIn.name).join(', ')}`,
    );
    return [
      student.handIn.name,
      student.file,
      rightCount(student),
      student.marks.length,
      saidCount(student),
      differing('less'),
      differing('more'),
      shared.join('; '),
      notesOn(student).join('; '),
      student.handIn.savedAt,
      ...student.marks.map(({ outcome }) => outcomeName[outcome.kind]),
    ];
  });
  const unread = refused.map(({ file, why }) => [
    '',
    file,
    ...Array<string>(6).fill(''),
    `not read: ${why}`,
    '',
    ...exerciseIds.map(() => ''),
  ]);
  return csvText([head, ...rows, ...unread]);
}

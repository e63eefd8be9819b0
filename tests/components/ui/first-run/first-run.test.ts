import { expect, test } from 'vitest';
import { createFirstRun } from '../../../../components/ui/first-run/first-run.ts';

const result = (choice: string) => ({ choice, text: 'It happened.', why: 'Why?' });

test('an answer stands, and the first result with it', () => {
  let changes = 0;
  const firstRun = createFirstRun(() => changes++);
  expect(firstRun.state).toEqual({ kind: 'open' });
  firstRun.begin('near');
  firstRun.begin(); // the run that the answer has started
  firstRun.end(result('far'));
  firstRun.begin();
  firstRun.end(result('near'));
  expect(firstRun.state).toEqual({ kind: 'made', choice: 'near' });
  expect(firstRun.result?.choice).toBe('far');
  expect(changes).toBe(2);
});

test('a run without an answer closes the question: an expectation does not come after the result', () => {
  const firstRun = createFirstRun(() => {});
  firstRun.begin();
  firstRun.begin('near');
  expect(firstRun.state).toEqual({ kind: 'skipped' });
});

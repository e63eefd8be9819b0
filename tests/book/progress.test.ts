import { describe, expect, it } from 'vitest';
import {
  emptyProgress,
  mergeProgress,
  readProgress,
  recordAnswer,
  recordSolutionSeen,
  standingOf,
} from '../../src/book/progress.ts';

const morning = '2026-01-01T08:00:00.000Z';
const noon = '2026-01-01T12:00:00.000Z';

describe('progress', () => {
  it('keeps an exercise solved after a later wrong answer', () => {
    let progress = recordAnswer(emptyProgress(), 'a.b', { answer: 'x', right: true, at: morning });
    progress = recordAnswer(progress, 'a.b', { answer: 'y', right: false, at: noon });
    expect(progress.exercises['a.b']).toEqual({
      solved: true,
      tries: 2,
      sawSolution: false,
      answer: 'y',
      right: 'x',
      at: noon,
    });
    progress = recordAnswer(progress, 'a.b', { answer: 'z', right: false, at: noon });
    expect(progress.exercises['a.b']).toMatchObject({ answer: 'z', right: 'x' });
    progress = recordAnswer(progress, 'a.b', { answer: 'w', right: true, at: noon });
    expect(progress.exercises['a.b']).toEqual({
      solved: true,
      tries: 4,
      sawSolution: false,
      answer: 'w',
      at: noon,
    });
  });

  it('remembers that the solution was opened before the answer, and not after it', () => {
    const opened = recordSolutionSeen(emptyProgress(), 'a.b', morning);
    expect(opened.exercises['a.b']?.sawSolution).toBe(true);
    const solved = recordAnswer(emptyProgress(), 'a.b', { answer: 'x', right: true, at: morning });
    expect(recordSolutionSeen(solved, 'a.b', noon)).toBe(solved);
  });

  it('tells where a reader stands with an exercise', () => {
    let progress = emptyProgress();
    const standing = () => standingOf(progress, 'a.b');
    expect(standing()).toBe('open');
    progress = recordSolutionSeen(progress, 'a.b', morning);
    expect(standing()).toBe('read');
    progress = recordAnswer(progress, 'a.b', { answer: 'x', right: false, at: noon });
    expect(standing()).toBe('missed');
    progress = recordAnswer(progress, 'a.b', { answer: 'y', right: true, at: noon });
    expect(standing()).toBe('helped');
    progress = recordAnswer(emptyProgress(), 'a.b', { answer: 'y', right: true, at: noon });
    expect(standing()).toBe('solved');
  });

  it('compares times that were written in different ways', () => {
    const entry = (at: string, answer: string) =>
      JSON.stringify({
        version: 1,
        exercises: { 'a.b': { solved: true, sawSolution: false, tries: 1, answer, at } },
      });
    const read = (text: string) => {
      const reading = readProgress(text);
      if (reading.kind === 'invalid') throw new Error(reading.why);
      return reading.progress;
    };
    // Ten in the morning in Berlin is before half past nine in London.
    const earlier = read(entry('2026-01-01T10:00:00+01:00', 'earlier'));
    const later = read(entry('2026-01-01T09:30:00Z', 'later'));
    expect(mergeProgress(earlier, later).exercises['a.b']?.answer).toBe('later');
  });

  it('survives a trip through a file', () => {
    const progress = recordAnswer(emptyProgress(), 'a.b', { answer: '1/4', right: true, at: morning });
    expect(readProgress(JSON.stringify(progress))).toEqual({ kind: 'ok', progress });
  });

  it('loses nothing when two copies are merged, in either order', () => {
    const here = recordAnswer(emptyProgress(), 'a.b', { answer: 'x', right: true, at: morning });
    let there = recordAnswer(emptyProgress(), 'a.b', { answer: 'y', right: false, at: noon });
    there = recordAnswer(there, 'a.c', { answer: 'z', right: true, at: noon });
    for (const merged of [mergeProgress(here, there), mergeProgress(there, here)]) {
      expect(merged.exercises['a.b']).toMatchObject({ solved: true, answer: 'y', at: noon });
      expect(merged.exercises['a.c']).toMatchObject({ solved: true });
    }
  });

  it.each([
    ['', /empty/],
    ['not JSON at all', /not JSON/],
    ['[]', /"version" and "exercises" are missing/],
    ['{"version":2,"exercises":{}}', /newer edition/],
    ['{"version":0,"exercises":{}}', /there never was/],
    ['{"version":1.5,"exercises":{}}', /"version" and "exercises" are missing/],
    ['{"version":1,"exercises":{"a.b":{"solved":"yes"}}}', /entry "a.b".*damaged/],
    [
      '{"version":1,"exercises":{"a.b":{"solved":true,"sawSolution":false,"tries":-1,"answer":"","at":"x"}}}',
      /damaged/,
    ],
  ])('refuses %s and says why', (text, why) => {
    const reading = readProgress(text);
    expect(reading.kind).toBe('invalid');
    expect(reading.kind === 'invalid' && reading.why).toMatch(why);
  });
});

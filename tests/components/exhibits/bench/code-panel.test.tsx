import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CodePanel } from '../../../../components/exhibits/bench/code-panel.tsx';
import { createBench } from '../../../../components/exhibits/bench/model.ts';
import { fakeLab, frameOf, info } from './fake-lab.ts';

const original = 'first\nline two: broken\n';
const faults = [
  {
    id: 'two',
    title: 'The second line',
    hint: 'Look at `line two`.',
    why: 'It is broken.',
    matters: 'Of its seeds 12% learned with `broken`.',
    lines: ['line two'],
    mend: { typescript: [{ find: 'line two: broken', replace: 'line two: learns' }] },
  },
];

function open() {
  const bench = createBench({
    id: 'a-case',
    original,
    start: { info, frame: frameOf(original, 1, 0) },
    faults,
    openLab: () => Promise.resolve(fakeLab()),
    onChange: () => {},
  });
  bench.showHints(true);
  const hints = () => {
    const html = render(<CodePanel bench={bench} original={original} faults={faults} highlighted="" />);
    return /<ol class="bench-hints"[^>]*>.*<\/ol>/s.exec(html)![0].replace(/<[^>]*>/g, '');
  };
  return { bench, hints };
}

describe('the hints', () => {
  test('say how much a fault matters once it is mended, by the button or by hand, and not before', () => {
    for (const mend of ['by the button', 'by hand']) {
      const { bench, hints } = open();
      expect(hints()).toContain('Look at line two.');
      expect(hints()).not.toContain('12%');
      if (mend === 'by hand') bench.edit('first\nline two: learns\n');
      else bench.mend('two');
      expect(hints(), mend).toContain('Mended. Of its seeds 12% learned with broken.');
      expect(hints(), mend).not.toContain('Look at');
    }
  });

  test('are hints again when the fault is put back', () => {
    const { bench, hints } = open();
    bench.mend('two');
    bench.mend('two', 'break');
    expect(hints()).toContain('Look at line two.');
    expect(hints()).not.toContain('12%');
  });
});

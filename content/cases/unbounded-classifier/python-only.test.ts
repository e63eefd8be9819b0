/** The mistakes that only Python can make: each piece of Python on the page is run, and must end as the page says. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { python } from '../../../tests/cases/languages.ts';

const page = readFileSync('content/cases/unbounded-classifier/case.mdx', 'utf8');
const pieces = [...page.matchAll(/```python\n([^]*?)```\n\n```text\n([^]*?)\n```/g)].map(
  ([, code, message]) => ({ code: code!, message: message!.replaceAll('\n', ' ') }),
);

test('the page shows both', () => {
  expect(pieces.map(({ message }) => message.split(':')[0])).toEqual(['NameError', 'ValueError']);
});

test.skipIf(!python).each(pieces)('Python says: $message', ({ code, message }) => {
  const { status, stderr } = spawnSync(python!, ['-c', `import numpy as np\n${code}`], { encoding: 'utf8' });
  expect(status).toBe(1);
  // A newer Python may add what it thinks was meant.
  expect(stderr.trim().split('\n').at(-1)!.slice(0, message.length)).toBe(message);
});

test.skipIf(!python)('with the object named, and with an answer for each sample, both run', () => {
  const mended = pieces.map(({ code }) =>
    code
      .replace('return leaky_relu(inputs', 'return self.leaky_relu(inputs')
      .replace('x if x > 0 else x / 100', 'np.where(x > 0, x, x / 100)'),
  );
  for (const code of mended) {
    const { status, stderr } = spawnSync(python!, ['-c', `import numpy as np\n${code}`], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  }
});

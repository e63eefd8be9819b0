/** The mistake that NumPy refuses in a wider layer: the piece of Python on the page is run, and must end as the page says. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { python } from '../../../tests/cases/languages.ts';

const page = readFileSync('content/cases/learns-the-opposite/case.mdx', 'utf8');
const [, code, message] = /```python\n([^]*?)```\n\n```text\n([^]*?)\n```/.exec(page)!;
const run = (text: string) => spawnSync(python!, ['-c', `import numpy as np\n${text}`], { encoding: 'utf8' });

test.skipIf(!python)('NumPy refuses the shape of a layer of three units, and takes that of one', () => {
  const { status, stderr } = run(code!);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n').at(-1)!.replaceAll(/\s/g, '')).toContain(
    message!.replace('ValueError: ', '').replaceAll(/\s/g, ''),
  );
  expect(run(code!.replace('(3, 1)', '(1, 1)').replace('(3, 4)', '(1, 4)')).status).toBe(0);
});

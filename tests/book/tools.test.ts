import '../fixture/in-fixture-content.ts';
import { expect, it } from 'vitest';
import { readTool, toolFiles } from '../../src/book/tools.ts';

it('says which file a tool lacks', () => {
  expect(() => readTool('practice', 'no-such')).toThrow(
    'the tool "no-such" of chapters/practice: content/chapters/practice/tools/no-such.ts does not exist',
  );
  expect(toolFiles('practice')).toEqual([]);
});

import { z } from 'zod';
import { name } from '../../../src/book/tag-fields.ts';

export const props = z
  .strictObject({
    chapter: name('The chapter whose exercises they are.', 'chapter'),
  })
  .describe('The exercises of a chapter, from its exercises.yaml, under a heading of its own.');

import { z } from 'zod';

export const props = z
  .strictObject({})
  .describe('A network failing in front of the reader, and learning once one line is mended.');

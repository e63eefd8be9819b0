/** The programs that a reader of the workshop can start from: content/workshop/templates.yaml and the files it names. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { eachIdOnce, readCheckedData } from './read-data.ts';

const file = 'content/workshop/templates.yaml';

const words = z.string().trim().min(1, 'expected some words');

const Templates = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and hyphens'),
      title: words,
      about: words,
      /** The share of seeds that must solve its task; a template without is no program yet. */
      learns: z.number().gt(0).max(1).optional(),
    }),
  )
  .min(1, 'expected at least one template')
  .superRefine(eachIdOnce('listed'));

export type WorkshopTemplate = z.infer<typeof Templates>[number] & {
  /** The program's file, seen from the project's root. */
  file: string;
  text: string;
};

/** @throws with file and line where a template has no program. */
export function readWorkshopTemplates(): WorkshopTemplate[] {
  const { data, wrong } = readCheckedData(file, Templates);
  return data.map((template, at) => {
    const program = `content/workshop/templates/${template.id}.ts`;
    if (!existsSync(program))
      throw wrong([at, 'id'], `there is no ${program}; write it or take its line away`);
    return { ...template, file: program, text: readFileSync(program, 'utf8') };
  });
}

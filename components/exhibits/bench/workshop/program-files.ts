/** A reader's programs as files: one program as it stands, or all of them in one bundle. */
import type { KeptProgram } from './kept-programs.ts';

/** What a file brings: programs without a place on the shelf yet. */
export type FiledProgram = Pick<KeptProgram, 'name' | 'text' | 'template' | 'aside' | 'seed'>;

export type FileRead = { kind: 'read'; programs: FiledProgram[] } | { kind: 'refused'; why: string };

const format = 'workshop-programs';
/** As much as the lab takes as a program. */
const longestText = 200_000;

/** A name that every system takes for a file. */
export const fileNameOf = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return `${plain || 'program'}.ts`;
};

export function bundleOf(programs: readonly FiledProgram[]): string {
  const plain = programs.map(({ name, text, template, aside, seed }) => ({
    name,
    text,
    template,
    aside,
    seed,
  }));
  return `${JSON.stringify({ format, version: 1, programs: plain }, null, 2)}\n`;
}

/** @param fileName As the reader's system calls it. */
export function readProgramFile(fileName: string, text: string): FileRead {
  if (/\.json$/i.test(fileName)) return readBundle(fileName, text);
  if (!/\.(ts|js|mts|mjs|txt)$/i.test(fileName))
    return refused(
      `${fileName} is not opened: expected a program in a file that ends in .ts, .js or .txt, or a bundle in .json.`,
    );
  if (text.includes('\0')) return refused(`${fileName} is not opened: it holds something else than text.`);
  if (text.length > longestText)
    return refused(`${fileName} is not opened: it is longer than the lab takes (200,000 characters).`);
  return { kind: 'read', programs: [{ name: fileName.replace(/\.\w+$/, ''), text: plainLines(text) }] };
}

function readBundle(fileName: string, text: string): FileRead {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refused(`${fileName} is not opened: it is not whole, or no JSON.`);
  }
  const { format: made, version, programs } = (given ?? {}) as Record<string, unknown>;
  if (made !== format || !Array.isArray(programs))
    return refused(`${fileName} is not opened: expected a bundle that a workshop has saved.`);
  if (version !== 1)
    return refused(
      `${fileName} is not opened: it was saved by a newer version of the book. Reload the page.`,
    );
  const read = programs.flatMap((one: unknown): FiledProgram[] => {
    const { name, text: code, template, aside, seed } = (one ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof code !== 'string' || code.length > longestText) return [];
    return [
      {
        name,
        text: plainLines(code),
        ...(typeof template === 'string' && { template }),
        ...(typeof aside === 'string' && aside.length <= longestText && { aside }),
        ...(Number.isSafeInteger(seed) && (seed as number) >= 0 && { seed: seed as number }),
      },
    ];
  });
  if (read.length < programs.length)
    return refused(
      `${fileName} is not opened: ${programs.length - read.length} of its ${programs.length} programs have no name or no text.`,
    );
  return { kind: 'read', programs: read };
}

const plainLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const refused = (why: string): FileRead => ({ kind: 'refused', why });

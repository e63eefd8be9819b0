/** Small programs of a chapter that a reader takes into their own: in TypeScript and in Python, each with an example. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const languages = [
  {
    code: 'ts',
    name: 'TypeScript',
    run: 'node',
    fileNames: (tool: string) => [`${tool}.ts`, `${tool}-example.ts`],
  },
  {
    code: 'python',
    name: 'Python with NumPy',
    run: 'python3',
    // A module that can be imported has no hyphen in its name.
    fileNames: (tool: string) =>
      [`${tool}.py`, `${tool}-example.py`].map((name) => name.replaceAll('-', '_')),
  },
] as const;

export interface ToolFile {
  /** "check_gradient.py" */
  fileName: string;
  text: string;
}

export interface Tool {
  language: 'ts' | 'python';
  /** "Python with NumPy" */
  name: string;
  tool: ToolFile;
  /** The tool at work; "python3 check_gradient_example.py". */
  example: ToolFile & { command: string };
}

const folderOf = (chapter: string) => `content/chapters/${chapter}/tools`;

/**
 * A tool of a chapter in each language.
 *
 * @param tool Its name, for example "check-gradient".
 * @throws if one of its files is missing; the message names it.
 */
export function readTool(chapter: string, tool: string): Tool[] {
  return languages.map(({ code, name, run, fileNames }) => {
    const [own, example] = fileNames(tool).map((fileName) => {
      const file = `${folderOf(chapter)}/${fileName}`;
      if (!existsSync(file))
        throw new Error(`the tool "${tool}" of chapters/${chapter}: ${file} does not exist`);
      return { fileName, text: readFileSync(file, 'utf8') };
    }) as [ToolFile, ToolFile];
    return {
      language: code,
      name,
      tool: own,
      example: { ...example, command: `${run} ${example.fileName}` },
    };
  });
}

/** Every file of a chapter's tools, to be saved. */
export function toolFiles(chapter: string): ToolFile[] {
  if (!existsSync(folderOf(chapter))) return [];
  return readdirSync(folderOf(chapter))
    .filter((name) => /\.(ts|py)$/.test(name))
    .map((fileName) => ({ fileName, text: readFileSync(`${folderOf(chapter)}/${fileName}`, 'utf8') }));
}

/** A case's program as files a reader can take home: in each language it is written in, broken and mended. */
import { readFaults, readProgram } from './faults.ts';
import { mend, type Language } from './mends.ts';

const languages: { language: Language; name: string; extension: string; run: string }[] = [
  { language: 'typescript', name: 'TypeScript', extension: 'ts', run: 'node' },
  { language: 'python', name: 'Python with NumPy', extension: 'py', run: 'python3' },
  { language: 'lua', name: 'Lua', extension: 'lua', run: 'lua' },
];

export interface TakeHomeProgram {
  language: Language;
  /** "Python with NumPy" */
  name: string;
  broken: TakeHomeFile;
  /** With every mend of faults.yaml that this language has. */
  mended: TakeHomeFile;
}

export interface TakeHomeFile {
  /** "negative-zero-broken.py" */
  fileName: string;
  text: string;
  /** "python3 negative-zero-broken.py" */
  command: string;
}

/**
 * The programs of a case, TypeScript first.
 *
 * @throws if the case does not exist; the message names the file that is missing.
 */
export function takeHomePrograms(caseId: string): TakeHomeProgram[] {
  const { faults } = readFaults(caseId);
  return languages.flatMap(({ language, name, extension, run }) => {
    const broken = readProgram(caseId, language);
    if (broken === undefined) return [];
    const file = (state: string, text: string): TakeHomeFile => {
      const fileName = `${caseId}-${state}.${extension}`;
      return { fileName, text, command: `${run} ${fileName}` };
    };
    const mended = mend(
      broken,
      faults.filter((fault) => fault.mend?.[language]),
      language,
    );
    return [{ language, name, broken: file('broken', broken), mended: file('mended', mended) }];
  });
}

/**
 * Reads what an instructor has dropped on the desk: hand-ins, one a file, or many in a zip as an LMS gives them out. Runs in a
 * worker, since whoever made the files may have made them large, deep or wrong.
 */
import { unzipSync } from 'fflate';
import { longestHandIn, readHandIn, type HandInReading } from '../../../src/book/index.ts';

/** What came of a file, or of a file within a zip. */
export type ReadFile = { file: string } & HandInReading;

/** Bytes: a zip of some thousand hand-ins. */
const largestZip = 200_000_000;
const mostInZip = 5_000;

/** @param path The file's name, with the folders that it was found in. */
export async function readFile(path: string, file: Blob): Promise<ReadFile[]> {
  const isZip = /\.zip$/i.test(path);
  if (file.size > (isZip ? largestZip : longestHandIn))
    return [refused(path, `It has ${megabytes(file.size)}; a hand-in is far smaller. It was not opened.`)];
  const bytes = new Uint8Array(await file.arrayBuffer());
  return isZip ? readZip(path, bytes) : [{ file: path, ...readHandIn(textOf(bytes)) }];
}

function readZip(path: string, bytes: Uint8Array<ArrayBuffer>): ReadFile[] {
  const entries: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (isHandInFile(name)) entries.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    return [refused(path, 'It is no zip, or not whole.')];
  }
  if (entries.length === 0) return [refused(path, 'There is no hand-in in this zip: no file ends in .json.')];
  if (entries.length > mostInZip)
    return [
      refused(path, `There are ${entries.length} files in this zip; the desk takes ${mostInZip} at once.`),
    ];
  return entries.map(({ name, size }) => {
    const file = `${path}/${name}`;
    // A file is unpacked into as much room as it says that it needs, and no more.
    if (size > longestHandIn)
      return refused(file, `It has ${megabytes(size)}; a hand-in is far smaller. It was not opened.`);
    try {
      const unpacked = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
      return unpacked
        ? { file, ...readHandIn(textOf(unpacked)) }
        : refused(file, 'It could not be unpacked.');
    } catch {
      return refused(file, 'It could not be unpacked: it is damaged, or has a password.');
    }
  });
}

/** Folders, and what systems put beside files, are no hand-ins. */
export const isHandInFile = (path: string): boolean =>
  /\.json$/i.test(path) && !/(^|\/)(\.|__MACOSX\/)/.test(path);

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const refused = (file: string, why: string): ReadFile => ({ file, kind: 'invalid', why });

const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`;

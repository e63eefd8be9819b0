/** The files that somebody has chosen, or dropped with the folders they lie in. */

export interface FoundFile {
  /** With the folders it was found in. */
  path: string;
  file: File;
}

export const chosenFiles = (files: Iterable<File>): FoundFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Must be called while the drop is being handled: afterwards its items are gone. */
export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<FoundFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
      return [{ path, file }];
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const found: FoundFile[][] = [];
    for (;;) {
      // A folder is read a hundred at a time, until nothing comes.
      const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) return found.flat();
      found.push(...(await Promise.all(some.map(filesIn))));
    }
  } catch {
    // It went away, or may not be read: then it is reported as a file without content.
    return [{ path, file: new File([], path) }];
  }
}

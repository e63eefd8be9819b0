/** The folders of content that hold pages with files of their own. */
import { existsSync, readdirSync } from 'node:fs';

const kinds = ['cases', 'chapters', 'symptoms'] as const;

/** All of them, "cases/<id>", "chapters/<id>" and "symptoms/<id>", in alphabetical order. */
export function pageFolders(): string[] {
  return kinds.flatMap((kind) => {
    if (!existsSync(`content/${kind}`)) return [];
    const entries = readdirSync(`content/${kind}`, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${kind}/${name}`)
      .sort();
  });
}

/** Whether a name such as "cases/negative-zero" is one of them. */
export const isPageFolder = (folder: string): boolean =>
  /^(cases|chapters|symptoms)\/[a-z0-9-]+$/.test(folder) && existsSync(`content/${folder}`);

/**
 * The folder of a page, by the id that its facts begin with; undefined if there is none.
 *
 * @throws if two pages of different kinds have the same id.
 */
export function folderOfId(id: string): string | undefined {
  const found = kinds.map((kind) => `${kind}/${id}`).filter(isPageFolder);
  if (found.length > 1)
    throw new Error(
      `content/${found.join(' and content/')} have one id, and their facts could not be told apart; rename one of them`,
    );
  return found[0];
}

/**
 * What is wrong in the source of a page: tags that no component answers to, or that name what is not there; text that MDX would take
 * for something else; links to no page, and headings that stand twice.
 */
import type { AuthorComponent } from './author-components.ts';
import { mistakesInTags } from './author-tags.ts';
import { mistakesInText } from './author-text.ts';
import type { Course } from './course.ts';
import { mistakesInHeadings } from './page-headings.ts';
import { checkedAddress } from './page-links.ts';
import { textOfPage, type TreeNode, treeOfPage } from './page-tree.ts';

/** Every mistake of a page, with file and line; one that keeps MDX from being read is the only one. */
export function mistakesOfPage(
  file: string,
  course: Course,
  components: ReadonlyMap<string, AuthorComponent>,
): string[] {
  const text = textOfPage(file);
  let tree: TreeNode;
  try {
    tree = treeOfPage(file, text);
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    // Of some mistakes MDX tells the place in words alone.
    const place = line === undefined ? (/\((\d+:\d+)/.exec(reason ?? '')?.[1] ?? '1') : `${line}:${column}`;
    return [`${file}:${place}: ${reason ?? String(error)}`];
  }
  return [
    ...mistakesInTags(tree, { path: file }, components),
    ...mistakesInText(tree, text, file),
    ...mistakesInHeadings(tree, file, components),
    ...mistakesInLinks(tree, file, course),
  ];
}

function mistakesInLinks(node: TreeNode, file: string, course: Course): string[] {
  const mistakes = (node.children ?? []).flatMap((child) => mistakesInLinks(child, file, course));
  const href = node.name === 'a' && node.attributes?.find(({ name }) => name === 'href')?.value;
  const address = node.url ?? href;
  if (typeof address !== 'string' || node.type === 'image') return mistakes;
  try {
    checkedAddress({ file, line: node.position?.start.line ?? 1, address }, course);
  } catch (error) {
    mistakes.unshift((error as Error).message);
  }
  return mistakes;
}

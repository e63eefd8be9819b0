/** What is wrong in the source of a page: tags that no component answers to, or that name what is not there, and links to no page. */
import type { AuthorComponent } from './author-components.ts';
import { mistakesInTags, type TreeNode } from './author-tags.ts';
import type { Course } from './course.ts';
import { checkedAddress } from './page-links.ts';
import { treeOfPage } from './page-tree.ts';

/** Every mistake of a page, with file and line; one that keeps MDX from being read is the only one. */
export function mistakesOfPage(
  file: string,
  course: Course,
  components: ReadonlyMap<string, AuthorComponent>,
): string[] {
  let tree: TreeNode;
  try {
    tree = treeOfPage(file);
  } catch (error) {
    const { reason, line } = error as { reason?: string; line?: number };
    // Of some mistakes MDX tells the place in words alone.
    const place = line ?? /\((\d+):\d+/.exec(reason ?? '')?.[1] ?? 1;
    return [`${file}:${place}: ${reason ?? String(error)}`];
  }
  return [...mistakesInTags(tree, { path: file }, components), ...mistakesInLinks(tree, file, course)];
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

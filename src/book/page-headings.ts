/** The headings of a page: those that its author wrote, and those that tags bring with them. */
import type { AuthorComponent } from './author-components.ts';
import { type TreeNode, visitNodes } from './page-tree.ts';

/** As GitHub makes ids of headings, and Astro with it: small letters, no punctuation, hyphens for spaces. */
export function headingId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * Headings that a tag brings and that are there already, with file and line: two elements of one id, and a link leads to the first.
 * Of two that an author wrote Astro gives the second another id.
 */
export function mistakesInHeadings(
  tree: TreeNode,
  file: string,
  components: ReadonlyMap<string, AuthorComponent>,
): string[] {
  const written: { id: string; line: number }[] = [];
  const brought = new Map<string, { tag: string; line: number }>();
  const mistakes: string[] = [];
  visitNodes(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') written.push({ id: headingId(textOf(node)), line });
    // What a page cites is listed at its end (author-tags.ts).
    const id = components.get(node.name === 'Cite' ? 'ReferenceList' : (node.name ?? ''))?.heading;
    if (id === undefined) return;
    const before = brought.get(id);
    if (before === undefined) brought.set(id, { tag: node.name!, line });
    // Sources are listed once, at the end; exercises that stand twice are told as such.
    else if (node.name !== 'Cite' && node.name !== 'Exercises')
      mistakes.push(`${file}:${line}: <${node.name}>: the one of line ${before.line} has the same heading`);
  });
  for (const { id, line } of written) {
    const tag = brought.get(id);
    if (tag)
      mistakes.push(
        `${file}:${line}: this heading comes with the <${tag.tag}> of line ${tag.line} by itself; leave it out, or call it something else`,
      );
  }
  return mistakes;
}

const textOf = ({ value, children }: TreeNode): string => value ?? (children ?? []).map(textOf).join('');

/**
 * Checks the tags that name something by id, <Term>, <Cite> and <Fact>, while a page is compiled, so that a mistake
 * stops the build with file and line, and ends each page that cites something with the list of what it cites.
 */
import { relative } from 'node:path';
import { glossaryEntry } from './glossary.ts';
import { referenceOf } from './references.ts';

interface TagAttribute {
  type: string;
  name?: string;
  value?: unknown;
}

interface TreeNode {
  type: string;
  name?: string | null;
  attributes?: TagAttribute[];
  children?: TreeNode[];
  position?: { start: { line: number } };
}

interface PageFile {
  path?: string;
}

const checks: Record<string, (id: string) => unknown> = { Term: glossaryEntry, Cite: referenceOf };

/** A remark plugin, for MDX. */
export function remarkAuthorTags() {
  return (tree: TreeNode, file: PageFile): void => {
    const cited = new Set<string>();
    visitTags(tree, (tag) => {
      const check = checks[tag.name ?? ''];
      if (!check) return;
      const where = `${file.path ? relative(process.cwd(), file.path) : 'MDX'}:${tag.position?.start.line ?? 1}`;
      const id = tag.attributes?.find((attribute) => attribute.name === 'id')?.value;
      if (typeof id !== 'string') throw new Error(`${where}: <${tag.name}>: expected id="..."`);
      try {
        check(id);
      } catch (cause) {
        throw new Error(`${where}: ${(cause as Error).message}`, { cause });
      }
      if (tag.name === 'Cite') cited.add(id);
    });
    if (cited.size === 0) return;
    tree.children?.push({
      type: 'mdxJsxFlowElement',
      name: 'ReferenceList',
      attributes: [{ type: 'mdxJsxAttribute', name: 'ids', value: [...cited].join(' ') }],
      children: [],
    });
  };
}

function visitTags(node: TreeNode, visit: (tag: TreeNode) => void): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') visit(node);
  for (const child of node.children ?? []) visitTags(child, visit);
}

/** The source of a page as a tree. */
import { readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import remarkMath from 'remark-math';

export interface TagAttribute {
  type: string;
  name?: string;
  /** Null for an attribute without a value; an object for an expression in braces. */
  value?: string | null | { value: string };
}

export interface TreeNode {
  type: string;
  value?: string;
  data?: unknown;
  /** Of a tag. */
  name?: string | null;
  attributes?: TagAttribute[];
  /** Of a link or a picture. */
  url?: string;
  /** Of a heading. */
  depth?: number;
  /** Of code. */
  lang?: string | null;
  children?: TreeNode[];
  position?: { start: Place; end?: Place };
}

interface Place {
  line: number;
  offset?: number;
}

const processor = createProcessor({ format: 'mdx', remarkPlugins: [remarkMath] });

/** The text of a page's file. What stands at its head is no MDX; lines keep their numbers. */
export const textOfPage = (file: string): string =>
  readFileSync(file, 'utf8').replace(/^---\r?\n[^]*?\n---(?=\r?\n|$)/, (head) =>
    head.replace(/[^\r\n]+/g, ''),
  );

/** @throws what MDX finds wrong in it. */
export const treeOfPage = (file: string, text = textOfPage(file)): TreeNode =>
  processor.parse(text) as TreeNode;

export function visitNodes(node: TreeNode, visit: (node: TreeNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) visitNodes(child, visit);
}

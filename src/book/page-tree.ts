/** The source of a page as a tree. */
import { readFileSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import type { TreeNode } from './author-tags.ts';

const processor = createProcessor({ format: 'mdx', remarkPlugins: [remarkMath] });

/** @throws what MDX finds wrong in it. */
export function treeOfPage(file: string): TreeNode {
  // What stands at its head is no MDX. Lines keep their numbers.
  const text = readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, (head) => head.replace(/.+/g, ''));
  return processor.parse(text) as TreeNode;
}

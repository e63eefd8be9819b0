/**
 * Checks the tags of a page while it is compiled, so that a mistake stops the build with file and line: a tag that no
 * component answers to, and what a <Term>, <Cite>, <Fact>, <Claim> or <Recall> names. Ends each page that cites something with the list
 * of what it cites, and imports the components of the page's tags: of those alone, because a page carries the style sheets of
 * all that it imports.
 */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parse } from 'acorn';
import { pageFile } from './course.ts';
import { factIds } from './facts/index.ts';
import { glossaryEntry } from './glossary.ts';
import { referenceOf } from './references.ts';

interface TagAttribute {
  type: string;
  name?: string;
  value?: unknown;
}

interface TreeNode {
  type: string;
  value?: string;
  data?: unknown;
  name?: string | null;
  attributes?: TagAttribute[];
  children?: TreeNode[];
  position?: { start: { line: number } };
}

interface PageFile {
  path?: string;
}

interface AttributeCheck {
  attribute: string;
  /** Defaults to false. */
  isOptional?: boolean;
  /** Throws, with tag, attribute and expectation, if there is nothing of that name. */
  check(name: string): unknown;
}

const noSuchFact = 'there is no such fact; "npm run facts" lists those there are';

const checks: Record<string, AttributeCheck> = {
  Term: { attribute: 'id', check: glossaryEntry },
  Cite: { attribute: 'id', check: referenceOf },
  Fact: {
    attribute: 'id',
    check(id) {
      if (!factIds().includes(id)) throw new Error(`<Fact id="${id}">: ${noSuchFact}`);
    },
  },
  Claim: {
    attribute: 'over',
    isOptional: true,
    check(id) {
      if (!factIds().includes(id)) throw new Error(`<Claim over="${id}">: ${noSuchFact}`);
    },
  },
  Recall: {
    attribute: 'from',
    isOptional: true,
    check(page) {
      if (existsSync(pageFile(page))) return;
      throw new Error(
        `<Recall from="${page}">: there is no ${pageFile(page)}; expected a page such as "chapters/<id>"`,
      );
    },
  },
};

/**
 * A remark plugin, for MDX.
 *
 * @param components The tags that authors can use, beside those of HTML, and the file of each.
 */
export function remarkAuthorTags(components: ReadonlyMap<string, string>) {
  const names = [...components.keys()];
  return (tree: TreeNode, file: PageFile): void => {
    const cited = new Set<string>();
    const used = new Set<string>();
    visitTags(tree, (tag) => {
      const where = `${file.path ? relative(process.cwd(), file.path) : 'MDX'}:${tag.position?.start.line ?? 1}`;
      if (/^[A-Z]/.test(tag.name ?? '') && !names.includes(tag.name!)) {
        throw new Error(`${where}: there is no <${tag.name}>; the tags of the book are ${names.join(', ')}`);
      }
      if (components.has(tag.name ?? '')) used.add(tag.name!);
      const check = checks[tag.name ?? ''];
      if (!check) return;
      const id = tag.attributes?.find((attribute) => attribute.name === check.attribute)?.value;
      if (id === undefined && check.isOptional) return;
      if (typeof id !== 'string')
        throw new Error(`${where}: <${tag.name}>: expected ${check.attribute}="..."`);
      try {
        check.check(id);
      } catch (cause) {
        throw new Error(`${where}: ${(cause as Error).message}`, { cause });
      }
      if (tag.name === 'Cite') cited.add(id);
    });
    if (cited.size > 0) {
      used.add('ReferenceList');
      tree.children?.push({
        type: 'mdxJsxFlowElement',
        name: 'ReferenceList',
        attributes: [{ type: 'mdxJsxAttribute', name: 'ids', value: [...cited].join(' ') }],
        children: [],
      });
    }
    if (used.size > 0) tree.children?.unshift(importsOf([...used].map((tag) => [tag, components.get(tag)!])));
  };
}

/** The node of MDX that imports components. */
function importsOf(components: [tag: string, file: string][]): TreeNode {
  const value = components
    .map(([tag, file]) => `import ${tag} from ${JSON.stringify(resolve(file))};`)
    .join('\n');
  return {
    type: 'mdxjsEsm',
    value,
    data: { estree: parse(value, { ecmaVersion: 'latest', sourceType: 'module' }) },
  };
}

function visitTags(node: TreeNode, visit: (tag: TreeNode) => void): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') visit(node);
  for (const child of node.children ?? []) visitTags(child, visit);
}

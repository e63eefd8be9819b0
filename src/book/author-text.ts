/**
 * What MDX would take without a word and no author means: braces, which it would compute; a second title; code, formulas and
 * pictures that do not end or are not there. Each stops the build with file and line.
 */
import { relative } from 'node:path';

interface TreeNode {
  type: string;
  value?: string;
  name?: string | null;
  depth?: number;
  url?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: TreeNode[];
  position?: { start: Place; end: Place };
}

interface Place {
  line: number;
  offset?: number;
}

/** What unified hands a plugin beside the tree. */
interface SourceFile {
  path?: string;
  value: unknown;
  messages: { source?: string | undefined; line?: number | undefined; cause?: unknown; message: string }[];
}

const at = (file: SourceFile, line: number) =>
  `${file.path ? relative(process.cwd(), file.path) : 'MDX'}:${line}:`;

/** A remark plugin, for MDX. It comes after the one that reads formulas. */
export function remarkAuthorText() {
  return (tree: TreeNode, file: SourceFile): void => {
    const text = String(file.value);
    /** By chapter, where its exercises stand. */
    const exercises = new Map<unknown, number>();
    visit(tree, (node) => {
      const line = node.position?.start.line ?? 1;
      const why = whyWrong(node, text);
      if (why !== undefined) throw new Error(`${at(file, line)} ${why}`);
      if (node.name === 'Speak')
        visit(node, ({ name }) => {
          if (name === 'Fact')
            throw new Error(
              `${at(file, line)} <Speak>: a note holds no <Fact>; the page of facts would lead to it`,
            );
        });
      if (node.name !== 'Exercises') return;
      const chapter = node.attributes?.find(({ name }) => name === 'chapter')?.value;
      const before = exercises.get(chapter);
      if (before !== undefined)
        throw new Error(
          `${at(file, line)} <Exercises chapter="${String(chapter)}">: these exercises stand in line ${before} already`,
        );
      exercises.set(chapter, line);
    });
  };
}

function whyWrong(
  { type, value, depth, url, name, attributes, position }: TreeNode,
  text: string,
): string | undefined {
  const source = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  switch (type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const isComment = /^\s*\/\*[^]*\*\/\s*$/.test(value ?? '') || value?.trim() === '';
      return isComment
        ? undefined
        : `{${value}} would be computed; for the characters themselves write \\{ and \\}`;
    }
    case 'mdxjsEsm':
      return 'a page imports and exports nothing: every tag is there by its name';
    case 'heading':
      return depth === 1
        ? 'the title of the page stands at its head; a heading in the text begins with "##"'
        : undefined;
    case 'code':
      return /^ *(`{3,}|~{3,})/.test(source) &&
        !/(`{3,}|~{3,})\s*$/.test(source.split('\n').slice(1).join('\n'))
        ? 'the code that begins here does not end: close it with a line of ```'
        : undefined;
    case 'math':
      return /\$\$\s*$/.test(source.slice(2))
        ? undefined
        : 'the formula that begins here does not end: close it with a line of $$';
    case 'image':
      return ofAnotherHost(url);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return /^(img|video|audio|source|iframe)$/.test(name ?? '')
        ? ofAnotherHost(attributes?.find((attribute) => attribute.name === 'src')?.value)
        : undefined;
    default:
      return undefined;
  }
}

const ofAnotherHost = (address: unknown): string | undefined =>
  typeof address === 'string' && /^(https?:)?\/\//.test(address)
    ? `"${address}" lies on another host, which a page of the book never asks; put the file into public/ and write "/its-name"`
    : undefined;

/** A rehype plugin, to come after the one that sets formulas: a formula that it cannot set is an error. */
export function rehypeFormulaMistakes() {
  return (_tree: unknown, file: SourceFile): void => {
    const [first] = file.messages.filter(({ source }) => source === 'rehype-katex');
    if (!first) return;
    const why = (first.cause as Error | undefined)?.message ?? first.message;
    throw new Error(
      `${at(file, first.line ?? 1)} the formula cannot be set: ${why.replace(/^KaTeX parse error: /, '')}`,
    );
  };
}

function visit(node: TreeNode, see: (node: TreeNode) => void): void {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}

/**
 * What MDX would take without a word and no author means: braces, which it would compute; a second title; code, formulas and
 * pictures that do not end or are not there.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import katex from 'katex';
import { onceAProcess } from './once-a-process.ts';
import { unescaped } from './page-links.ts';
import { type TreeNode, visitNodes } from './page-tree.ts';

/**
 * Every mistake in the text of a page, with file and line.
 *
 * @param tree With formulas.
 * @param file Seen from the project's root.
 */
export function mistakesInText(tree: TreeNode, text: string, file: string): string[] {
  const mistakes: string[] = [];
  /** By chapter, where its exercises stand. */
  const exercises = new Map<unknown, number>();
  visitNodes(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    const note = (why: string) => void mistakes.push(`${file}:${line}: ${why}`);
    const why = whyWrong(node, text, file);
    if (why !== undefined) note(why);
    if (node.name === 'Speak')
      visitNodes(node, ({ name }) => {
        if (name === 'Fact') note('<Speak>: a note holds no <Fact>; the page of facts would lead to it');
      });
    if (node.name !== 'Exercises') return;
    const chapter = node.attributes?.find(({ name }) => name === 'chapter')?.value;
    const before = exercises.get(chapter);
    if (before !== undefined)
      note(`<Exercises chapter="${String(chapter)}">: these exercises stand in line ${before} already`);
    exercises.set(chapter, line);
  });
  return mistakes;
}

function whyWrong(
  { type, value, depth, url, name, lang, attributes, position }: TreeNode,
  text: string,
  file: string,
): string | undefined {
  const source = text.slice(position?.start.offset ?? 0, position?.end?.offset ?? 0);
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
        : lang === 'math'
          ? whyNotSet(value, true)
          : undefined;
    case 'math':
      return /\$\$\s*$/.test(source.slice(2))
        ? whyNotSet(value, true)
        : 'the formula that begins here does not end: close it with a line of $$';
    case 'inlineMath':
      return whyNotSet(value);
    case 'image':
      return whyNoPicture(url, file);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return /^(img|video|audio|source|iframe)$/.test(name ?? '')
        ? whyNoPicture(attributes?.find((attribute) => attribute.name === 'src')?.value, file)
        : undefined;
    default:
      return undefined;
  }
}

function whyNoPicture(address: unknown, file: string): string | undefined {
  if (typeof address !== 'string' || /^(data:|#)/.test(address)) return undefined;
  if (/^(https?:)?\/\//.test(address))
    return `"${address}" lies on another host, which a page of the book never asks; put the file into public/ and write "/its-name"`;
  const path = unescaped(address.replace(/[?#].*/, ''));
  const there = path.startsWith('/') ? join('public', path) : join(dirname(file), path);
  // What the book itself serves under an address of its own is seen when everything is built.
  if (existsSync(there) || !/\.\w+$/.test(path)) return undefined;
  return `there is no file ${there.replaceAll('\\', '/')} for "${address}"`;
}

const formulas = onceAProcess('what is wrong with formulas', () => new Map<string, string | undefined>());

/** Why a formula cannot be set; undefined if it can. */
function whyNotSet(formula = '', displayMode = false): string | undefined {
  const key = `${displayMode} ${formula}`;
  if (!formulas.has(key)) formulas.set(key, troubleWith(formula, displayMode));
  return formulas.get(key);
}

function troubleWith(formula: string, displayMode: boolean): string | undefined {
  try {
    katex.renderToString(formula, { displayMode, strict: 'ignore' });
    return undefined;
  } catch (error) {
    const why = (error as Error).message.replace(/^KaTeX parse error: /, '');
    return `the formula cannot be set: ${why}`;
  }
}

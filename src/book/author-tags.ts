/**
 * Checks the tags of a page while it is compiled, so that a mistake stops the build with file and line: a tag that no
 * component answers to, an attribute or a value that its props.ts does not know, and a name of something that is not there.
 * Ends each page that cites something with the list of what it cites, and imports the components of the page's tags: of those
 * alone, because a page carries the style sheets of all that it imports.
 */
import { relative, resolve } from 'node:path';
import { parse } from 'acorn';
import type { AuthorComponent } from './author-components.ts';
import { pageOfFile } from './course.ts';
import { checkNamed } from './named-things.ts';
import { expectedNames, nearestNames } from './nearest.ts';
import { type TagAttribute, type TreeNode, visitNodes } from './page-tree.ts';
import { fieldsOf, needOf, partsOf, type TagSchema } from './tag-fields.ts';
import { checkNeed } from './tag-needs.ts';

interface PageFile {
  path?: string | undefined;
}

/**
 * A remark plugin, for MDX. Each exhibit gets the place at which links find it.
 *
 * @param components The tags that authors can use, beside those of HTML.
 */
export function remarkAuthorTags(components: ReadonlyMap<string, AuthorComponent>) {
  return (tree: TreeNode, { path }: PageFile): void => {
    const mistakes = mistakesInTags(tree, { path }, components);
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
    const cited = new Set<string>();
    const used = new Set<string>();
    const page = pageOf(path);
    for (const { tag, id } of page === undefined ? [] : exhibitsIn(tree, components))
      tag.attributes = [
        ...tag.attributes!.filter(({ name }) => name !== 'id'),
        { type: 'mdxJsxAttribute', name: 'id', value: `${page}/${id}` },
      ];
    let facts = 0;
    visitTags(tree, (tag) => {
      const name = tag.name ?? '';
      if (!/^[A-Z]/.test(name)) return;
      if (name === 'Cite') cited.add(String(tag.attributes!.find((one) => one.name === 'id')!.value));
      used.add(name);
      // The page of facts leads back to each sentence.
      if (name === 'Fact')
        tag.attributes!.push({ type: 'mdxJsxAttribute', name: 'place', value: String(++facts) });
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
    if (used.size > 0)
      tree.children?.unshift(importsOf([...used].map((tag) => [tag, components.get(tag)!.file])));
  };
}

const pageOf = (path: string | undefined): string | undefined =>
  pageOfFile(relative(resolve('content'), path ?? '').replaceAll('\\', '/'));

/** Every mistake in the tags of a page, with file and line. */
export function mistakesInTags(
  tree: TreeNode,
  { path }: PageFile,
  components: ReadonlyMap<string, AuthorComponent>,
): string[] {
  const names = [...components].filter(([, { props }]) => props).map(([name]) => name);
  const file = path ? relative(process.cwd(), path) : 'MDX';
  const mistakes: string[] = [];
  /** Lines, by id. */
  const named = new Map<string, number>();
  const exhibits = exhibitsIn(tree, components);
  for (const { tag, name, id } of exhibits) {
    const line = tag.position?.start.line ?? 1;
    const before = named.get(id);
    if (before === undefined) named.set(id, line);
    else
      mistakes.push(
        `${file}:${line}: <${name}>: the exhibit of line ${before} is "${id}" as well, by which links find it and what a reader does there is kept; give this one an id="<word>" that stays`,
      );
  }
  const wrong = new Set<TreeNode>();
  visitTags(tree, (tag) => {
    const name = tag.name ?? '';
    if (!/^[A-Z]/.test(name)) return;
    const where = `${file}:${tag.position?.start.line ?? 1}`;
    const props = components.get(name)?.props;
    try {
      if (!props) throw new Error(`there is no <${name}>; ${expectedNames(name, names)}`);
      checkTag(name, props, tag.attributes ?? [], pageOf(path));
    } catch (error) {
      wrong.add(tag);
      mistakes.push(...(error as Error).message.split('\n').map((line) => `${where}: ${line}`));
    }
  });
  // After the others: whether an exhibit is sound is known then.
  visitTags(tree, (tag) => {
    if (tag.name !== 'Quantity' || wrong.has(tag)) return;
    const part = String(tag.attributes!.find(({ name }) => name === 'of')!.value);
    const why = whyNotShown(part, exhibits, wrong, components);
    if (why) mistakes.push(`${file}:${tag.position?.start.line ?? 1}: <Quantity of="${part}">: ${why}`);
  });
  return mistakes;
}

/** Why a word cannot point at a part of the page's figures; undefined if an exhibit shows it. */
function whyNotShown(
  part: string,
  exhibits: readonly ExhibitTag[],
  wrong: ReadonlySet<TreeNode>,
  components: ReadonlyMap<string, AuthorComponent>,
): string | undefined {
  const partsIn = (name: string) => partsOf(components.get(name)!.props!);
  const showing = exhibits.filter(({ name }) => partsIn(name).includes(part));
  if (showing.some(({ tag }) => !wrong.has(tag))) return undefined;
  const [first] = showing;
  if (first)
    return `the <${first.name}> of line ${first.tag.position?.start.line ?? 1} shows it, and is wrong itself`;
  const onPage = [...new Set(exhibits.flatMap(({ name }) => partsIn(name)))];
  return onPage.length === 0
    ? 'no exhibit of this page has parts that a word can point at'
    : `no exhibit of this page has such a part; ${expectedNames(part, onPage)}`;
}

export interface ExhibitTag {
  tag: TreeNode;
  name: string;
  /** What links call it: as its author wrote it, else the name of its tag. */
  id: string;
}

/** The exhibits of a page, in its order: the tags that can be given an id of that kind. */
export function exhibitsIn(tree: TreeNode, components: ReadonlyMap<string, AuthorComponent>): ExhibitTag[] {
  const exhibits: ExhibitTag[] = [];
  visitTags(tree, (tag) => {
    const name = tag.name ?? '';
    const props = components.get(name)?.props;
    if (!props || !isExhibit(props)) return;
    const written = tag.attributes?.find((one) => one.name === 'id')?.value;
    const id =
      typeof written === 'string'
        ? written
        : name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    exhibits.push({ tag, name, id });
  });
  return exhibits;
}

const isExhibit = (props: TagSchema): boolean =>
  fieldsOf(props).some(({ name, notes }) => name === 'id' && notes.kind === 'exhibit');

/** @throws what is wrong with a tag, a mistake a line. */
function checkTag(
  name: string,
  props: TagSchema,
  attributes: TagAttribute[],
  page: string | undefined,
): void {
  const written = Object.fromEntries(attributes.map((attribute) => writtenIn(name, attribute)));
  const read = props.safeParse(written);
  if (!read.success) {
    const mistakes = read.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => `<${name} ${key}>: ${noSuchAttribute(key, Object.keys(props.shape))}`);
      }
      const [key] = issue.path.map(String);
      if (key === undefined) return `<${name}>: ${issue.message}`;
      const value = written[key];
      return value === undefined
        ? `<${name}>: ${key} ${issue.message}`
        : `<${name} ${key}=${JSON.stringify(value)}>: ${issue.message}`;
    });
    throw new Error(mistakes.join('\n'));
  }
  for (const field of fieldsOf(props)) {
    const value = read.data[field.name];
    if (field.notes.kind === 'exhibit' && String(value).includes('/'))
      throw new Error(`<${name} id="${String(value)}">: expected words in lower case joined by hyphens`);
    if (field.notes.kind !== 'name' || value === undefined) continue;
    checkNamed(field.notes.of, `<${name} ${field.name}="${String(value)}">`, String(value));
  }
  const need = needOf(props);
  if (need) checkNeed(need, name, read.data, page?.split('/')[1] ?? '');
}

function noSuchAttribute(key: string, known: string[]): string {
  if (known.length === 0) return 'the tag has no attributes';
  const [nearest] = nearestNames(key, known, 1);
  const meant = nearest === undefined ? '' : `; the nearest is ${nearest}`;
  return `there is no such attribute${meant}; the tag has ${known.join(', ')}`;
}

/** What stands in an attribute: text, or a literal in braces. */
export function writtenIn(tag: string, { name, value }: TagAttribute): [string, unknown] {
  if (name === undefined) throw new Error(`<${tag}>: expected attributes such as name="value", found {...}`);
  if (value === null || value === undefined) return [name, true];
  if (typeof value === 'string') return [name, value];
  try {
    return [name, JSON.parse(value.value)];
  } catch {
    throw new Error(`<${tag} ${name}={${value.value}}>: expected a text in quotes, a number, true or false`);
  }
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

function visitTags(tree: TreeNode, visit: (tag: TreeNode) => void): void {
  visitNodes(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') visit(node);
  });
}

/**
 * The links that authors write between the pages of the book, and where they lead.
 *
 * A link to a page that is nowhere in content/ stops the build, or the page in development, with file and line. A link to a
 * page that the course leaves out becomes plain text, and one to a page that another stands in for leads there. Whether a page has the anchor that is named, and whether an address
 * that is no page of content/ is there at all, is seen when everything is built (checked-links.ts).
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { addressee, pageFile, pageOfFile, pagesOf } from './course.ts';
import type { Course } from './course.ts';
import type { HtmlNode } from './html-node.ts';
import { nearestNames } from './nearest.ts';

/** A link as it stands in a file of the content. */
export interface WrittenLink {
  /** "content/symptoms/nan-or-infinity.mdx" */
  file: string;
  line: number;
  /** As the author wrote it: "/chapters/dying-relu/#born-dead". */
  address: string;
  /** The page of the book that it leads to, from the book's root: "/chapters/dying-relu/". */
  path: string;
  /** What follows the "#"; empty without one. */
  anchor: string;
}

/** What a page's source says of other pages. */
export interface PageMentions {
  /** Links to what the book should hold. */
  links: WrittenLink[];
  /** What is left out or plain text because the course leaves a page out: "file:line: what". */
  leftOut: string[];
}

interface SourceNode extends Omit<HtmlNode, 'children'> {
  /** Of a tag of MDX. */
  name?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: SourceNode[];
  position?: { start: { line: number } };
}

/** "/chapters/x/" or "/chapters/x": the name of a page, "chapters/x". */
const pagePath = /^\/((?:chapters|cases|symptoms)\/[^/]+|workshop)\/?$/;

/**
 * A rehype plugin, to come before the one that adds the base to addresses.
 *
 * @param mentions Filled as pages are compiled, by the file of the page; a page that is compiled anew replaces its entry.
 */
export function rehypePageLinks(course: Course, mentions: Map<string, PageMentions>) {
  return (tree: SourceNode, { path = 'MDX' }: { path?: string }): void => {
    const file = relative(process.cwd(), path);
    const page: PageMentions = { links: [], leftOut: [] };
    mentions.set(file, page);
    follow(tree);

    function follow(node: SourceNode): void {
      node.children &&= node.children.flatMap((child) => {
        follow(child);
        const question = child.name === 'Recall' ? attributeOf(child, 'from') : undefined;
        if (question !== undefined) noteQuestion(question, child);
        const address = addressOf(child);
        return address === undefined || isKept(address, child) ? [child] : (child.children ?? []);
      });
    }

    function isKept(address: string, node: SourceNode): boolean {
      const line = node.position?.start.line ?? 1;
      const { url, name, there } = checkedAddress({ file, line, address }, course);
      if (url.origin !== bookRoot) return true;
      if (name !== undefined && there === undefined) {
        page.leftOut.push(`${file}:${line}: the link to "${address}" is plain text`);
        return false;
      }
      if (there !== undefined && there !== name) {
        // The page that stands in for another need not have its headings.
        url.pathname = `/${there}/`;
        url.hash = '';
        leadTo(url.pathname, node);
      }
      page.links.push({ file, line, address, ...destination(url) });
      return true;
    }

    function noteQuestion(from: string, { position }: SourceNode): void {
      if (addressee(course, from) !== undefined) return;
      page.leftOut.push(`${file}:${position?.start.line ?? 1}: the question about "${from}" is left out`);
    }
  };
}

/**
 * Where a link leads: the page of content/, if it is one, and the page of the course that it leads to.
 *
 * @throws with file and line if there is no such page.
 */
export function checkedAddress(
  { file, line, address }: Pick<WrittenLink, 'file' | 'line' | 'address'>,
  course: Course,
): { url: URL; name: string | undefined; there: string | undefined } {
  const url = URL.parse(address, `${bookRoot}${addressOfFile(file)}`);
  if (!url) throw new Error(`${file}:${line}: the link to "${address}": expected an address`);
  const [, name] = (url.origin === bookRoot && pagePath.exec(url.pathname)) || [];
  const there = name === undefined ? undefined : addressee(course, name);
  if (name !== undefined && there === undefined && !existsSync(pageFile(name))) {
    const [nearest] = nearestNames(name, pagesOf(course), 1);
    const expected = nearest
      ? `the nearest is "/${nearest}/"`
      : `expected the address of a page, such as "/${pagesOf(course)[0]!}/"`;
    throw new Error(`${file}:${line}: the link to "${address}": there is no ${pageFile(name)}; ${expected}`);
  }
  return { url, name, there };
}

/** Any host that is not one: addresses are resolved against it, and what stays on it is the book's. */
export const bookRoot = 'http://book.invalid';

/** The page or file that an address leads to, and the anchor there, as they are called and not as an address spells them. */
export const destination = ({ pathname, hash }: URL): { path: string; anchor: string } => ({
  path: unescaped(pathname),
  anchor: unescaped(hash.slice(1)),
});

/** A "%" that escapes nothing stands for itself. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of the page whose source this file is. */
const addressOfFile = (file: string): string => `/${pageOfFile(file.replace(/^content\//, '')) ?? ''}/`;

/** Where a link leads, be it written in Markdown or as a tag; undefined if the node is no link. */
function addressOf(node: SourceNode): string | undefined {
  const address =
    node.tagName === 'a'
      ? node.properties?.['href']
      : node.name === 'a'
        ? attributeOf(node, 'href')
        : undefined;
  return typeof address === 'string' ? address : undefined;
}

function leadTo(address: string, node: SourceNode): void {
  if (node.properties) node.properties['href'] = address;
  const written = node.attributes?.find(({ name }) => name === 'href');
  if (written) written.value = address;
}

function attributeOf(node: SourceNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

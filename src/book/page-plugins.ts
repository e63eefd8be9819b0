/** What is done to a page of content on its way from MDX, in order. */
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import type { AuthorComponent } from './author-components.ts';
import { remarkAuthorTags } from './author-tags.ts';
import { rehypeBasePath } from './base-path.ts';
import type { Course } from './course.ts';
import { rehypePageLinks } from './page-links.ts';
import type { PageMentions } from './page-links.ts';
import { rehypeShortCode } from './short-code.ts';
import { rehypeShortFormulas } from './short-formulas.ts';

interface Book {
  course: Course;
  /** The path under which it is served. */
  base: string;
  /** The tags that authors can use. */
  components: ReadonlyMap<string, AuthorComponent>;
  /** Filled with what the pages say of each other. */
  mentions: Map<string, PageMentions>;
}

export const remarkPlugins = ({ components }: Book) => [remarkMath, () => remarkAuthorTags(components)];

export const rehypePlugins = ({ course, base, mentions }: Book) => [
  rehypeKatex,
  rehypeShortFormulas,
  rehypeShortCode,
  () => rehypePageLinks(course, mentions),
  () => rehypeBasePath(base),
];

/** Whether what an author's tag names is there: in content/, or among the facts. */
import { existsSync, readdirSync } from 'node:fs';
import { pageFile } from './course.ts';
import { factOf } from './facts/fact-of.ts';
import { glossaryEntry } from './glossary.ts';
import { expectedNames } from './nearest.ts';
import { referenceOf } from './references.ts';
import type { NamedThing } from './tag-fields.ts';

/** @throws what is wrong, beginning with the tag, if there is nothing of that name. */
type Check = (tag: string, name: string) => void;

/** A page of a kind: "case" for content/cases/<id>/case.mdx. */
const pageOf =
  (kind: 'case' | 'chapter'): Check =>
  (tag, id) => {
    if (existsSync(pageFile(`${kind}s/${id}`))) return;
    const known = readdirSync(`content/${kind}s`);
    throw new Error(`${tag}: there is no content/${kind}s/${id}; ${expectedNames(id, known)}`);
  };

const checks: Record<NamedThing, Check> = {
  case: pageOf('case'),
  chapter: pageOf('chapter'),
  page(tag, page) {
    if (existsSync(pageFile(page))) return;
    throw new Error(`${tag}: there is no ${pageFile(page)}; expected a page such as "chapters/<id>"`);
  },
  program(tag, path) {
    const file = `content/${path.replace(/\.ts$/, '')}.ts`;
    if (!existsSync(file)) throw new Error(`${tag}: there is no ${file}; expected a program under content/`);
  },
  fact(tag, id) {
    let isHidden: boolean | undefined;
    try {
      const fact = factOf(id);
      isHidden = fact.kind === 'number' && fact.hidden;
    } catch (cause) {
      throw new Error(`${tag}: ${(cause as Error).message}`, { cause });
    }
    if (isHidden) throw new Error(`${tag}: this fact is the answer of an exercise; no page may show it`);
  },
  term: (_, id) => void glossaryEntry(id),
  source: (_, id) => void referenceOf(id),
};

/** @throws what is wrong with a tag that names a thing which is not there. */
export function checkNamed(thing: NamedThing, tag: string, name: string): void {
  checks[thing](tag, name);
}

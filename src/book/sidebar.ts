import type { Course } from './course.ts';
import { interfaceWords } from './language/catalogue.ts';

type SidebarGroup = { label: string; items: ({ slug: string } | { label: string; link: string })[] };

/** The course as Starlight's sidebar: one group a part, pages in the course's order, then the back of the book. */
export function sidebarOf(course: Course): SidebarGroup[] {
  const translate = interfaceWords(course.language);
  const say = (words: string) => translate(words) ?? words;
  const links = (course.links ?? []).map(({ title, address }) => ({ label: title, link: address }));
  return [
    ...course.parts.map((part) => ({ label: part.title, items: part.pages.map((slug) => ({ slug })) })),
    {
      label: say('At the back'),
      items: [
        { label: say('The doctor'), link: '/doctor/' },
        { label: say('Glossary'), link: '/glossary/' },
        { label: say('References'), link: '/references/' },
        { label: say('Facts'), link: '/facts/' },
        { label: say('Your progress'), link: '/progress/' },
      ],
    },
    ...(links.length > 0 ? [{ label: say('Elsewhere'), items: links }] : []),
  ];
}

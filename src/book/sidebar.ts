import type { Course } from './course.ts';

type SidebarGroup = { label: string; items: ({ slug: string } | { label: string; link: string })[] };

/** The course as Starlight's sidebar: one group a part, pages in the course's order, then the back of the book. */
export function sidebarOf(course: Course): SidebarGroup[] {
  const links = (course.links ?? []).map(({ title, address }) => ({ label: title, link: address }));
  return [
    ...course.parts.map((part) => ({ label: part.title, items: part.pages.map((slug) => ({ slug })) })),
    {
      label: 'At the back',
      items: [
        { label: 'Glossary', link: '/glossary/' },
        { label: 'References', link: '/references/' },
        { label: 'Facts', link: '/facts/' },
        { label: 'Your progress', link: '/progress/' },
      ],
    },
    ...(links.length > 0 ? [{ label: 'Elsewhere', items: links }] : []),
  ];
}

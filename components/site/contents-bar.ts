/** Works the contents bar (ContentsBar.astro): marks the section that is read, and closes the list once it has served. */
const bar = document.querySelector<HTMLElement>('.contents-bar')!;
const list = bar.querySelector('details')!;
const links = [...list.querySelectorAll('a')];
const shown = bar.querySelector<HTMLElement>('.contents-bar-current')!;

const linkOf = new Map<Element, HTMLAnchorElement>();
for (const link of links) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) linkOf.set(heading, link);
}

function markRead(read: HTMLAnchorElement): void {
  for (const link of links) {
    if (link === read) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  shown.textContent = read.textContent!.trim();
}

/** Headings whose top is above the reader's line, a quarter down the window: the last of them opened what is read. */
const above = new Set<Element>();
const readers = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) above.add(target);
      else above.delete(target);
    }
    const last = [...linkOf.keys()].filter((heading) => above.has(heading)).at(-1);
    markRead((last && linkOf.get(last)) ?? links[0]!);
  },
  // From far above the window down to that line: a heading that was read stays within.
  { rootMargin: '1000000px 0px -75% 0px' },
);
for (const heading of linkOf.keys()) readers.observe(heading);

const close = () => {
  list.open = false;
};
for (const link of links) link.addEventListener('click', close);
addEventListener('click', ({ target }) => {
  if (!list.contains(target as Node)) close();
});
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !list.open) return;
  const hadFocus = list.contains(document.activeElement);
  close();
  if (hadFocus) list.querySelector('summary')!.focus();
});

export {};

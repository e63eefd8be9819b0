/**
 * The presenter's window: the notes of the section that the page shows, the minutes planned for it and those that have passed. It
 * follows the page as it is scrolled; the page itself shows nothing of it.
 */

interface Section {
  title: string;
  /** Where it begins. */
  heading: Element;
  minutes: number;
  notes: DocumentFragment[];
}

/** How far down the window a heading may stand for its section to be the one that is shown. */
const readingLine = 0.4;

/** The sections of the page that have notes, or minutes. */
function sectionsOfPage(): Section[] {
  const sections: Section[] = [];
  const heading = document.querySelector('h1')!;
  let current: Section = { title: heading.textContent.trim(), heading, minutes: 0, notes: [] };
  sections.push(current);
  for (const element of document.querySelectorAll('.prose h2, .prose template[data-speak]')) {
    if (element instanceof HTMLTemplateElement) {
      current.minutes += Number(element.dataset['minutes'] ?? 0);
      current.notes.push(element.content);
    } else
      sections.push(
        (current = { title: element.textContent.trim(), heading: element, minutes: 0, notes: [] }),
      );
  }
  return sections;
}

const styles = `
  body { margin: 0; padding: 1.5rem 2rem; font: 1.25rem/1.5 system-ui, sans-serif; color: #1d1a16; background: #fdfcf9; }
  h1 { margin: 0 0 0.5rem; font-size: 1.5rem; }
  .clock { display: flex; gap: 2rem; font-variant-numeric: tabular-nums; color: #403d37; }
  .next { color: #534f49; }
  button { font: inherit; }
  @media (prefers-color-scheme: dark) { body { color: #eeebe5; background: #16181a; } .clock, .next { color: #cac7c0; } }
`;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function openPresenter(): void {
  const sections = sectionsOfPage();
  const presenter = window.open('', 'presenter', 'popup,width=720,height=800');
  if (!presenter) {
    openButton.textContent = 'This browser does not let the page open a window. Allow it, and press again.';
    return;
  }
  const view = presenter.document;
  view.title = document.title;
  const make = (tag: string, className = ''): HTMLElement =>
    Object.assign(view.createElement(tag), { className });
  const [style, title, clocks, notes, next] = [
    make('style'),
    make('h1'),
    make('p', 'clock'),
    make('div'),
    make('p', 'next'),
  ];
  const [elapsed, planned, again] = [make('span'), make('span'), make('button')];
  style.textContent = styles;
  again.textContent = 'Start the clock anew';
  clocks.append(elapsed, planned, again);
  view.head.replaceChildren(style);
  view.body.replaceChildren(title, clocks, notes, next);

  const total = sections.reduce((sum, { minutes }) => sum + minutes, 0);
  let shown: Section | undefined;
  let startMs = performance.now();
  again.addEventListener('click', () => {
    startMs = performance.now();
    tell();
  });

  function follow(): void {
    const line = window.innerHeight * readingLine;
    const at = sections.findLastIndex(({ heading }) => heading.getBoundingClientRect().top <= line);
    const section = sections[Math.max(at, 0)]!;
    if (section === shown) return;
    shown = section;
    title.textContent = section.title;
    notes.replaceChildren(...section.notes.map((note) => view.importNode(note, true)));
    if (section.notes.length === 0) notes.textContent = 'No notes for this section.';
    const following = sections[Math.max(at, 0) + 1];
    next.textContent = following ? `Next: ${following.title}` : 'The last section of this page.';
    const before = sections.slice(0, Math.max(at, 0) + 1).reduce((sum, { minutes }) => sum + minutes, 0);
    planned.textContent = `Planned: ${section.minutes} min here, ${before} of ${total} min by its end`;
  }
  function tell(): void {
    elapsed.textContent = `${clock((performance.now() - startMs) / 1000)} passed`;
  }

  follow();
  tell();
  window.addEventListener('scroll', follow, { passive: true });
  const ticking = setInterval(() => {
    if (presenter.closed) {
      clearInterval(ticking);
      window.removeEventListener('scroll', follow);
    } else tell();
  }, 1000);
  window.addEventListener('pagehide', () => clearInterval(ticking), { once: true });
}

const openButton = document.createElement('button');
openButton.type = 'button';
openButton.className = 'presenter-open';
openButton.textContent = 'Open the presenter’s window';
openButton.addEventListener('click', openPresenter);
document.querySelector('.page-title > div:last-child')?.append(openButton);

/**
 * Shows in the figures what the text speaks of: while a <Quantity> word is pointed at, focused or pressed, the parts of
 * figures that bear its name stand out and the rest of their plot steps back.
 *
 * It is done by one rule in a style sheet of its own, not by marking elements: figures redraw themselves, and what they
 * draw anew is shown like the rest. src/styles says what standing out means, by the two properties set here.
 */
export {}; // a module of its own, not part of the page's global scope

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let pressed: HTMLElement | undefined;

const partsOf = (name: string) => `[data-quantity~="${CSS.escape(name)}"]`;

function show(word: HTMLElement | undefined): void {
  const parts = word && partsOf(word.dataset['of']!);
  sheet.replaceSync(
    parts ? `.plot:has(${parts}) { --beside: 0.3 } ${parts} { --beside: 1; --shown: 1px }` : '',
  );
}

function press(word: HTMLElement | undefined): void {
  pressed?.setAttribute('aria-pressed', 'false');
  pressed = word === pressed ? undefined : word;
  pressed?.setAttribute('aria-pressed', 'true');
  show(pressed);
  if (pressed) bringIntoView([...document.querySelectorAll(partsOf(pressed.dataset['of']!))], pressed);
}

/** Scrolls to the figure that is nearest to the word, if no part can be seen from here. */
function bringIntoView(parts: Element[], word: HTMLElement): void {
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const isSeen = (part: Element) => topOf(part) > 0 && part.getBoundingClientRect().bottom < innerHeight;
  if (parts.some(isSeen)) return;
  const distance = (part: Element) => Math.abs(topOf(part) - topOf(word));
  const nearest = parts.toSorted((a, b) => distance(a) - distance(b))[0];
  nearest?.closest('.plot, table, figure')?.scrollIntoView({ block: 'center' });
}

for (const word of document.querySelectorAll<HTMLElement>('.quantity')) {
  if (!document.querySelector(partsOf(word.dataset['of']!))) continue;
  word.role = 'button';
  word.tabIndex = 0;
  word.title = 'Show it in the figure';
  word.setAttribute('aria-pressed', 'false');
  word.addEventListener('pointerenter', (event) => {
    if (event.pointerType === 'mouse') show(word);
  });
  word.addEventListener('pointerleave', () => show(pressed));
  word.addEventListener('focus', () => {
    if (word.matches(':focus-visible')) show(word);
  });
  word.addEventListener('blur', () => show(pressed));
  word.addEventListener('click', () => press(word));
  word.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      press(word);
    }
    if (event.key === 'Escape' && pressed) press(pressed);
  });
}

/**
 * Explains a term, a number or a citation where it stands: on hover, on focus, or on the first tap.
 *
 * Without scripts these are plain links (to the glossary, the facts, the references) whose title says the same.
 * One popover serves the page; it is made on first use.
 */
const delayMs = 150;

let popover: HTMLElement | undefined;
let shownFor: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const triggerOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('a[data-explains]') : null;

function show(trigger: HTMLElement): void {
  clearTimeout(timer);
  if (shownFor === trigger) return;
  hide();
  popover ??= createPopover();
  // The browser's own tooltip would cover ours.
  if (trigger.title) {
    trigger.dataset['explanation'] = trigger.title;
    trigger.removeAttribute('title');
  }
  const name = document.createElement('strong');
  name.textContent = trigger.dataset['explains'] ?? '';
  popover.replaceChildren(name, trigger.dataset['explanation'] ?? '');
  trigger.setAttribute('aria-describedby', popover.id);
  popover.showPopover();
  place(popover, trigger);
  shownFor = trigger;
}

function hide(): void {
  clearTimeout(timer);
  shownFor?.removeAttribute('aria-describedby');
  shownFor = undefined;
  if (popover?.matches(':popover-open')) popover.hidePopover();
}

function createPopover(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'explanation';
  element.className = 'explanation';
  element.setAttribute('role', 'tooltip');
  element.popover = 'manual';
  element.addEventListener('pointerenter', () => clearTimeout(timer));
  element.addEventListener('pointerleave', hide);
  document.body.append(element);
  return element;
}

/** Below the first line of the trigger, or above it where there is no room; always inside the window. */
function place(element: HTMLElement, trigger: HTMLElement): void {
  const line = trigger.getClientRects()[0] ?? trigger.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(16, Math.min(line.left, document.documentElement.clientWidth - width - 16));
  const below = line.bottom + 8;
  const top = below + height > window.innerHeight ? Math.max(8, line.top - height - 8) : below;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

let touched = false;

document.addEventListener('pointerdown', (event) => {
  touched = event.pointerType === 'touch';
  if (touched && !triggerOf(event.target)) hide();
});
document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const trigger = triggerOf(event.target);
  if (!trigger) return;
  clearTimeout(timer);
  timer = setTimeout(() => show(trigger), delayMs);
});
document.addEventListener('pointerout', (event) => {
  if (event.pointerType !== 'mouse' || !triggerOf(event.target)) return;
  clearTimeout(timer);
  timer = setTimeout(hide, delayMs);
});
document.addEventListener('focusin', (event) => {
  const trigger = triggerOf(event.target);
  if (trigger && !touched) show(trigger);
});
document.addEventListener('focusout', (event) => {
  if (triggerOf(event.target)) hide();
});
document.addEventListener('click', (event) => {
  const trigger = triggerOf(event.target);
  if (!trigger || !touched || shownFor === trigger) return;
  event.preventDefault();
  show(trigger);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
document.addEventListener('scroll', hide, { passive: true });

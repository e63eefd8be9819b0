/** Lays out what LayOutLater.astro left: a little at a time while the page is at rest, or all of it when something asks for a place. */

/** As in src/styles/lays-out-later.css. */
const pieces = [
  '.prose > :nth-child(n + 4):not(.bench, .exercises, .has-fields)',
  '.in-turn > :not(.bench-sweep)',
  '.exhibit-body > :not(.exhibit-controls, .faded-pass)',
  ':is(.small-pictures, .slope-profiles, .fact-list) > *',
].join(', ');
const root = document.documentElement;
const left = root.classList.contains('lays-out-later') ? [...document.querySelectorAll(pieces)] : [];

const layOut = (piece: Element) => piece.classList.add('laid-out');

/** Elements that a slow phone lays out without a pause that anyone would feel. */
const atOnce = 60;

/** The next pieces, few enough to be laid out at once; then it waits for the next moment of rest. */
function layOutNext(): void {
  for (let elements = 0; elements < atOnce;) {
    const piece = left.shift();
    if (!piece) {
      finish();
      return;
    }
    layOut(piece);
    // Pieces within a piece wait for a turn of their own.
    if (!piece.querySelector(pieces)) elements += 1 + piece.querySelectorAll('*').length;
  }
  requestIdleCallback(layOutNext);
}

/** The page is whole, and the typefaces of what stands at its head are there: before that, each would have all laid out anew. */
async function onceLoaded(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
  await document.fonts.ready;
}

function layOutAll(): void {
  left.splice(0).forEach(layOut);
  finish();
}

/** Says so to whoever waits for it. The class stays: without it every rule about it would be asked again. */
function finish(): void {
  root.dataset['laidOut'] = '';
}

if (root.classList.contains('lays-out-later')) {
  void onceLoaded().then(() => requestIdleCallback(layOutNext));
  // A place inside the page is where it is only once all above it is laid out: for a link to it, and for any key, since
  // Tab, End and the search of the browser lead there too. And paper has no rest to come.
  addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element && target.closest('a');
      if (link && link.hash && link.pathname === location.pathname) layOutAll();
    },
    true,
  );
  addEventListener('keydown', layOutAll, { capture: true, once: true });
  addEventListener('beforeprint', layOutAll);
}

export {};

/**
 * Fills the search dialog when a reader opens it. Its interface is a quarter of a page's JavaScript, and most readers never open it.
 */
import { pagefindUserConfig } from 'virtual:starlight/pagefind-config';

const site = document.querySelector<HTMLElement>('site-search');
const place = site?.querySelector('#starlight__search');
const dialog = site?.querySelector('dialog');
const opener = site?.querySelector('button[data-open-modal]');

// There is no place for it where the book is being written: the index is made when the book is built.
if (site && place && dialog && opener) {
  let loading: Promise<void> | undefined;
  const load = () => {
    // A browser need not ask again for a module that it could not get, and Chromium does not.
    loading ??= fill(site, place).catch(() => {
      place.textContent = 'The search could not be loaded. Reload the page to try again.';
    });
    return loading;
  };
  const open = () => {
    if (!loading) place.textContent = 'Loading the search …';
    void load().then(() => place.querySelector('input')?.focus());
  };
  // On the way to it, so that it is there when it opens.
  for (const approach of ['pointerenter', 'focus']) opener.addEventListener(approach, () => void load());
  new MutationObserver(() => {
    if (dialog.open) open();
  }).observe(dialog, { attributeFilter: ['open'] });
  // It may have been opened before this script was there.
  if (dialog.open) open();
}

async function fill(site: HTMLElement, place: Element): Promise<void> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const [{ PagefindUI }, { showFoundPages }] = await Promise.all([
    import('@pagefind/default-ui'),
    import('./found-pages.ts'),
  ]);
  const asked = await showFoundPages(`${base}/search.json`);
  place.textContent = '';
  new PagefindUI({
    ...pagefindUserConfig,
    element: '#starlight__search',
    baseUrl: import.meta.env.BASE_URL,
    // It is asked for as a module, whose address a script in another folder would take for one beside itself.
    bundlePath: new URL(`${base}/pagefind/`, document.baseURI).href,
    showImages: false,
    showSubResults: true,
    translations: JSON.parse(site.dataset['translations'] ?? '{}') as Record<string, string>,
    processTerm: asked.wordsFor,
    processResult: asked.judge,
  });
  asked.placeIn(place);
}

/**
 * Stands in for the search's interface (astro.config.mjs puts it there), which Starlight loads with every page: it is a quarter of
 * a page's JavaScript, and most readers never open it. This one waits for a reader who does.
 */
type Options = Record<string, unknown> & { element: string };
type Interface = new (options: Options) => unknown;

/** Starlight calls it with `new`, as it would the package's class of this name. */
export function PagefindUI(options: Options): void {
  const place = document.querySelector(options.element);
  const dialog = place?.closest('dialog');
  const opener = document.querySelector('button[data-open-modal]');
  if (!place || !dialog || !opener) return;

  let loading: Promise<void> | undefined;
  const load = () => {
    loading ??= loadInto(place, options).catch(() => {
      loading = undefined;
      place.textContent = 'The search could not be loaded. Close it and open it to try again.';
    });
    return loading;
  };
  // On the way to it, so that it is there when it opens.
  for (const approach of ['pointerenter', 'focus']) opener.addEventListener(approach, () => void load());
  new MutationObserver(() => {
    if (dialog.open) void load().then(() => place.querySelector('input')?.focus());
  }).observe(dialog, { attributeFilter: ['open'] });
}

async function loadInto(place: Element, options: Options): Promise<void> {
  // The package brings no types.
  const { PagefindUI: Real } = (await import('@pagefind/default-ui')) as { PagefindUI: Interface };
  place.textContent = '';
  new Real(options);
}

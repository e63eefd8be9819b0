/**
 * Exhibits in links, on every page: what the address says of one of them is put into it, and a press on Share opens its
 * panel. What does either is loaded only then.
 */
const isEmbed = document.body.classList.contains('embed');

if (isEmbed ? /[?#]./.test(location.href) : /[?&]exhibit=/.test(location.search))
  void import('./assign.ts').then(({ assign }) => assign(isEmbed));

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('.share-button');
  if (button) void import('./share-panel.tsx').then(({ toggleShare }) => toggleShare(button));
});

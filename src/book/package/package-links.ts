/** In a page of a package, whose addresses all begin at the package's root: a link into the page stays there, and one to a folder names its page. */
// Its exhibits have no address that could be handed on (components/ui/share/share.css).
document.documentElement.dataset['packaged'] = '';

addEventListener(
  'click',
  (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    const address = link?.getAttribute('href');
    if (!link || !address || event.defaultPrevented) return;
    if (address.startsWith('#')) {
      event.preventDefault();
      location.hash = address;
      return;
    }
    const url = new URL(address, document.baseURI);
    if (url.origin !== location.origin || !url.pathname.endsWith('/')) return;
    url.pathname += 'index.html';
    link.setAttribute('href', url.href);
  },
  true,
);

/**
 * The path under which the book is built and served, with a slash at both ends.
 *
 * @param base Defaults to the environment's BOOK_BASE, else "/".
 */
export function bookBase(base = process.env['BOOK_BASE'] ?? '/'): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

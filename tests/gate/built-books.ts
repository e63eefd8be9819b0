import { bookBase } from './book-base.ts';

/** A built book: where it lies, and where its pages think they are. */
export interface BuiltBook {
  directory: string;
  site: string;
  /** Has a slash at both ends. */
  base: string;
}

/** The book that is served, published and tested in the browser. */
export const book: BuiltBook = {
  directory: 'dist',
  site: process.env['BOOK_SITE'] ?? 'http://localhost:4321',
  base: bookBase(),
};

/** The same book built for a path on a host, as on GitHub Pages. The gate builds it to check its links. */
export const bookUnderPath: BuiltBook = {
  directory: '.cache/book-under-a-path',
  site: 'https://host.example',
  base: '/under/a-path/',
};

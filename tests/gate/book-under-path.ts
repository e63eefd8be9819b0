/** The same book built for a path on a host, as on GitHub Pages: where it lies, and where its pages think they are. */
export const bookUnderPath = {
  directory: '.cache/book-under-a-path',
  site: 'https://host.example',
  /** Has a slash at both ends. */
  base: '/under/a-path/',
};

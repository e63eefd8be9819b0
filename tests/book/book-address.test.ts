import { expect, it } from 'vitest';
import { bookAddress } from '../../src/book/book-address.ts';

const atHome = { site: 'http://localhost:4321', base: '/' };

it.each([
  [{}, atHome],
  [{ BOOK_ADDRESS: '', BOOK_SITE: '', BOOK_BASE: '' }, atHome],
  [
    { BOOK_SITE: 'https://a.example', BOOK_BASE: 'teach/nn' },
    { site: 'https://a.example', base: '/teach/nn/' },
  ],
  [
    { BOOK_SITE: 'https://a.example', BOOK_BASE: '' },
    { site: 'https://a.example', base: '/' },
  ],
  [{ BOOK_ADDRESS: 'https://a.gitlab.io/group/nn' }, { site: 'https://a.gitlab.io', base: '/group/nn/' }],
  [{ BOOK_ADDRESS: 'https://nn-1a2b.gitlab.io' }, { site: 'https://nn-1a2b.gitlab.io', base: '/' }],
  // The whole address goes before its parts.
  [
    { BOOK_ADDRESS: 'http://b.example:8080/x/', BOOK_BASE: '/y' },
    { site: 'http://b.example:8080', base: '/x/' },
  ],
])('reads %j', (environment, address) => {
  expect(bookAddress(environment)).toEqual(address);
});

it('refuses what is no address, and says which variable holds it', () => {
  expect(() => bookAddress({ BOOK_ADDRESS: 'teacher.github.io/nn' })).toThrow(
    'BOOK_ADDRESS is "teacher.github.io/nn"; expected',
  );
  expect(() => bookAddress({ BOOK_SITE: 'file:///tmp' })).toThrow('BOOK_SITE is "file:///tmp"');
});

// A module that is made while the book is built cannot import by a relative path, only name types so.
/* eslint-disable @typescript-eslint/consistent-type-imports */

/** The program that the course names for its first page, in two variants (src/book/first-page-programs.ts). */
declare module 'virtual:first-page-programs' {
  type Program = import('../../../src/lab/index.ts').Program;
  export const broken: Program;
  export const mended: Program;
}

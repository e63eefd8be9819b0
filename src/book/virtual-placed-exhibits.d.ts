// A module that is made while the book is built cannot import by a relative path, only name types so.
/* eslint-disable @typescript-eslint/consistent-type-imports */

/** The exhibits of the course's pages (placed-exhibits.ts). */
declare module 'virtual:placed-exhibits' {
  export const exhibits: import('./placed-exhibits.ts').PlacedExhibit[];
}

/** The components of their tags. */
declare module 'virtual:placed-exhibits/components' {
  export const components: Record<string, (props: Record<string, unknown>) => unknown>;
}

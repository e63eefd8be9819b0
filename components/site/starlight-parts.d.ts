/** Starlight's own parts, or the book's in their place. Starlight gives them no types; none of them takes properties. */
declare module 'virtual:starlight/components/*' {
  const Part: (properties: Record<string, never>) => unknown;
  export default Part;
}

/** The search's interface: a package without types (late-search.ts says what is used of it). */
declare module '@pagefind/default-ui';

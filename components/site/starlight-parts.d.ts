/** Starlight's own parts, or the book's in their place. Starlight gives them no types; none of them takes properties. */
declare module 'virtual:starlight/components/*' {
  const Part: (properties: Record<string, never>) => unknown;
  export default Part;
}

/** What astro.config.mjs says of the search. */
declare module 'virtual:starlight/pagefind-config' {
  export const pagefindUserConfig: Record<string, unknown>;
}

/** The search's interface: a package without types (search-dialog.ts says what is used of it). */
declare module '@pagefind/default-ui' {
  export const PagefindUI: new (options: Record<string, unknown>) => unknown;
}

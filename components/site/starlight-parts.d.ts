/** Starlight's own parts, or the book's in their place. Starlight gives them no types; none of them takes properties. */
declare module 'virtual:starlight/components/*' {
  const Part: (properties: Record<string, never>) => unknown;
  export default Part;
}

/**
 * Stands in for the search's interface (astro.config.mjs puts it there), which Starlight makes with every page when the browser is
 * at rest. That is late: on a page that is still being laid out, a reader who opens the search at once would look at an empty
 * dialog. search-dialog.ts makes it when it is opened, and only then.
 */
export function PagefindUI(): void {}

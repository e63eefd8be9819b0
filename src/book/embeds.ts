/** Whether the book has a page for each exhibit alone, to be embedded elsewhere: not in a package for an LMS, which has no address. */
export const hasEmbeds = (): boolean => process.env['BOOK_EMBEDS'] !== 'no';

/** Whether an address is that of such a page. @param path Begins at the book's root. */
export const isEmbed = (path: string): boolean => path.startsWith('/embed/');

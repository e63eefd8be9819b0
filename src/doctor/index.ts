/** What the doctors show to the pages: the files to save, how they are called, and one run. For when a page is built. */
export { keptDoctors } from './kept-doctors.ts';
export { doctorExample, doctorUses } from './shown.ts';

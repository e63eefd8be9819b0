/** A door of its own, loaded with the first check: what weighs a program is heavier than a page without it. */
export { gradeProgram } from '../../../src/book/index.ts';

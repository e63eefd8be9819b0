/** As many of a page's phrases stand below its title; the others at its end, so that its first screen can answer. */
export const shownFirst = 4;

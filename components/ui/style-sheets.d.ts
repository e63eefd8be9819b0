/** A part of the page imports the style sheet that lies beside it. */
declare module '*.css';

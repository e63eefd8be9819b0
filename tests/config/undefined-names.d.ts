/** Names that a broken program uses without defining them: for their authors too, nothing failed before a call. */
declare const x: number;

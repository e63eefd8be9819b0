// A wildcard module cannot import by a relative path, only name types so.
/* eslint-disable @typescript-eslint/consistent-type-imports */

/** A case's program in one of its variants (src/book/program-variants.ts), made when the book is built. */
declare module '*?variant=as-posted' {
  type Program = import('../../../src/lab/index.ts').Program;
  export const data: import('../../../src/lab/index.ts').DataSet;
  export const learningRate: number;
  export const epochs: number;
  export const updatesPerEpoch: number;
  export const create: Program['create'];
  export const update: Program['update'];
  export const predict: Program['predict'];
  export const layers: Program['layers'];
}
declare module '*?variant=leaky-line' {
  export * from '*?variant=as-posted';
}

// Where Expressive Code looks for its options: those with a plugin cannot be handed over by astro.config.mjs.
export { codeBlocks as default } from './src/book/code-blocks.ts';

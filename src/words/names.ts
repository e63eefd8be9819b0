/** Names of settings and activations, which stand at the head of a line. A language whose nouns keep their capitals has its own. */

/** As it is said within a sentence: "learning rate", "leaky ReLU"; "ReLU", "XOR" and "L2 penalty" stay as they are. */
export const nameInSentence = (name: string): string =>
  name.replace(/^\p{Lu}(?=\p{Ll}*(?![\p{L}\p{N}]))/u, (first) => first.toLowerCase());

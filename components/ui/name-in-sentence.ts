/** A name as it stands within a sentence: "Leaky ReLU" begins small there, and "ReLU", "ELU" and "SiLU" stay as they are. */
export const nameInSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** What authors write in plain text: words in YAML, with `code` in backticks and {a.fact.id} where a measured number belongs. */

/**
 * Puts the numbers into words, and the apostrophes and quotation marks of print; what stands in backticks stays, with them.
 *
 * @param factText The text of a fact's value, for its id; it throws on an unknown one.
 */
export function filledWords(words: string, factText: (id: string) => string): string {
  return printed(words.trim().replace(/\{([a-z0-9][a-z0-9.+-]*)\}/g, (_, id: string) => factText(id)));
}

function printed(words: string): string {
  let isOpen = false;
  return words.replace(/`[^`]*`|"|(?<=\p{L})'(?=\p{L})/gu, (found) => {
    if (found === "'") return '’';
    if (found !== '"') return found;
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

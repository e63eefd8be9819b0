/** What authors write in plain text: words in YAML, with `code` in backticks and {a.fact.id} where a measured number belongs; and lists in tags. */

/**
 * Puts the numbers into words; the backticks stay.
 *
 * @param factText The text of a fact's value, for its id; it throws on an unknown one.
 */
export function filledWords(words: string, factText: (id: string) => string): string {
  return words.trim().replace(/\{([a-z0-9][a-z0-9.-]*)\}/g, (_, id: string) => factText(id));
}

/** The names in a list with commas between them: "a, b". */
export function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The plain-text notation of words in YAML: `code` in backticks, {a.fact.id} where a measured number belongs. */

/**
 * Puts the numbers into words; the backticks stay.
 *
 * @param factText The text of a fact's value, for its id; it throws on an unknown one.
 */
export function filledWords(words: string, factText: (id: string) => string): string {
  return words.trim().replace(/\{([a-z0-9][a-z0-9.-]*)\}/g, (_, id: string) => factText(id));
}

import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { whole } from '../whole.ts';

/** Its visible text is its name, "Search", and a keyboard hint, which aria-keyshortcuts tells to those who cannot see it. */
const isSearchButton = (html: string) => html.includes('aria-keyshortcuts="Control+K"');

const options: RunOptions = {
  resultTypes: ['violations'],
  iframes: false,
  // Only rules that are off look into style sheets.
  preload: false,
  rules: {
    // Text at 7 to 1, and at 4.5 to 1 where it is large: what holds there holds for the milder rule. It takes as long as all others
    // together; in the gate faint-text.ts, which looks at more, looks alone.
    'color-contrast': { enabled: false },
    'color-contrast-enhanced': { enabled: whole },
    // As long as half of all others; in the gate links-like-text.ts looks alone.
    'link-in-text-block': { enabled: whole },
  },
};

/** The rules whose answer depends on how wide the window is. */
const rulesOfWidth = ['target-size', 'scrollable-region-focusable'];

/**
 * What axe finds wrong with a page as it stands.
 *
 * @param rules "of-width" where the page has been looked at whole in another width, and only its layout has changed.
 */
export async function axeViolations(page: Page, rules: 'all' | 'of-width' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults, RunOptions>(
    (runOptions) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, runOptions),
    rules === 'all' ? options : { ...options, rules: {}, runOnly: rulesOfWidth },
  );
  return results.violations.flatMap((violation) =>
    violation.nodes
      .filter((node) => !(violation.id === 'label-content-name-mismatch' && isSearchButton(node.html)))
      .map((node) => [violation.id, node.failureSummary, node.html.slice(0, 200)].join(': ')),
  );
}

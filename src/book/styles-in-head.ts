/**
 * Puts every style sheet of a built page into its head.
 *
 * The code blocks bring theirs where the first of them stands. A style sheet that arrives amid the page has a browser style
 * everything before it once more.
 */

const styleSheet = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** @returns the page with the style sheets of its body in its head, each once, after those that are there. */
export function withStylesInHead(html: string): string {
  const [head, ...rest] = html.split('</head>');
  if (rest.length === 0) return html;
  const body = rest.join('</head>');
  const addresses = (part: string) =>
    part.match(styleSheet)?.map((link) => /href="([^"]*)"/.exec(link)?.[1]) ?? [];
  const missing = new Set(addresses(body)).difference(new Set(addresses(head!)));
  const links = [...missing].map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  return `${head}${links}</head>${body.replace(styleSheet, '')}`;
}

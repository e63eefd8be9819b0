import type { Page } from 'playwright-core';

/**
 * Text that stands out from its ground by less than 7 to 1, or by less than 4.5 to 1 where it is large (WCAG 1.4.6).
 *
 * axe asks the same with what lies over and under each other taken into account, but passes over much in silence: the text of an
 * SVG, which is filled, text with a shadow, what a style sheet writes before or after an element. So here every text is held against the
 * first grounds that its own ancestors paint.
 */
export function faintText(page: Page): Promise<string[]> {
  return page.evaluate(findFaintText);
}

/** Runs in the page. */
function findFaintText(): string[] {
  type Colour = [r: number, g: number, b: number, opacity: number];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, Colour>();
  /** A colour in any notation, its parts from 0 to 1. */
  const read = (text: string): Colour => {
    let colour = known.get(text);
    if (!colour) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      colour = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255) as Colour;
      known.set(text, colour);
    }
    return colour;
  };
  const over = (top: Colour, opacity: number, ground: Colour): Colour =>
    [
      ...([0, 1, 2] as const).map((i) => top[i] * opacity + ground[i] * (1 - opacity)),
      1,
    ] as unknown as Colour;
  const luminance = (colour: Colour): number => {
    const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const grounds = new Map<Element, Colour>();
  const groundOf = (element: Element | null): Colour => {
    if (!element) return [1, 1, 1, 1];
    let ground = grounds.get(element);
    if (!ground) {
      const own = read(styleOf(element).backgroundColor);
      ground = own[3] === 1 ? own : over(own, own[3], groundOf(element.parentElement));
      grounds.set(element, ground);
    }
    return ground;
  };
  const opacityOf = (element: Element | null): number =>
    element ? Number(styleOf(element).opacity) * opacityOf(element.parentElement) : 1;

  const found = new Set<string>();
  const look = (element: Element, style: CSSStyleDeclaration, text: string): void => {
    const isDrawn = element instanceof SVGElement;
    const ink = read(isDrawn ? style.fill : style.color);
    const ground = groundOf(element);
    const seen = over(ink, ink[3] * opacityOf(element), ground);
    const [dark, light] = [luminance(seen), luminance(ground)].sort((a, b) => a - b) as [number, number];
    const contrast = (light + 0.05) / (dark + 0.05);
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    const pixels = parseFloat(style.fontSize) * scale;
    const isLarge = pixels >= 24 || (Number(style.fontWeight) >= 700 && pixels >= 18.66);
    if (contrast < (isLarge ? 4.5 : 7))
      found.add(
        `${contrast.toFixed(2)} to 1: “${text}” in ${(element.cloneNode(false) as Element).outerHTML.slice(0, 160)}`,
      );
  };

  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own
      .map((node) => node.textContent)
      .join('')
      .trim();
    if (text !== '') {
      const { width, height } = element.getBoundingClientRect();
      if (width > 2 && height > 2) look(element, styleOf(element), text.slice(0, 60));
    }
    for (const part of ['::before', '::after']) {
      const style = getComputedStyle(element, part);
      const [, written] = /^"(.*?)"/.exec(style.content) ?? [];
      if (written?.trim()) look(element, style, written);
    }
  }
  return [...found];
}

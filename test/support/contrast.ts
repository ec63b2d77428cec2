import type { Page } from 'playwright-core';

/** Runs in the page: each text with its colour, the ground behind it, and their contrast by WCAG 2.2. */
const MEASURE = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => { const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
      if (a > 0.99) return [r, g, b];
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || parseFloat(style.fontSize) < 2 || !element.getClientRects().length) continue;
    const [a, b] = [light(parse(style.color)), light(groundOf(element))];
    const opacity = Number(style.opacity);
    found.push({ text: walker.currentNode.data.trim().slice(0, 40), contrast: opacity < 1 ? 0 : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
  }
  return found;
})()`;

/** The text of the page that is hardest to read, with its contrast; 4.5 is the least for text of this size. */
export async function leastContrast(page: Page): Promise<{ readonly text: string; readonly contrast: number }> {
  const found = await page.evaluate<{ text: string; contrast: number }[]>(MEASURE);
  const [least] = found.toSorted((a, b) => a.contrast - b.contrast);
  if (!least) throw new Error('the page has no text');
  return least;
}

/** As much of CSS as looks of letters need: declarations, simple selectors, sizes and colours. */

export type Declarations = ReadonlyMap<string, string>;

const STYLE_MOST = 2000;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** `a: b; c: d`. Semicolons inside quotes or brackets end nothing. */
export function declarations(text: string): Declarations {
  const found = new Map<string, string>();
  // Nobody writes longer ones by hand, and whoever writes them otherwise wants to be read slowly.
  for (const part of text
    .slice(0, STYLE_MOST)
    .replaceAll(COMMENT, '')
    .match(/(?:\([^)]*\)|"[^"]*"|'[^']*'|[^;])+/g) ?? []) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim();
    found.set(part.slice(0, colon).trim().toLowerCase(), value);
  }
  return found;
}

export interface CssRule {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly weight: number;
  readonly style: Declarations;
  /** Offset of its declarations in the sheet. */
  readonly at: number;
}

/**
 * The rules of a style sheet. Of a selector its last simple part counts (`.a h1` is taken for `h1`), which may find a letter too large
 * where it is not shown so, and never the other way round. Conditional blocks (@media) are left out.
 */
export function readSheet(sheet: string): CssRule[] {
  const css = withoutAtBlocks(sheet.replaceAll(COMMENT, (all) => ' '.repeat(all.length)));
  const rules: CssRule[] = [];
  for (let from = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', from)) {
    const close = css.indexOf('}', open);
    if (close < 0) break;
    const style = declarations(css.slice(open + 1, close));
    for (const selector of css.slice(from, open).split(',')) {
      const rule = ruleOf(selector, style, open + 1);
      if (rule) rules.push(rule);
    }
    from = close + 1;
  }
  return rules.sort((a, b) => a.weight - b.weight);
}

function ruleOf(selector: string, style: Declarations, at: number): CssRule | undefined {
  const last =
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? '';
  if (last === '' || /[:[]/.test(last)) return undefined;
  const tag = /^[a-z][a-z\d]*/i.exec(last)?.[0].toLowerCase() ?? '';
  const id = /#([\w-]+)/.exec(last)?.[1] ?? '';
  const classes = [...last.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return { tag, id, classes, weight: (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0), style, at };
}

/** Blanks out `@media … { … }` and the like, keeping every place. */
function withoutAtBlocks(css: string): string {
  let out = '';
  for (let i = 0; i < css.length; ) {
    if (css[i] !== '@') {
      out += css[i++];
      continue;
    }
    let depth = 0;
    const start = i;
    for (; i < css.length; i++) {
      if (css[i] === '{') depth++;
      else if (css[i] === '}' && --depth === 0) break;
      else if (css[i] === ';' && depth === 0) break;
    }
    i++;
    out += ' '.repeat(i - start);
  }
  return out;
}

const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };

/** A font size in pixels, or undefined for what is none. `parent` is what em and % refer to, `root` what rem does. */
export function fontSize(value: string, parent: number, root: number): number | undefined {
  const word = value.trim().toLowerCase();
  if (word in KEYWORDS) return KEYWORDS[word];
  if (word === 'larger') return parent * 1.2;
  if (word === 'smaller') return parent / 1.2;
  const [, number = '', unit = ''] = /^([+]?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/.exec(word) ?? [];
  if (number === '') return undefined;
  const n = Number(number);
  if (unit === 'em') return n * parent;
  if (unit === '%') return (n * parent) / 100;
  if (unit === 'rem') return n * root;
  const factor = UNITS[unit];
  return factor === undefined ? (n === 0 ? 0 : undefined) : n * factor;
}

/** The size and weight that `font: …` holds. */
export const fontShorthand = (value: string): { readonly size?: string; readonly bold?: boolean } => {
  const size = value
    .split(/\s+/)
    .find((part) => /^(?:[\d.]+(?:px|pt|em|rem|%|pc|in|cm|mm)|(?:x{1,3}-)?(?:small|large)|medium)(?:\/|$)/i.test(part));
  return {
    ...(size ? { size: size.split('/')[0] ?? size } : {}),
    ...(/\b(?:bold|bolder|[6-9]00)\b/i.test(value) ? { bold: true } : {}),
  };
};

/** Sizes of `<font size>`, 1 to 7; +1 and -1 count from 3. */
const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48];
export function fontElementSize(value: string): number | undefined {
  if (!/^[+-]?\d+$/.test(value.trim())) return undefined;
  const n = Number(value);
  const step = /^[+-]/.test(value.trim()) ? 3 + n : n;
  return FONT_SIZES[Math.min(Math.max(step, 1), 7) - 1];
}

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  dimgray: '#696969',
  darkgray: '#a9a9a9',
  lightgray: '#d3d3d3',
  gainsboro: '#dcdcdc',
  whitesmoke: '#f5f5f5',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  maroon: '#800000',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  lime: '#00ff00',
  aqua: '#00ffff',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  fuchsia: '#ff00ff',
  pink: '#ffc0cb',
  gold: '#ffd700',
  brown: '#a52a2a',
  crimson: '#dc143c',
  darkred: '#8b0000',
  darkblue: '#00008b',
  darkgreen: '#006400',
  royalblue: '#4169e1',
  steelblue: '#4682b4',
  tomato: '#ff6347',
  coral: '#ff7f50',
  violet: '#ee82ee',
  indigo: '#4b0082',
};
const hex = (n: number): string =>
  Math.min(Math.max(Math.round(n), 0), 255)
    .toString(16)
    .padStart(2, '0');

/** `#rrggbb` of a colour, or undefined for what names none (inherit, transparent, a picture). */
export function colourOf(value: string): string | undefined {
  const word = value.trim().toLowerCase();
  if (NAMED[word]) return NAMED[word];
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(word);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const long = /^#([\da-f]{6})(?:[\da-f]{2})?$/.exec(word);
  if (long) return `#${long[1]}`;
  const [, inside] = /^rgba?\(([^)]*)\)$/.exec(word) ?? [];
  const parts = inside
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) * 2.55 : Number(part)));
  return parts?.length === 3 && parts.every(Number.isFinite) ? `#${parts.map(hex).join('')}` : undefined;
}

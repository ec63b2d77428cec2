import type { DefaultTreeAdapterTypes } from 'parse5';
import { type CssRule, type Declarations, declarations, fontElementSize, fontShorthand, fontSize } from './css.ts';
import { LETTER_SIZE } from './types.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** How text looks at a place of an HTML mailing. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly upper: boolean;
}
export const PLAIN: Look = { size: LETTER_SIZE, bold: false, hidden: false, upper: false };

/** What browsers make of titles, against the size around them. */
const TITLES: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 };
export const isTitle = (tag: string): boolean => tag in TITLES;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Everything that is declared for an element, inline style last. */
export function styleOf(element: Element, rules: readonly CssRule[]): Declarations {
  const own = attribute(element, 'style');
  const classes = (attribute(element, 'class') ?? '').split(/\s+/);
  const id = attribute(element, 'id') ?? '';
  const all = new Map<string, string>();
  for (const rule of rules)
    if (
      (rule.tag === '' || rule.tag === element.tagName) &&
      (rule.id === '' || rule.id === id) &&
      rule.classes.every((name) => classes.includes(name))
    )
      for (const [key, value] of rule.style) all.set(key, value);
  if (own !== undefined) for (const [key, value] of declarations(own)) all.set(key, value);
  return all;
}

export function lookOf(element: Element, parent: Look, style: Declarations): Look {
  const tag = element.tagName;
  const font = fontShorthand(style.get('font') ?? '');
  const declared = style.get('font-size') ?? font.size;
  const bySize =
    tag === 'font'
      ? fontElementSize(attribute(element, 'size') ?? '')
      : tag === 'big'
        ? parent.size * 1.2
        : tag === 'small'
          ? parent.size / 1.2
          : isTitle(tag)
            ? parent.size * (TITLES[tag] ?? 1)
            : undefined;
  const size =
    (declared === undefined ? undefined : fontSize(declared, parent.size, LETTER_SIZE)) ?? bySize ?? parent.size;
  const weight = style.get('font-weight')?.toLowerCase();
  const bold =
    weight === undefined
      ? parent.bold || tag === 'b' || tag === 'strong' || font.bold === true
      : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const hidden =
    parent.hidden ||
    attribute(element, 'hidden') !== undefined ||
    style.get('display')?.toLowerCase() === 'none' ||
    style.get('visibility')?.toLowerCase() === 'hidden' ||
    size === 0;
  const transform = style.get('text-transform')?.toLowerCase();
  return { size, bold, hidden, upper: transform === undefined ? parent.upper : transform === 'uppercase' };
}

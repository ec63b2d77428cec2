import { mergeDeep } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, GridRange } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { addFormatArea } from './areas.ts';
import { handler, rangeOf } from './context.ts';

interface Border {
  readonly style?: string;
  readonly width?: number;
  readonly color?: object;
  readonly colorStyle?: { readonly rgbColor?: object };
}

type Side = 'top' | 'bottom' | 'left' | 'right';

interface Asked extends Partial<Record<Side, Border>> {
  readonly range?: GridRange;
  readonly innerHorizontal?: Border;
  readonly innerVertical?: Border;
}

const WIDTHS: Readonly<Record<string, number>> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 };

/** Lines around and inside a range; a side that is left out stays, the style `NONE` takes a line away. */
export const updateBorders = handler<Asked>((edit, asked) => {
  const { range } = asked;
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  const box = checkedBox(range, sheet);
  edit.guard(sheet, box);
  const { r0, r1, c0, c1 } = box;
  const draw = (line: Border | undefined, where: Box, side: Side): void => {
    if (line === undefined || where.r1 <= where.r0 || where.c1 <= where.c0) return;
    const borders = { borders: { [side]: kept(line) } };
    addFormatArea(edit, sheet, rangeOf(sheet, where), (old) => mergeDeep(old, borders));
  };
  draw(asked.top, { ...box, r1: r0 + 1 }, 'top');
  draw(asked.bottom, { ...box, r0: r1 - 1 }, 'bottom');
  draw(asked.left, { ...box, c1: c0 + 1 }, 'left');
  draw(asked.right, { ...box, c0: c1 - 1 }, 'right');
  draw(asked.innerHorizontal, { ...box, r1: r1 - 1 }, 'bottom');
  draw(asked.innerVertical, { ...box, c1: c1 - 1 }, 'right');
  return undefined;
});

function kept({ style = 'NONE', width, color, colorStyle }: Border): object {
  if (style === 'NONE') return { style };
  const rgb = colorStyle?.rgbColor ?? color ?? {};
  return {
    style,
    width: width ?? WIDTHS[style] ?? 1,
    ...(colorStyle && !colorStyle.rgbColor ? { colorStyle } : { color: rgb, colorStyle: { rgbColor: rgb } }),
  };
}

import { imageSize } from 'image-size';
import { dataBytes } from '../document/picture-kind.ts';
import type { Picture } from '../document/types.ts';
import type { Found, Judged, Measured, Rule } from '../rule.ts';
import { excerpt } from '../text.ts';

/** What every mail program shows. */
const SHOWN = new Set(['png', 'jpg', 'gif']);

/** R11: at most one picture of 800 by 600 pixels, by its real bytes and never by an attribute (Q5). A smaller one is the moderator's choice. */
export const picture: Rule = {
  id: 'R11',
  ofText: true,
  judge: (judged) => {
    // A tracking pixel is no picture; P15 speaks about it.
    const pictures = judged.mailing.pictures.filter(({ kind }) => kind !== 'tracker');
    const most = judged.rules.limits.picturesMost;
    const second = pictures[most];
    const found: Found[] = second
      ? [{ code: 'pictures-many', at: second.at, text: named(second), found: pictures.length, allowed: most }]
      : [];
    return [...found, ...pictures.flatMap((one) => judgeOne(one, judged))];
  },
};

const named = ({ source, kind }: Picture): string => (kind === 'data' ? source.slice(0, 30) : excerpt(source));

function judgeOne(one: Picture, { rules: { limits }, pictures }: Judged): Found[] {
  const allowed = `${limits.pictureWidth}×${limits.pictureHeight}`;
  const about = { at: one.at, text: named(one), allowed };
  const found: Found[] =
    one.alt.trim() === '' ? [{ ...about, code: 'picture-alt', found: null, allowed: null, severity: 'warning' }] : [];
  if (one.kind === 'remote') return [...found, { ...about, code: 'picture-remote', found: null }];
  const bytes = one.kind === 'data' ? dataBytes(one.source) : pictures(one);
  if (bytes === 'missing') return [...found, { ...about, code: 'picture-missing', found: null }];
  const size = bytes === undefined || 'width' in bytes ? bytes : measure(bytes);
  if (!size) return [...found, { ...about, code: 'picture-unreadable', found: null }];
  if (!SHOWN.has(size.type))
    return [...found, { ...about, code: 'picture-kind', found: size.type, allowed: 'PNG, JPEG, GIF' }];
  const is = { ...about, found: `${size.width}×${size.height}` };
  if (size.width > limits.pictureWidth || size.height > limits.pictureHeight)
    return [...found, { ...is, code: 'picture-large' }];
  if (size.width < limits.pictureWidth || size.height < limits.pictureHeight)
    return [...found, { ...is, code: 'picture-small', severity: 'warning' }];
  return found;
}

/** Size and kind as a picture is shown: a photograph taken on its side is turned by those who show it. Undefined for bytes that are none. */
export function measure(bytes: Uint8Array): Measured | undefined {
  try {
    const { width, height, orientation, type = '' } = imageSize(bytes);
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width, type }
      : { width, height, type };
  } catch {
    // The library throws a plain error of many wordings for bytes that are no picture, and nothing else can go wrong here.
    return undefined;
  }
}

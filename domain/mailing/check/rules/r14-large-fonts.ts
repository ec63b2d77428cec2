import type { Rule } from '../rule.ts';
import { excerpt } from '../text.ts';
import { letterSize, rounded, tooLarge } from './fonts.ts';

/** R14: no very large fonts in the text. What is larger than a title may be is R16's. */
export const largeFonts: Rule = {
  id: 'R14',
  ofText: true,
  judge: ({ mailing, rules: { limits } }) => {
    const titleMost = (letterSize(mailing) * limits.titleMost) / 100;
    return mailing.blocks
      .filter(({ kind }) => kind === 'paragraph')
      .flatMap(({ pieces }) => {
        const piece = tooLarge(pieces, limits.fontLargest);
        return !piece || tooLarge([piece], titleMost)
          ? []
          : [
              {
                code: 'font-large' as const,
                at: piece.at,
                text: excerpt(piece.text),
                found: rounded(piece.size),
                allowed: limits.fontLargest,
                severity: 'warning' as const,
              },
            ];
      });
  },
};

import type { Rule } from '../rule.ts';
import { excerpt } from '../text.ts';
import { letterSize, rounded, tooLarge } from './fonts.ts';

/** R16: a title at most twice as large as the letters of the text: 2.0 passes, 2.1 does not. What looks like a title is one. */
export const titleSize: Rule = {
  id: 'R16',
  ofText: true,
  judge: ({ mailing, rules: { limits } }) => {
    const letters = letterSize(mailing);
    const most = (letters * limits.titleMost) / 100;
    return mailing.blocks.flatMap(({ pieces }) => {
      const piece = tooLarge(pieces, most);
      return piece
        ? [
            {
              code: 'title-large' as const,
              at: piece.at,
              text: excerpt(piece.text),
              found: rounded(piece.size / letters),
              allowed: limits.titleMost / 100,
              data: { size: rounded(piece.size), letters: rounded(letters), most: rounded(most) },
            },
          ]
        : [];
    });
  },
};

import type { Found, Rule } from '../rule.ts';
import { count, excerpt, placeIn, wrap } from '../text.ts';
import { paragraphsOf } from './paragraphs.ts';

/** R8: lines of at most 80 characters: no word may be longer than one (Q1); by the other reading, no paragraph. */
export const characters: Rule = {
  id: 'R8',
  ofText: true,
  judge: ({ mailing, rules }) => {
    const { lineLongest: most, lineReading } = rules.limits;
    return paragraphsOf(mailing).flatMap((paragraph, i): Found[] => {
      const length = lineReading === 'paragraph' ? count(paragraph.text) : 0;
      if (length > most)
        return [
          {
            code: 'paragraph-long',
            at: placeIn(paragraph, 0),
            text: excerpt(paragraph.text),
            found: length,
            allowed: most,
            data: { paragraph: i + 1 },
          },
        ];
      return wrap(paragraph.text, most).long.map(({ word, index, length: size }) => ({
        code: 'word-long',
        at: placeIn(paragraph, index),
        text: excerpt(word, most),
        found: size,
        allowed: most,
      }));
    });
  },
};

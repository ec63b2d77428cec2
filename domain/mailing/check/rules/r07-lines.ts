import type { Rule } from '../rule.ts';
import { count, excerpt, placeIn, wrap } from '../text.ts';
import { paragraphsOf } from './paragraphs.ts';

/** R7: a paragraph of at most three lines, each of 80 characters by greedy word wrap (Q1). */
export const lines: Rule = {
  id: 'R7',
  ofText: true,
  judge: ({ mailing, rules }) => {
    const { linesMost, lineLongest } = rules.limits;
    return paragraphsOf(mailing).flatMap((paragraph, i) => {
      const wrapped = wrap(paragraph.text, lineLongest);
      return wrapped.lines <= linesMost
        ? []
        : [
            {
              code: 'lines-many' as const,
              at: placeIn(paragraph, 0),
              text: excerpt(paragraph.text),
              found: wrapped.lines,
              allowed: linesMost,
              data: { paragraph: i + 1, width: lineLongest, characters: count(paragraph.text) },
            },
          ];
    });
  },
};

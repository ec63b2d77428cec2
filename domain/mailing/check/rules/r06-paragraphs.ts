import type { Found, Rule } from '../rule.ts';
import { excerpt, placeIn } from '../text.ts';
import { paragraphsOf } from './paragraphs.ts';

/** R6: at most three paragraphs. */
export const paragraphs: Rule = {
  id: 'R6',
  ofText: true,
  judge: ({ mailing, rules }) => {
    const most = rules.limits.paragraphsMost;
    const found: Found[] = [];
    const all = paragraphsOf(mailing);
    const first = all[most];
    if (first)
      found.push({
        code: 'paragraphs-many',
        at: placeIn(first, 0),
        text: excerpt(first.text),
        found: all.length,
        allowed: most,
        data: { over: all.length - most },
      });
    return found;
  },
};

import { nothing, type Rule } from '../rule.ts';
import { excerpt } from '../text.ts';

const weight = (text: string): number => text.replaceAll(/\s/g, '').length;

/** R13: little bold. Titles are bold by nature and do not count (Q6). */
export const bold: Rule = {
  id: 'R13',
  ofText: true,
  judge: ({ mailing, rules }) => {
    const pieces = mailing.blocks.filter(({ kind }) => kind === 'paragraph').flatMap((block) => block.pieces);
    const all = pieces.reduce((sum, { text }) => sum + weight(text), 0);
    const heavy = pieces.filter((piece) => piece.bold);
    const share = all === 0 ? 0 : (heavy.reduce((sum, { text }) => sum + weight(text), 0) * 100) / all;
    const [first] = heavy;
    if (first === undefined || share <= rules.limits.boldMost) return nothing;
    return [
      {
        code: 'bold-much',
        at: first.at,
        text: excerpt(first.text),
        found: Math.ceil(share),
        allowed: rules.limits.boldMost,
        severity: 'warning',
      },
    ];
  },
};

import type { Found, Rule } from '../rule.ts';
import { count, shortened } from '../text.ts';

/** R4: a subject of at most 120 characters, as a reader counts them after trimming (Q2), on one line. */
export const subjectLength: Rule = {
  id: 'R4',
  ofText: true,
  judge: ({ mailing, rules }) => {
    const { text, at } = mailing.fields.subject;
    const subject = text.trim();
    const most = rules.limits.subjectLongest;
    const found: Found[] = [];
    const length = count(subject);
    if (length > most)
      found.push({
        code: 'subject-long',
        at,
        text: subject,
        found: length,
        allowed: most,
        data: { short: shortened(subject, most) },
      });
    const lines = subject.split(/[\r\n\v\f\u0085\u2028\u2029]+/).length;
    if (lines > 1) found.push({ code: 'subject-lines', at, text: subject, found: lines, allowed: 1 });
    return found;
  },
};

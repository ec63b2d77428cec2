import { TEXT_MOST } from '../document/types.ts';
import type { Found, Judged, Rule } from '../rule.ts';
import { excerpt } from '../text.ts';

/** R20: what the moderator checks of the format before anything else: whether the mailing reads as its writer meant it. */
export const format: Rule = {
  id: 'R20',
  judge: (judged) => [...judged.mailing.faults.flatMap(faultsOf), ...dates(judged), ...digestNeeds(judged)],
};

function faultsOf({ code, at, text }: Judged['mailing']['faults'][number]): Found[] {
  const about = { at, text: excerpt(text), found: excerpt(text) || null, allowed: null };
  switch (code) {
    case 'html-in-markdown':
      return [{ ...about, code }];
    case 'html-broken':
    case 'field-unknown':
      return [{ ...about, code, severity: 'warning' }];
    case 'html-deep':
      return [{ ...about, code }];
    case 'text-endless':
      return [{ ...about, code, text: '', found: Number(text), allowed: TEXT_MOST }];
  }
}

function dates({ mailing: { fields }, eventDate, sendOn }: Judged): Found[] {
  const read = { 'event date': eventDate, 'send on': sendOn };
  return (['event date', 'send on'] as const)
    .filter((name) => fields[name].text.trim() !== '' && read[name] === '')
    .map((name) => ({
      code: 'date-unreadable',
      at: fields[name].at,
      text: fields[name].text,
      found: fields[name].text,
      allowed: '2026-03-31',
      data: { field: name },
    }));
}

/** A digest is exempt from R3, but no mail goes out without a subject. */
const digestNeeds = ({ mailing, direction }: Judged): Found[] =>
  direction === 'digest' && mailing.fields.subject.text.trim() === ''
    ? [
        {
          code: 'digest-without-subject',
          at: mailing.fields.subject.at,
          text: '',
          found: 0,
          allowed: null,
          severity: 'warning',
        },
      ]
    : [];

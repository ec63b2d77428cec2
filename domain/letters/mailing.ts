import { letter } from './shape.ts';

/**
 * Letters of a mailing's process (lifecycle of a mailing): to its initiator, to the Center, to the communication officer. Somebody waits
 * for each of them, so all go at once. What may be missing in a row stands in `facts`, which leave out what is empty.
 */
export const MAILING_LETTERS = {
  // To the initiator
  'mailing-receipt': letter(true, { subject: 'text', dates: 'facts' }, ['draft']),
  'mailing-dates-changed': letter(true, { subject: 'text', dates: 'facts' }, ['draft']),
  'mailing-returned': letter(true, { subject: 'text', comment: 'facts', findings: 'facts', dates: 'facts' }, ['draft']),
  'mailing-consent': letter(true, { subject: 'text', changes: 'facts', comment: 'facts' }, ['consent', 'draft']),
  'mailing-scheduled': letter(true, { subject: 'text', at: 'moment', recipients: 'number' }, ['draft'], {
    deadline: 'at',
  }),
  'mailing-void': letter(true, { subject: 'text', dates: 'facts' }, ['draft']),
  'mailing-rejected': letter(true, { subject: 'text', comment: 'facts' }, ['draft']),
  'mailing-refused': letter(true, { subject: 'text', dates: 'facts', open: 'list' }, ['draft']),
  'mailing-withdrawn': letter(true, { subject: 'text' }, ['draft']),
  /** To the moderator, too. */
  'mailing-report': letter(
    true,
    {
      subject: 'text',
      sent: 'number',
      failed: 'number',
      bounced: 'number',
      left: 'number',
      unknown: 'number',
      clock: 'text',
    },
    ['open'],
  ),

  // To the Center
  'mailing-to-moderate': letter(true, { subject: 'text', request: 'facts', due: 'moment' }, ['moderate', 'calendar'], {
    deadline: 'due',
  }),
  'mailing-to-coordinate': letter(
    true,
    { subject: 'text', request: 'facts', due: 'moment' },
    ['moderate', 'calendar'],
    { deadline: 'due' },
  ),
  'mailing-half-time': letter(true, { subject: 'text', due: 'moment' }, ['moderate'], { deadline: 'due' }),
  'mailing-alarm': letter(true, { subject: 'text', due: 'moment' }, ['moderate'], { deadline: 'due' }),
  'mailing-page': letter(true, { subject: 'text', request: 'facts' }, ['moderate']),
  'mailing-stopped': letter(true, { subject: 'text', why: 'text' }, ['moderate']),

  // To the communication officer
  'social-request': letter(true, { subject: 'text', post: 'facts', due: 'moment' }, ['social'], { deadline: 'due' }),
  'social-reminder': letter(true, { subject: 'text', post: 'facts', due: 'moment' }, ['social'], { deadline: 'due' }),
  /** To the initiator, and to the moderator, who sends it again. */
  'social-returned': letter(true, { subject: 'text', comment: 'facts' }, ['open']),
  'social-cancelled': letter(true, { subject: 'text' }, []),
} as const;

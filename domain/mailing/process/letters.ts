import type { LetterShape } from '../../letters/index.ts';

/** Letters of a mailing's process, in the shape of the catalogue of letters. All concern a request that somebody waits for, so all are urgent. */
export const MAILING_LETTERS = {
  // To the initiator
  'mailing-receipt': { urgent: true, slots: { subject: 'text', dates: 'facts' }, buttons: ['draft'] },
  'mailing-dates-changed': { urgent: true, slots: { subject: 'text', dates: 'facts' }, buttons: ['draft'] },
  'mailing-returned': {
    urgent: true,
    slots: { subject: 'text', findings: 'list', comment: 'lines' },
    buttons: ['draft'],
  },
  'mailing-consent': { urgent: true, slots: { subject: 'text', changes: 'list' }, buttons: ['consent', 'draft'] },
  'mailing-scheduled': {
    urgent: true,
    slots: { subject: 'text', at: 'moment', recipients: 'number' },
    buttons: ['draft'],
  },
  'mailing-void': { urgent: true, slots: { subject: 'text' }, buttons: ['draft'] },
  'mailing-rejected': { urgent: true, slots: { subject: 'text', reason: 'lines' }, buttons: [] },
  'mailing-refused': { urgent: true, slots: { subject: 'text', latest: 'date', open: 'list' }, buttons: ['draft'] },
  'mailing-withdrawn': { urgent: true, slots: { subject: 'text' }, buttons: ['draft'] },
  'mailing-report': {
    urgent: true,
    slots: { subject: 'text', sent: 'number', failed: 'number', bounced: 'number', left: 'number', clock: 'text' },
    buttons: ['draft'],
  },
  // To the Center
  'mailing-to-moderate': {
    urgent: true,
    slots: { subject: 'text', unit: 'text', due: 'moment' },
    buttons: ['moderate'],
    deadline: 'due',
  },
  'mailing-to-coordinate': {
    urgent: true,
    slots: { subject: 'text', unit: 'text', due: 'moment' },
    buttons: ['moderate'],
    deadline: 'due',
  },
  'mailing-half-time': {
    urgent: true,
    slots: { subject: 'text', due: 'moment' },
    buttons: ['moderate'],
    deadline: 'due',
  },
  'mailing-alarm': { urgent: true, slots: { subject: 'text', due: 'moment' }, buttons: ['moderate'], deadline: 'due' },
  'mailing-page': { urgent: true, slots: { subject: 'text' }, buttons: ['moderate'] },
  'mailing-stopped': { urgent: true, slots: { subject: 'text', why: 'text' }, buttons: ['moderate'] },
  // To the communication officer
  'social-request': {
    urgent: true,
    slots: { subject: 'text', hashtag: 'text', day: 'date', due: 'moment' },
    buttons: ['social'],
    deadline: 'due',
  },
  'social-reminder': {
    urgent: true,
    slots: { subject: 'text', hashtag: 'text', due: 'moment' },
    buttons: ['social'],
    deadline: 'due',
  },
  'social-returned': { urgent: true, slots: { subject: 'text', comment: 'lines' }, buttons: ['draft'] },
  'social-cancelled': { urgent: true, slots: { subject: 'text' }, buttons: [] },
} as const satisfies Record<string, LetterShape>;
export type MailingLetterKey = keyof typeof MAILING_LETTERS;

/**
 * Every letter to a participant or to staff: what it needs to be told, and which buttons it carries. The words stand in
 * `templates/`, the moment of sending is decided by the processes.
 */

import { MAILING_LETTERS } from './mailing.ts';
import { type LetterShape, letter, type SlotKind, type SlotValues } from './shape.ts';

export type { LetterShape, MergedItem, SlotKind, SlotValues } from './shape.ts';

export const LETTERS = {
  // Becoming a participant
  received: letter(true, { role: 'text', next: 'text' }, ['leave']),
  incomplete: letter(false, { missing: 'list', lapses: 'date' }, ['form']),
  'training-invitation': letter(false, { sessions: 'sessions' }, []),
  'training-booked': letter(true, { title: 'text', at: 'moment', place: 'text' }, ['calendar', 'cancel']),
  'training-moved': letter(true, { title: 'text', at: 'moment', place: 'text' }, ['calendar', 'cancel']),
  'training-cancelled': letter(true, { title: 'text', at: 'moment', place: 'text' }, []),
  'training-reminder': letter(false, { title: 'text', at: 'moment', place: 'text' }, ['cancel'], { deadline: 'at' }),
  'training-missed': letter(false, { sessions: 'sessions' }, []),
  'eligible-mentor': letter(false, { validUntil: 'date', places: 'number' }, ['rest', 'leave']),
  'eligible-mentee': letter(false, { validUntil: 'date' }, ['rest', 'leave']),
  choose: letter(false, { closes: 'moment', count: 'number', mentors: 'number' }, ['catalogue', 'form'], {
    deadline: 'closes',
  }),
  'choose-reminder': letter(false, { closes: 'moment', count: 'number' }, ['catalogue'], { deadline: 'closes' }),
  'ranking-refused': letter(true, { why: 'text' }, ['catalogue']),
  waiting: letter(false, { reason: 'text', suggestions: 'list' }, ['catalogue']),
  'waiting-season-over': letter(false, {}, ['form']),
  'silent-mentor': letter(false, { requests: 'number' }, ['resume', 'leave']),
  out: letter(true, { what: 'text', back: 'text' }, ['form']),
  'out-paused': letter(true, {}, ['resume', 'leave']),
  'back-in': letter(true, { role: 'text' }, []),
  'confirm-form': letter(true, {}, ['form']),
  'confirm-address': letter(true, { address: 'text' }, ['confirm']),
  'fresh-link': letter(true, { what: 'text' }, ['open']),

  // A pair, before it starts
  'ask-mentee': letter(true, { profile: 'facts', commonalities: 'list', answerBy: 'moment' }, ['accept', 'decline'], {
    deadline: 'answerBy',
  }),
  'ask-mentor': letter(
    true,
    { mentee: 'text', profile: 'facts', goals: 'lines', commonalities: 'list', answerBy: 'moment' },
    ['accept', 'decline'],
    { deadline: 'answerBy' },
  ),
  'ask-mentor-reminder': letter(false, { mentee: 'text', answerBy: 'moment' }, ['accept', 'decline'], {
    deadline: 'answerBy',
  }),
  'request-withdrawn': letter(true, { partner: 'text' }, []),
  'no-place': letter(true, { next: 'text' }, []),
  introduction: letter(
    true,
    { partner: 'text', role: 'text', contacts: 'facts', commonalities: 'list', confirmBy: 'moment', months: 'number' },
    ['confirm', 'refuse'],
    { deadline: 'confirmBy' },
  ),
  'agreement-reminder': letter(false, { partner: 'text', confirmBy: 'moment' }, ['confirm', 'refuse'], {
    deadline: 'confirmBy',
  }),
  'agreement-lapsed': letter(true, { partner: 'text', next: 'text' }, []),

  // A pair at work
  'start-mentor': letter(true, { partner: 'text', endsOn: 'date', months: 'number' }, ['plan', 'handbook'], {
    pair: true,
  }),
  'start-mentee': letter(true, { partner: 'text', endsOn: 'date', months: 'number' }, ['plan', 'handbook'], {
    pair: true,
  }),
  meeting: letter(true, { partner: 'text', at: 'moment', minutes: 'number', contact: 'text' }, ['move', 'off'], {
    pair: true,
  }),
  'meeting-off': letter(true, { partner: 'text', at: 'moment' }, [], {}),
  'plan-reminder': letter(false, { partner: 'text' }, ['plan'], { pair: true }),
  check: letter(false, { partner: 'text', month: 'number', months: 'number', answerBy: 'moment' }, ['answer'], {
    pair: true,
    deadline: 'answerBy',
  }),
  'check-midway': letter(
    false,
    { partner: 'text', month: 'number', months: 'number', answerBy: 'moment' },
    ['answer', 'survey'],
    { pair: true, deadline: 'answerBy' },
  ),
  'check-notice': letter(
    false,
    { partner: 'text', month: 'number', months: 'number', answerBy: 'moment', endsOn: 'date' },
    ['answer'],
    { pair: true, deadline: 'answerBy' },
  ),
  'check-reminder': letter(false, { partner: 'text', month: 'number', answerBy: 'moment' }, ['answer'], {
    pair: true,
    deadline: 'answerBy',
  }),
  'contact-nudge': letter(false, { partner: 'text' }, ['answer'], { pair: true }),
  readjust: letter(false, { partner: 'text', semester: 'date' }, ['plan'], { pair: true }),
  'partner-nudge': letter(false, { partner: 'text' }, ['answer'], { pair: true }),
  'pause-told': letter(true, { partner: 'text', until: 'date' }, ['resume'], { pair: true }),
  'pause-open': letter(true, { partner: 'text' }, ['resume'], { pair: true }),
  'resume-told': letter(true, { partner: 'text', endsOn: 'date' }, [], { pair: true }),
  'extension-asked': letter(false, { partner: 'text', newEnd: 'date' }, ['agree', 'disagree'], { pair: true }),
  extended: letter(true, { partner: 'text', endsOn: 'date' }, [], { pair: true }),
  'goals-asked': letter(false, { partner: 'text' }, ['agree', 'disagree'], { pair: true }),

  // The end of a pair
  'closing-mentor': letter(
    true,
    { partner: 'text', endsOn: 'date', answerBy: 'moment' },
    ['survey', 'continue', 'stop'],
    { deadline: 'answerBy' },
  ),
  'closing-mentee': letter(
    true,
    { partner: 'text', endsOn: 'date', answerBy: 'moment' },
    ['survey', 'continue', 'stop'],
    { deadline: 'answerBy' },
  ),
  'survey-reminder': letter(false, { partner: 'text', answerBy: 'moment' }, ['survey'], { deadline: 'answerBy' }),
  completed: letter(true, { partner: 'text', monthsConfirmed: 'number' }, []),
  'continued-informally': letter(true, { partner: 'text', monthsConfirmed: 'number' }, []),
  certificate: letter(true, { season: 'text', mentees: 'number', months: 'number' }, ['pdf', 'certificate']),
  award: letter(true, { season: 'text', months: 'number' }, ['pdf', 'certificate']),
  ended: letter(true, { partner: 'text', next: 'text' }, ['question']),
  'ended-by-you': letter(true, { partner: 'text', next: 'text' }, ['question']),

  // Issues
  'case-receipt': letter(true, { reference: 'text', answerBy: 'moment' }, []),
  'case-closed': letter(true, { reference: 'text' }, ['issue']),

  // Staff
  'case-opened': letter(true, { reference: 'text', category: 'text', due: 'moment' }, ['open'], { deadline: 'due' }),
  'case-decision': letter(true, { reference: 'text', decision: 'text' }, ['decide', 'open']),
  daily: letter(true, { count: 'number', needs: 'needs', season: 'facts' }, ['sheet', 'calendar']),

  // A mailing, from request to report
  ...MAILING_LETTERS,

  /** Several subjects in one letter. */
  merged: letter(true, { items: 'items' }, [], {}),
} as const satisfies Record<string, LetterShape>;

export type LetterKey = keyof typeof LETTERS;
export const LETTER_KEYS = Object.keys(LETTERS) as readonly LetterKey[];
export const isLetterKey = (key: string): key is LetterKey => Object.hasOwn(LETTERS, key);
export const letterShape = (key: LetterKey): LetterShape => LETTERS[key];

/** What a letter's renderer wants, by key. */
export type SlotsOf<K extends LetterKey> = {
  readonly [S in keyof (typeof LETTERS)[K]['slots']]: (typeof LETTERS)[K]['slots'][S] extends SlotKind
    ? SlotValues[(typeof LETTERS)[K]['slots'][S]]
    : never;
};
export type ButtonsOf<K extends LetterKey> = (typeof LETTERS)[K]['buttons'][number];

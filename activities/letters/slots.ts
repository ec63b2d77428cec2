import type { CertificateKind } from '../../domain/certificates/index.ts';
import type { ButtonsOf, LetterKey, SlotsOf } from '../../domain/letters/index.ts';
import { FORMS } from '../../domain/program/index.ts';
import { roomOf } from '../facts/cohort.ts';
import { missingAnswers, personTab } from '../facts/people.ts';
import { seasonName } from '../facts/season.ts';
import { holdersOf, isOwner } from '../needs.ts';
import type { Composer } from './composer.ts';
import { MAILING_SLOTS } from './slots-mailing.ts';
import { suggestionsFor } from './suggestions.ts';

type Made<K extends LetterKey> = {
  readonly slots: SlotsOf<K>;
  readonly buttons?: Partial<Record<ButtonsOf<K>, string>>;
};
type Makers = { readonly [K in LetterKey]: (c: Composer) => Made<K> };

const answering = (c: Composer) => ({ accept: c.act('accept'), decline: c.act('decline') });
const confirming = (c: Composer) => ({ confirm: c.act('confirm'), refuse: c.act('refuse') });
const agreeing = (c: Composer, question: 'extension' | 'goals') => ({
  agree: c.act('agree', { question }),
  disagree: c.act('disagree', { question }),
});
const due = (c: Composer) => c.order.due ?? c.order.expires;
const checking = (c: Composer) => c.act('check', { month: c.number('month') });
const handbook = (c: Composer) => c.act('handbook');
const check = (c: Composer) => ({
  partner: c.partner,
  month: c.number('month'),
  months: c.number('months'),
  answerBy: due(c),
});
const closing = (c: Composer) => ({
  slots: { partner: c.partner, endsOn: c.data('endsOn'), answerBy: due(c) },
  buttons: { survey: c.form('evaluation', { kind: 'Closing' }), continue: c.act('continue'), stop: c.act('stop') },
});
const started = (c: Composer) => ({
  slots: { partner: c.partner, endsOn: c.data('endsOn'), months: c.number('months') },
  buttons: { plan: c.act('plan'), handbook: handbook(c) },
});
const leaving = (c: Composer) => ({
  slots: { partner: c.partner, next: c.word(c.data('role') === 'mentee' ? 'next-mentee' : 'next-mentor') },
  buttons: { question: c.form('evaluation', { kind: 'Leaving' }) },
});
const training = (c: Composer) => c.session(c.view.row('training', c.data('session')));
const booked = (c: Composer) => ({
  slots: training(c),
  buttons: { calendar: c.ports.links.calendar(c.data('attendance')), cancel: c.own('cancel') },
});

const certified = (c: Composer, kind: CertificateKind) => ({
  pdf: c.ports.links.certificateFile({ award: c.data('award'), kind }),
  certificate: c.ports.links.certificate(c.data('award'), kind, c.reader.language),
});

/** How each letter's slots and buttons are filled. One entry per letter of the catalogue; the types see to completeness. */
export const SLOTS: Makers = {
  received: (c) => ({
    slots: { role: c.word(c.data('role')), next: c.word(`received-next-${c.data('role')}`) },
    buttons: { leave: c.own('leave') },
  }),
  incomplete: (c) => ({
    slots: { missing: missingTitles(c), lapses: c.data('lapses') },
    buttons: { form: c.applicationForm() },
  }),
  'training-invitation': (c) => ({ slots: { sessions: c.sessions() } }),
  'training-booked': booked,
  'training-moved': booked,
  'training-cancelled': (c) => {
    const { title, at, place } = training(c);
    return { slots: { title: title || c.word('training'), at: at || c.data('start'), place: place || '–' } };
  },
  'training-reminder': (c) => ({ slots: training(c), buttons: { cancel: c.own('cancel') } }),
  'training-missed': (c) => ({ slots: { sessions: c.sessions() } }),
  'eligible-mentor': (c) => ({
    slots: { validUntil: c.data('validUntil'), places: c.number('places') },
    buttons: { rest: c.own('rest'), leave: c.own('leave') },
  }),
  'eligible-mentee': (c) => ({
    slots: { validUntil: c.data('validUntil') },
    buttons: { rest: c.own('rest'), leave: c.own('leave') },
  }),
  choose: (c) => ({
    slots: { closes: due(c), count: c.number('count'), mentors: mentorsWithRoom(c) },
    buttons: { catalogue: c.own('catalogue'), form: c.form('choices') },
  }),
  'choose-reminder': (c) => ({
    slots: { closes: due(c), count: c.number('count') },
    buttons: { catalogue: c.own('catalogue') },
  }),
  'ranking-refused': (c) => ({
    slots: { why: c.word(`refused-${c.data('why')}`) },
    buttons: { catalogue: c.own('catalogue') },
  }),
  waiting: (c) => ({
    slots: {
      reason: c.word(c.data('why') || 'waiting'),
      suggestions: suggestionsFor(c.view, c.order.to, c.reader.language, c.data('suggest').split(' ')),
    },
    buttons: { catalogue: c.own('catalogue') },
  }),
  'waiting-season-over': (c) => ({ slots: {}, buttons: { form: c.applicationForm() } }),
  'silent-mentor': (c) => ({
    slots: { requests: c.number('requests') },
    buttons: { resume: c.own('resume'), leave: c.own('leave') },
  }),
  out: (c) => ({
    slots: { what: c.word(`out-${c.data('what')}`), back: c.word('out-back') },
    buttons: { form: c.applicationForm() },
  }),
  'out-paused': (c) => ({ slots: {}, buttons: { resume: c.own('resume'), leave: c.own('leave') } }),
  'back-in': (c) => ({ slots: { role: c.word(c.data('role')) } }),
  'confirm-form': (c) => ({ slots: {}, buttons: { form: c.applicationForm() } }),
  'confirm-address': (c) => ({
    slots: { address: c.newAddress() },
    buttons: { confirm: c.own('confirm-address', { address: c.data('address') }) },
  }),
  'fresh-link': (c) => ({
    slots: { what: c.word(`action-${c.data('action')}`) },
    buttons: { open: c.fresh(c.data('action')) },
  }),

  'ask-mentee': (c) => ({
    slots: { profile: c.mentorProfile(c.pair?.cells.mentor ?? ''), commonalities: c.commonalities(), answerBy: due(c) },
    buttons: answering(c),
  }),
  'ask-mentor': (c) => ({
    slots: {
      mentee: c.partner,
      profile: c.menteeProfile(c.partnerId),
      goals: c.goals(c.partnerId),
      commonalities: c.commonalities(),
      answerBy: due(c),
    },
    buttons: answering(c),
  }),
  'ask-mentor-reminder': (c) => ({ slots: { mentee: c.partner, answerBy: due(c) }, buttons: answering(c) }),
  'request-withdrawn': (c) => ({ slots: { partner: c.nameOf(c.data('partner')) } }),
  'no-place': (c) => ({ slots: { next: c.word('next-choice') } }),
  introduction: (c) => ({
    slots: {
      partner: c.partner,
      role: c.word(c.data('role') === 'mentor' ? 'mentee' : 'mentor'),
      contacts: c.contacts(c.partnerId),
      commonalities: c.commonalities(),
      confirmBy: due(c),
      months: c.number('months'),
    },
    buttons: confirming(c),
  }),
  'agreement-reminder': (c) => ({ slots: { partner: c.partner, confirmBy: due(c) }, buttons: confirming(c) }),
  'agreement-lapsed': (c) => ({
    slots: { partner: c.partner, next: c.word(c.data('role') === 'mentee' ? 'next-mentee' : 'next-mentor') },
  }),

  'start-mentor': started,
  'start-mentee': started,
  meeting: (c) => ({
    slots: {
      partner: c.partner,
      at: c.data('at'),
      minutes: c.number('minutes'),
      contact: c.contact,
    },
    buttons: { move: c.act('meet'), off: c.act('unmeet') },
  }),
  'meeting-off': (c) => ({ slots: { partner: c.partner, at: c.data('at') } }),
  'plan-reminder': (c) => ({ slots: { partner: c.partner }, buttons: { plan: c.act('plan') } }),
  check: (c) => ({ slots: check(c), buttons: { answer: checking(c) } }),
  'check-midway': (c) => ({
    slots: check(c),
    buttons: { answer: checking(c), survey: c.form('evaluation', { kind: 'Month 3' }) },
  }),
  'check-notice': (c) => ({ slots: { ...check(c), endsOn: c.data('endsOn') }, buttons: { answer: checking(c) } }),
  'check-reminder': (c) => ({
    slots: { partner: c.partner, month: c.number('month'), answerBy: due(c) },
    buttons: { answer: checking(c) },
  }),
  'contact-nudge': (c) => ({ slots: { partner: c.partner }, buttons: { answer: checking(c) } }),
  readjust: (c) => ({ slots: { partner: c.partner, semester: c.data('semester') }, buttons: { plan: c.act('plan') } }),
  'partner-nudge': (c) => ({ slots: { partner: c.partner }, buttons: { answer: c.act('here') } }),
  'pause-told': (c) => ({
    slots: { partner: c.partner, until: c.data('until') },
    buttons: { resume: c.act('resume') },
  }),
  'pause-open': (c) => ({ slots: { partner: c.partner }, buttons: { resume: c.act('resume') } }),
  'resume-told': (c) => ({ slots: { partner: c.partner, endsOn: c.data('endsOn') } }),
  'extension-asked': (c) => ({
    slots: { partner: c.partner, newEnd: c.data('newEnd') },
    buttons: agreeing(c, 'extension'),
  }),
  extended: (c) => ({ slots: { partner: c.partner, endsOn: c.data('endsOn') } }),
  'goals-asked': (c) => ({ slots: { partner: c.partner }, buttons: agreeing(c, 'goals') }),

  'closing-mentor': closing,
  'closing-mentee': closing,
  'survey-reminder': (c) => ({
    slots: { partner: c.partner, answerBy: due(c) },
    buttons: { survey: c.form('evaluation', { kind: 'Closing' }) },
  }),
  completed: (c) => ({ slots: { partner: c.partner, monthsConfirmed: c.number('monthsConfirmed') } }),
  'continued-informally': (c) => ({ slots: { partner: c.partner, monthsConfirmed: c.number('monthsConfirmed') } }),
  certificate: (c) => ({
    slots: { season: c.data('season'), mentees: c.number('mentees'), months: c.number('months') },
    buttons: certified(c, 'appreciation'),
  }),
  award: (c) => ({
    slots: { season: c.data('season'), months: c.number('months') },
    buttons: certified(c, 'award'),
  }),
  ended: leaving,
  'ended-by-you': leaving,

  'case-receipt': (c) => ({ slots: { reference: c.order.about, answerBy: due(c) } }),
  'case-closed': (c) => ({ slots: { reference: c.order.about }, buttons: { issue: c.form('issue') } }),
  'case-opened': (c) => ({
    slots: {
      reference: c.order.about,
      category: c.view.row('cases', c.order.about)?.cells.category ?? '',
      due: due(c),
    },
    buttons: { open: c.ports.links.sheet('cases', c.order.about) },
  }),
  'case-decision': (c) => ({
    slots: { reference: c.order.about, decision: c.data('decision') },
    buttons: { decide: c.ofCase('case-decide'), open: c.ports.links.sheet('cases', c.order.about) },
  }),
  daily: (c) => {
    const needs = openNeedsOf(c);
    return {
      slots: { count: needs.length, needs, season: seasonFacts(c) },
      buttons: { sheet: c.ports.links.sheet('needs'), calendar: c.ofMailing('mailings') },
    };
  },
  ...MAILING_SLOTS,
  merged: () => ({ slots: { items: [] } }),
};

function missingTitles(c: Composer): string[] {
  const tab = personTab(c.order.to);
  const row = tab && c.view.row(tab, c.order.to);
  if (!row) return [];
  const { questions } = tab === 'mentors' ? FORMS.mentor : FORMS.mentee;
  return missingAnswers(row).map((key) => c.word(questions[key as keyof typeof questions]?.title ?? key));
}

const mentorsWithRoom = (c: Composer): number =>
  Object.keys(roomOf(c.view, c.mentee(c.order.to)?.cells.season ?? '')).length;

/** Rows that wait for this member of staff: their roles' and those of whom they stand in for. */
function openNeedsOf(c: Composer): { what: string; why: string; since: string; url: string }[] {
  const today = c.data('today');
  return c.view
    .rows('needs')
    .filter((row) => row.cells.state === 'Open' && (row.cells.snooze === '' || row.cells.snooze <= today))
    .filter((row) => isOwner(row.cells.owner, c.reader.name, isCoordinator(c)))
    .sort((a, b) => (a.cells.since < b.cells.since ? -1 : 1))
    .map((row) => ({
      what: row.cells.what,
      why: row.cells.why,
      since: row.cells.since,
      url: c.ports.links.sheet('needs', row.id),
    }));
}
/** A coordinator of today; while there is none, whoever gets the letter. */
function isCoordinator(c: Composer): boolean {
  const coordinators = holdersOf(c.view, 'Coordinator', c.data('now'));
  return coordinators.length === 0 || coordinators.some((row) => row.id === c.reader.id);
}

function seasonFacts(c: Composer): { label: string; value: string }[] {
  return c.view
    .rows('seasons')
    .filter((row) => row.cells.stage !== '' && row.cells.stage !== 'Closed')
    .map((row) => ({
      label: seasonName(row),
      value: `${row.cells.stage}. ${row.cells.numbers.replaceAll('\n', '. ')}`,
    }));
}

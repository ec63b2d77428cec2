import type { ButtonsOf, MAILING_LETTERS, SlotsOf } from '../../domain/letters/index.ts';
import type { Composer } from './composer.ts';
import { RequestTeller } from './mailing.ts';

type Key = keyof typeof MAILING_LETTERS;
type Makers = {
  readonly [K in Key]: (c: Composer) => {
    readonly slots: SlotsOf<K>;
    readonly buttons?: Partial<Record<ButtonsOf<K>, string>>;
  };
};

const tellers = new WeakMap<Composer, RequestTeller>();
/** One for each letter: a request is judged at most once for it. */
function about(c: Composer): RequestTeller {
  const teller = tellers.get(c) ?? new RequestTeller(c);
  tellers.set(c, teller);
  return teller;
}
const due = (c: Composer) => c.order.due ?? c.order.expires;
const draft = (c: Composer) => ({ draft: c.ofMailing('draft') });
const moderate = (c: Composer) => ({ moderate: c.ofMailing('moderate') });
/** One link per reader: the initiator's page is the draft, a moderator's the one on which it is decided. */
const open = (c: Composer) => ({ open: c.ofMailing(c.reader.category === 'staff' ? 'moderate' : 'draft') });
const asked = (c: Composer) => {
  const { subject } = about(c);
  return { subject, due: due(c) };
};
const toDecide = (c: Composer) => ({
  slots: { ...asked(c), request: about(c).request() },
  buttons: { ...moderate(c), calendar: c.ofMailing('mailings') },
});
const hurrying = (c: Composer) => ({ slots: asked(c), buttons: moderate(c) });
const dated = (c: Composer) => ({
  slots: { subject: about(c).subject, dates: about(c).dates() },
  buttons: draft(c),
});
const posting = (c: Composer) => ({
  slots: { ...asked(c), post: about(c).post() },
  buttons: { social: c.ofMailing('social') },
});

/** How the letters of a mailing's process are filled in. */
export const MAILING_SLOTS: Makers = {
  'mailing-receipt': dated,
  'mailing-dates-changed': dated,
  'mailing-returned': (c) => {
    const request = about(c);
    return {
      slots: {
        subject: request.subject,
        comment: request.comment(),
        findings: request.findings(),
        dates: request.dates(),
      },
      buttons: draft(c),
    };
  },
  'mailing-consent': (c) => {
    const request = about(c);
    return {
      slots: { subject: request.subject, changes: request.changes(), comment: request.comment() },
      buttons: { consent: c.ofMailing('consent'), ...draft(c) },
    };
  },
  'mailing-scheduled': (c) => ({
    slots: { subject: about(c).subject, at: due(c), recipients: c.number('recipients') },
    buttons: draft(c),
  }),
  'mailing-void': (c) => ({
    slots: { subject: about(c).subject, dates: about(c).dates('window') },
    buttons: draft(c),
  }),
  'mailing-rejected': (c) => ({
    slots: { subject: about(c).subject, comment: about(c).comment() },
    buttons: draft(c),
  }),
  'mailing-refused': (c) => ({
    slots: { subject: about(c).subject, dates: about(c).dates('latest'), open: about(c).open() },
    buttons: draft(c),
  }),
  'mailing-withdrawn': (c) => ({ slots: { subject: about(c).subject }, buttons: draft(c) }),
  'mailing-report': (c) => ({
    slots: {
      subject: about(c).subject,
      sent: c.number('sent'),
      failed: c.number('failed'),
      bounced: c.number('bounced'),
      left: c.number('left'),
      unknown: c.number('unknown'),
      clock: about(c).clock(),
    },
    buttons: open(c),
  }),

  'mailing-to-moderate': toDecide,
  'mailing-to-coordinate': toDecide,
  'mailing-half-time': hurrying,
  'mailing-alarm': hurrying,
  'mailing-page': (c) => ({
    slots: { subject: about(c).subject, request: about(c).request() },
    buttons: moderate(c),
  }),
  'mailing-stopped': (c) => ({
    slots: { subject: about(c).subject, why: c.word('mailing-withdrawn') },
    buttons: moderate(c),
  }),

  'social-request': posting,
  'social-reminder': posting,
  'social-returned': (c) => ({
    slots: { subject: about(c).subject, comment: about(c).comment() },
    buttons: open(c),
  }),
  'social-cancelled': (c) => ({ slots: { subject: about(c).subject } }),
};

import { findingKey } from '../../domain/mailing/request/index.ts';
import { dayIn, type ModerationAct, momentIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { pressField } from '../press.ts';
import { dayOf, percent } from './moderate-facts.ts';
import { isApprover, isModerator, isOwn, isPost, isSetAside, type Opened, stageOf } from './moderate-shown.ts';
import { hereWith } from './staff.ts';

/** Acts that end something or set rules aside ask once more. */
export const GRAVE: ReadonlySet<string> = new Set(['reject', 'refuse', 'override', 'overlap-accepted', 'stop']);
/** Acts that are explained to the initiator in words. */
export const SAID: ReadonlySet<string> = new Set(['return', 'reject', 'refuse', 'override', 'mistaken']);

/** Everything that this person may decide at this stage; each form carries what the page showed. */
export function acts(opened: Opened): Html {
  const { look, words } = opened;
  const forms = isOwn(opened) ? [] : (BY_STAGE[stageOf(look)]?.(opened) ?? []);
  const again = look.memory?.social?.state === 'returned' && isModerator(opened) && !isOwn(opened);
  const all = [...forms, ...(again ? [one(opened, 'social-again')] : [])].filter((form) => form !== undefined);
  return html`<section aria-labelledby="decide-title" id="decide" class="decide"><h2 id="decide-title">${words.decide}</h2>${decisions(opened)}${isOwn(opened) ? html`<p class="remark">${words.own}</p>` : all.length === 0 ? html`<p class="soft">${words.nothingToDecide}</p>` : all}</section>`;
}

/** What was decided already in this round, and by whom: the other one of two moderators sees it here. */
function decisions({ look, words, nameOf, reader }: Opened): Html {
  const { approval, coordination } = look.memory ?? {};
  const at = (instant: string) => momentIn(instant, reader.language);
  return html`${approval && html`<p class="done">${words.decided.approved(nameOf(approval.by), at(approval.at))}</p>`}${coordination && html`<p class="done">${words.decided.coordinated(nameOf(coordination.by), at(coordination.at))}</p>`}`;
}

const errorsLeft = ({ look }: Opened): number =>
  look.verdict.findings.filter((found) => found.severity === 'error' && !isSetAside(findingKey(found), look)).length;

const BY_STAGE: Readonly<Record<string, (opened: Opened) => (Html | undefined)[]>> = {
  'In moderation': (opened) => [
    ...moderation(opened),
    ...center(opened),
    ...(isModerator(opened) ? [days(opened)] : []),
  ],
  Draft: (opened) => [override(opened)],
  Returned: (opened) => [override(opened)],
  Scheduled: (opened) => (isModerator(opened) && !isPost(opened.look) ? [days(opened), letOut(opened)] : []),
  Sending: (opened) =>
    isModerator(opened)
      ? [
          one(opened, opened.look.delivery === 'paused' || opened.look.memory?.paused ? 'resume' : 'pause'),
          one(opened, 'stop', 'grave'),
        ]
      : [],
};

function moderation(opened: Opened): (Html | undefined)[] {
  const { look, words, draft, reader } = opened;
  if (!isModerator(opened)) return [];
  const errors = isPost(look) ? 0 : errorsLeft(opened);
  const [title, explain] = words.acts.fix;
  const day = dayOf(opened);
  const summary = isPost(look)
    ? draft.audience.none
    : `${draft.audience.count(look.audience.recipients.length)}${day === '' ? '' : ` · ${dayIn(day, reader.language)}`}`;
  return [
    look.memory?.approval
      ? undefined
      : one(
          opened,
          'approve',
          '',
          html`<p><strong>${summary}</strong></p>${errors > 0 && html`<p class="problem">${words.errorsLeft(errors)}</p>`}`,
        ),
    folded(opened, 'return', words.wordsFor),
    html`<p class="act"><a href="${hereWith(opened, { open: look.id, fix: '1' })}">${title}</a> <span class="soft">${explain}</span></p>`,
    folded(opened, 'reject', words.reason),
  ];
}

function center(opened: Opened): (Html | undefined)[] {
  const { look, words } = opened;
  if (!isApprover(opened)) return [];
  const asked = look.scope.kind === 'broad' && !isPost(look) && !look.memory?.coordination;
  return [...(asked ? [one(opened, 'coordinate'), folded(opened, 'refuse', words.reason)] : []), override(opened)];
}

/** Only while an entry of force majeure is in force (P14). */
const override = (opened: Opened): Html | undefined =>
  opened.look.desk.forceMajeure !== '' && isApprover(opened) && !opened.look.memory?.override
    ? folded(
        opened,
        'override',
        opened.words.reason,
        html`<p>${opened.words.forceMajeure(opened.look.desk.forceMajeure)}</p>`,
      )
    : undefined;

/** Held or not: whoever knows better than the rule may say so beforehand. */
function letOut(opened: Opened): Html | undefined {
  const day = dayOf(opened);
  if (day === '' || opened.look.memory?.overlap || !opened.look.overloaded.includes(day)) return undefined;
  return one(opened, 'overlap-accepted', 'grave', html`<input type="hidden" name="day" value="${day}">`);
}

function days(opened: Opened): Html | undefined {
  const { look, words, reader } = opened;
  const [title, explain, button] = words.acts.day;
  if (isPost(look)) return undefined;
  if (look.days.length === 0) return html`<p class="late">${words.days.none}</p>`;
  const chosen = dayOf(opened);
  return form(
    opened,
    'day',
    html`<fieldset class="days"><legend>${title}</legend><p class="soft">${explain}</p>${look.days.map((day) => {
      const share = percent(look.overlap(day).share);
      const heavy = look.overloaded.includes(day);
      return html`<label class="choice"><input type="radio" name="day" value="${day}"${day === chosen && html` checked`} required> <span>${words.calendar.weekdays[weekdayOf(day)]}, ${dayIn(day, reader.language)}${share > 0 && html` <span class="${heavy ? 'late' : 'soft'}">${words.days.percent(share)}</span>`}</span></label>`;
    })}<button type="submit" class="quiet">${button}</button></fieldset>`,
  );
}
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** What the page showed goes with every press: a decision counts for exactly that. */
const form = (opened: Opened, act: string, inside: Html): Html =>
  html`<form class="act" method="post" action="${hereWith(opened, { open: opened.look.id })}">${pressField()}<input type="hidden" name="act" value="${act}"><input type="hidden" name="content" value="${opened.look.content}"><input type="hidden" name="audience" value="${opened.look.audiencePrint}">${inside}</form>`;

function one(opened: Opened, act: ModerationAct, look: 'grave' | '' = '', more?: Html): Html {
  const [title, explain, button] = opened.words.acts[act];
  return form(
    opened,
    act,
    html`<h3>${title}</h3>${more}<p class="soft">${explain}</p><button type="submit"${look === 'grave' && html` class="grave"`}>${button}</button>`,
  );
}

/** An act with words of its own, folded away until somebody wants it. */
function folded(opened: Opened, act: ModerationAct, label: string, more?: Html): Html {
  const [title, explain, button] = opened.words.acts[act];
  const grave = GRAVE.has(act);
  return html`<details class="act"><summary>${title}</summary>${form(
    opened,
    act,
    html`${more}<p class="soft" id="${act}-help">${explain}</p><div class="field"><label for="${act}-words">${label}</label><textarea id="${act}-words" name="words" rows="4" maxlength="3000" required aria-describedby="${act}-help"></textarea></div><button type="submit"${grave && html` class="grave"`}>${button}</button>`,
  )}</details>`;
}

import { wordDiff } from '../../domain/mailing/index.ts';
import { type DraftField, fieldsOf } from '../../domain/mailing/request/index.ts';
import { type DraftStage, dayIn, fieldIn, momentIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { pressField } from '../press.ts';
import { act, shownPicture } from './draft-form.ts';
import { regionsOf } from './draft-regions.ts';
import { isOpen, type Shown, stageOf } from './draft-shown.ts';

/** Where the request stands, in words: stage, dates, what is missing, and what the moderator said. */
export function status(shown: Shown): Html {
  const { look, draft, language } = shown;
  const stage = stageOf(look);
  const [name, meaning] = draft.stages[stage as DraftStage] ?? [stage, ''];
  const { day } = look.memory ?? {};
  const live = regionsOf(shown);
  return html`<section class="state" aria-label="${name}"><div><p class="stage">${name}</p><p>${meaning}</p>${look.due !== '' && html`<p>${draft.dueBy(momentIn(look.due, language))}</p>`}${stage === 'Scheduled' && day !== undefined && html`<p>${draft.goesOut(dayIn(day, language))}</p>`}${isOpen(look) && html`<div data-live="missing">${live.missing}</div>`}</div><div><h2>${draft.dates.title}</h2><div data-live="dates">${live.dates}</div></div></section>${comments(shown)}${isOpen(look) && fix(shown)}`;
}

function comments({ look, draft }: Shown): Html | undefined {
  const words = look.row.cells.comment.trim();
  return words === ''
    ? undefined
    : html`<section class="card"><h2>${draft.comments}</h2><p class="said">${words}</p></section>`;
}

/** A moderator's version (R21): what it changes, word by word, and one button. */
function fix(shown: Shown): Html | undefined {
  const { look, draft } = shown;
  const words = draft.fix;
  if (stageOf(look) !== 'Returned' || look.memory?.fix === undefined) return undefined;
  if (!look.fix) return html`<section class="card"><h2>${words.title}</h2><p>${words.gone}</p></section>`;
  const now: Readonly<Record<string, string>> = fieldsOf(look.cells);
  const changes = Object.entries(look.fix.fields).filter(([field, text]) => now[field] !== text);
  return html`<section class="card fix" id="fix"><h2>${words.title}</h2>${changes.map(([field, text]) => html`<h3>${draft.fields[field]?.[0] ?? field}</h3>${difference(fieldIn(field, now[field] ?? '', shown.language), fieldIn(field, text ?? '', shown.language), shown)}`)}<p>${words.explain}</p><form method="post" enctype="multipart/form-data">${pressField()}<input type="hidden" name="fixed" value="${look.fix.content}">${act('consent', words.button)}</form><p class="soft">${words.or}</p></section>`;
}

/** The text after the change with what went and what came marked; heard as such, too. */
const difference = (before: string, after: string, { draft }: Shown): Html =>
  html`<p class="diff">${wordDiff(before, after).map(({ kind, text }) =>
    kind === 'same'
      ? html`${text}`
      : kind === 'gone'
        ? html`<del><span class="heard">${draft.fix.was}: </span>${text}</del>`
        : html`<ins><span class="heard">${draft.fix.is}: </span>${text}</ins>`,
  )}</p>`;

/** What happened so far, oldest first. */
export function history({ look, draft, language }: Shown): Html | undefined {
  const { memory } = look;
  if (!memory) return undefined;
  const words = draft.history;
  const at = (instant: string) => momentIn(instant, language);
  const { approval, coordination, delivery, social } = memory;
  const dated = [
    ...memory.spans.flatMap(({ from, to }) => [
      { when: from, line: words.handedIn(at(from)) },
      ...(to && approval?.at !== to ? [{ when: to, line: words.answered(at(to)) }] : []),
    ]),
    ...(approval ? [{ when: approval.at, line: words.approved(at(approval.at)) }] : []),
    ...(coordination ? [{ when: coordination.at, line: words.coordinated(at(coordination.at)) }] : []),
  ].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  const lines = [
    ...dated.map(({ line }) => line),
    ...(delivery ? [words.sent(delivery.sent, delivery.failed + delivery.bounced)] : []),
    ...(social ? [words.post[social.state]] : []),
  ];
  return lines.length === 0
    ? undefined
    : html`<section><h2>${words.title}</h2><ol>${lines.map((line) => html`<li>${line}</li>`)}</ol></section>`;
}

/** The request for reading only, once it is with the moderator or further. */
export function readOnly(shown: Shown): Html {
  const { fields, draft, language } = shown;
  const given = (Object.entries(fields) as (readonly [DraftField, string])[]).filter(([, text]) => text !== '');
  return html`<div><dl class="given">${given.map(([name, text]) => html`<dt>${draft.fields[name]?.[0] ?? name}</dt><dd>${fieldIn(name, text, language)}</dd>`)}</dl>${shownPicture(shown, 'picture')}${shownPicture(shown, 'poster')}${regionsOf(shown).audience}</div>`;
}

import { addDays } from '../../domain/calendar/index.ts';
import { mondayOf, wordDiff } from '../../domain/mailing/index.ts';
import { type DraftField, fieldsOf } from '../../domain/mailing/request/index.ts';
import { asHappened } from '../../domain/process/index.ts';
import { dayIn, fieldIn, historyIn, momentIn, valueIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { isPost, type Opened, stageOf, timeLeft } from './moderate-shown.ts';
import { hereWith } from './staff.ts';

/** Time left and the spans of the clock (R26, Q8). */
export function clock(opened: Opened): Html {
  const { look, words, reader } = opened;
  const at = (instant: string) => momentIn(instant, reader.language);
  const { spans } = look.desk;
  return html`<section aria-labelledby="clock-title"><h2 id="clock-title">${words.clock.title}</h2><p class="${look.due !== '' && look.desk.hoursLeft < 0 ? 'late' : 'stage'}">${timeLeft(opened, look)}</p>${look.due !== '' && html`<p>${words.clock.due(at(look.due))}</p>`}${spans.length > 0 && html`<ul class="soft">${spans.map(({ from, to, hours }) => html`<li>${words.clock.span(at(from), to ? at(to) : words.clock.open, hours)}</li>`)}</ul>`}</section>`;
}

/** Who asks, for whom: how many get it, how they were chosen, who is left out, whether the Center has to agree (P6, P7, Q11). */
export function readers(opened: Opened): Html {
  const { look, words, draft, reader } = opened;
  const { language } = reader;
  const { cells, audience, scope } = look;
  const said = draft.audience;
  const label = (field: DraftField) => draft.fields[field]?.[0] ?? field;
  const list = (values: readonly string[]) => values.map((value) => valueIn(value, language)).join(', ');
  const how: readonly (readonly [string, string])[] =
    cells.list !== ''
      ? [[words.chosen.list, cells.list]]
      : [
          [label('schools'), list(cells.schools)],
          [label('degrees'), list(cells.degrees)],
          [label('years'), cells.years],
        ];
  const given = how.filter(([, value]) => value !== '');
  const out = Object.entries(audience.leftOut).filter(([, n]) => n > 0) as (readonly [keyof typeof said.why, number])[];
  const because = words.scope.because[scope.why]?.(scope.beyond);
  const facts = html`<dl><dt>${label('unit')}</dt><dd>${look.unit || cells.unit}</dd><dt>${label('direction')}</dt><dd>${valueIn(cells.direction, language)}</dd><dt>${words.initiator}</dt><dd>${cells.initiatorName} <span class="soft">${cells.initiatorEmail}</span></dd>${cells.eventDate !== '' && html`<dt>${label('eventDate')}</dt><dd>${dayIn(cells.eventDate, language)}</dd>`}${cells.wished !== '' && html`<dt>${label('wished')}</dt><dd>${dayIn(cells.wished, language)}</dd>`}${look.window !== null && html`<dt>${draft.dates.title}</dt><dd>${dayIn(look.window.earliest, language)} – ${dayIn(look.window.latest, language)}</dd>`}</dl>`;
  if (isPost(look))
    return html`<section aria-labelledby="readers-title"><h2 id="readers-title">${draft.groups.audience}</h2>${facts}<p>${said.none}</p></section>`;
  return html`<section aria-labelledby="readers-title"><h2 id="readers-title">${draft.groups.audience}</h2><p class="stage">${said.count(audience.recipients.length)}</p><p>${look.problem ? html`<span class="late">${said.problem[look.problem]}</span>` : html`${words.chosen.title}: ${given.length === 0 ? words.chosen.all : given.map(([name, value]) => `${name}: ${value}`).join('; ')}`}</p>${out.length > 0 && html`<p>${said.leftOut}: ${out.map(([why, n]) => said.why[why](n)).join('; ')}</p>`}<p>${scope.kind === 'own' ? words.scope.own : words.scope.broad}${because ? ` ${because}` : ''}</p>${facts}</section>`;
}

/** The day it goes out as things stand, or would. */
export const dayOf = ({ look }: Opened): string => {
  const chosen = look.memory?.day ?? '';
  const wished = look.cells.wished;
  return (
    chosen || (look.days.includes(wished) ? wished : (look.days.find((day) => day >= wished) ?? look.days[0] ?? ''))
  );
};

/** Who would get how many mailings that week, and from whom else (P8). */
export function overlap(opened: Opened): Html | undefined {
  const { look, words, reader, draft } = opened;
  const { language } = reader;
  const day = dayOf(opened);
  if (isPost(look) || day === '') return undefined;
  const said = words.overlap;
  const { counts, others, over, share } = look.overlap(day);
  const { mailsPerWeek, overlapMost } = look.desk;
  const monday = mondayOf(day);
  return html`<section aria-labelledby="overlap-title"><h2 id="overlap-title">${said.title(dayIn(day, language))}</h2><p class="soft">${dayIn(monday, language)} – ${dayIn(addDays(monday, 6), language)}</p>${
    others.length === 0
      ? html`<p>${said.alone}</p>`
      : html`<ul>${counts.map(([mailings, people]) => html`<li>${said.counts(mailings, people)}</li>`)}</ul><p>${said.others}:</p><ul>${others.map((one) => html`<li><a href="${hereWith(opened, { open: one.id })}">${said.other(one.unit || one.id, dayIn(one.day, language), one.shared)}</a></li>`)}</ul>`
  }${over > 0 && html`<p class="${share * 100 > overlapMost ? 'late' : 'remark'}">${said.over(over, percent(share), mailsPerWeek)} ${said.limit(overlapMost)}</p>`}${look.suggested !== '' && html`<p><strong>${said.suggested(dayIn(look.suggested, language))}</strong></p>`}${look.days.length === 0 && html`<p class="late">${draft.dates.late}</p>`}</section>`;
}
export const percent = (share: number): number => Math.round(share * 100);

/** Every field that was changed since it was handed in the time before, word by word. */
export function difference(opened: Opened): Html | undefined {
  const { look, words, draft } = opened;
  if (['Draft', ''].includes(stageOf(look))) return undefined;
  const now: Readonly<Record<string, string>> = fieldsOf(look.cells);
  const { before, fix } = look;
  const proposed = Object.entries(stageOf(look) === 'Returned' ? (fix?.fields ?? {}) : {});
  const changes = Object.entries(before ?? {}).filter(([field, text]) => now[field] !== text);
  return html`<section aria-labelledby="difference-title"><h2 id="difference-title">${words.difference.title}</h2>${
    !before
      ? html`<p class="soft">${words.difference.first}</p>`
      : changes.length === 0
        ? html`<p class="soft">${words.difference.none}</p>`
        : changes.map(([field, text]) => changed(opened, field, text ?? '', now[field] ?? ''))
  }</section>${proposed.length > 0 && html`<section aria-labelledby="proposed-title"><h2 id="proposed-title">${draft.fix.title}</h2>${proposed.map(([field, text]) => changed(opened, field, now[field] ?? '', text ?? ''))}</section>`}`;
}

/** A field with what went and what came marked; heard as such, too. */
const changed = ({ draft, reader }: Opened, field: string, before: string, after: string): Html =>
  html`<h3>${draft.fields[field]?.[0] ?? field}</h3><p class="diff">${wordDiff(
    fieldIn(field, before, reader.language),
    fieldIn(field, after, reader.language),
  ).map(({ kind, text }) =>
    kind === 'same'
      ? html`${text}`
      : kind === 'gone'
        ? html`<del><span class="heard">${draft.fix.was}: </span>${text}</del>`
        : html`<ins><span class="heard">${draft.fix.is}: </span>${text}</ins>`,
  )}</p>`;

/** Entries of History about this request, newest first. */
export const entriesOf = ({ view, look }: Opened) => {
  const mine = view.rows('history').filter(({ cells }) => cells.row === look.id);
  return asHappened(mine, look.memory?.wake ?? 0)
    .map(({ cells }) => cells)
    .toReversed();
};

export function history(opened: Opened): Html | undefined {
  const { words, reader, look, draft } = opened;
  const entries = entriesOf(opened);
  const comment = look.row.cells.comment.trim();
  return html`${
    comment !== '' &&
    html`<section aria-labelledby="said-title"><h2 id="said-title">${draft.comments}</h2><p class="said">${comment}</p></section>`
  }${
    entries.length > 0 &&
    html`<section aria-labelledby="history-title"><h2 id="history-title">${words.history.title}</h2><ol class="history" reversed>${entries.map(({ at, by, change, why }) => html`<li>${historyIn(change, reader.language)}${why && html` <span class="soft">(${historyIn(why, reader.language)})</span>`}<br><span class="soft">${opened.nameOf(by)}, ${momentIn(at, reader.language)}</span></li>`)}</ol></section>`
  }`;
}

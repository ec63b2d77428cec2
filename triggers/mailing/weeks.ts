import type { ServerResponse } from 'node:http';
import { addDays, addMonths, daysBetween, parseCivilDate } from '../../domain/calendar/index.ts';
import { mondayOf } from '../../domain/mailing/index.ts';
import { ROLES } from '../../domain/program/index.ts';
import { type DraftStage, dayIn } from '../../domain/words/index.ts';
import type { FunctionRequest } from '../body.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import type { TriggerPorts } from '../ports.ts';
import type { MailingWeek } from '../types.ts';
import { DESK_ACTIONS } from './moderate.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { type Desk, hereWith, openDesk, todayOf } from './staff.ts';
import { WEEKS_STYLE } from './weeks-style.ts';

/** A month of mailings, week by week: what goes out when, to how many, where it is too much, and what waits for a day (P8). */
export async function weeksPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const desk = await openDesk(ports, req, res, token, {
    place: 'mailings',
    actions: [...DESK_ACTIONS, 'social'],
    // It names no alumnus, and everybody of the staff has the way to it in the letter of the day.
    roles: ROLES,
  });
  if (!desk) return;
  const { words, draft, reader, query } = desk;
  const today = todayOf(desk);
  const asked = parseCivilDate(`${query.get('month') ?? ''}-01`);
  const month = asked && asked >= '2020' && asked < '2100' ? asked : `${today.slice(0, 7)}-01`;
  const monday = mondayOf(month);
  const many = Math.ceil((daysBetween(monday, addDays(addMonths(month, 1), -1)) + 1) / 7);
  const weeks = await ports.mailings.weeks(monday, many);
  const name = `${words.calendar.months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
  const to = (n: number) => hereWith(desk, { month: addMonths(month, n).slice(0, 7) });
  const nav = html`<nav class="top" aria-label="${words.calendar.title}"><a href="${to(-1)}" rel="prev">← ${words.calendar.earlier}</a><a href="${to(1)}" rel="next">${words.calendar.later} →</a>${isDecider(desk) && html`<a href="${listOf(desk)}">${words.list.link}</a>`}</nav>`;
  // Saturdays and Sundays have a column only where somebody works on one.
  const days = [0, 1, 2, 3, 4, 5, 6].filter(
    (n) =>
      n < 5 ||
      weeks.some(({ monday: first, movedDays, planned }) =>
        [...movedDays, ...planned.map(({ day }) => day)].includes(addDays(first, n)),
      ),
  );
  const head = html`<thead><tr><th scope="col">${words.calendar.week}</th>${days.map((n) => html`<th scope="col">${words.calendar.weekdays[n] ?? ''}</th>`)}<th scope="col">${words.calendar.total}</th></tr></thead>`;
  const table = html`<table class="weeks"><caption class="heard">${words.calendar.title}, ${name}</caption>${head}<tbody>${weeks.map((week) => row(desk, week, days, today))}</tbody></table>`;
  const cap = weeks[0]?.mailsPerWeek;
  const body = html`<h1>${words.calendar.title}: ${name}</h1>${nav}${cap !== undefined && html`<p class="soft">${words.calendar.explain(cap)}</p>`}${table}`;
  sendPage(res, 200, `${words.calendar.title}, ${name}`, body, reader, {
    part: draft.part,
    wide: true,
    style: MODERATE_STYLE + WEEKS_STYLE,
  });
}

const listOf = (desk: Desk): string =>
  hereWith({ ...desk, path: desk.path.replace('/mailings/', '/moderate/') }, { list: '1' });
const isDecider = ({ link, roles }: Desk): boolean =>
  DESK_ACTIONS.includes(link.action) && (roles.has('Moderator') || roles.has('Center approver'));
/** Those who may decide about a request get a way to it. */
function request(desk: Desk, id: string, subject: string): Html {
  const name = subject || id;
  if (!isDecider(desk)) return html`${name}`;
  return html`<a href="${hereWith({ ...desk, path: desk.path.replace('/mailings/', '/moderate/') }, { open: id })}">${name}</a>`;
}

function row(desk: Desk, week: MailingWeek, days: readonly number[], today: string): Html {
  const { words, reader } = desk;
  const said = words.calendar;
  const cells = days.map((n) => {
    const day = addDays(week.monday, n);
    const off = week.daysOff.includes(day) || (n > 4 && !week.movedDays.includes(day));
    const mine = week.planned.filter((one) => one.day === day);
    return html`<td class="${off ? 'off' : ''}${day === today ? ' today' : ''}${mine.length === 0 && !off && day !== today ? ' bare' : ''}"><p class="date"><span class="name">${said.weekdays[n] ?? ''}, </span><time datetime="${day}">${dayIn(day, reader.language)}</time>${off && html` <span class="soft">${said.off}</span>`}</p>${mine.length > 0 && html`<ul>${mine.map((one) => html`<li class="${one.held ? 'held' : ''}"><strong>${one.unit || '–'}</strong> ${request(desk, one.id, one.subject)}<br><span class="soft">${said.readers(one.recipients)} · ${words.stages[one.stage as DraftStage] ?? one.stage}</span>${one.over > 0 && html`<br><span class="${one.held ? 'late' : 'soft'}">${said.over(one.over)} (${Math.round((100 * one.over) / one.recipients)} %)${one.held ? `, ${said.held}` : ''}</span>`}</li>`)}</ul>`}</td>`;
  });
  const units = [...new Set(week.planned.map(({ unit }) => unit))].filter(Boolean);
  const total = html`<p>${said.mailings(week.planned.length)}${units.length > 0 && `: ${units.join(', ')}`}</p>${week.readers > 0 && html`<p class="soft">${said.readers(week.readers)}</p>`}${week.over > 0 && html`<p class="late">${said.over(week.over)}</p>`}`;
  const waiting =
    week.waiting.length > 0 &&
    html`<p class="soft">${said.waiting}:</p><ul>${week.waiting.map((one) => html`<li><strong>${one.unit || '–'}</strong> ${request(desk, one.id, one.subject)}<br><span class="soft">${said.until(dayIn(one.earliest, reader.language), dayIn(one.latest, reader.language))} · ${said.readers(one.recipients)} · ${words.stages[one.stage as DraftStage] ?? one.stage}</span></li>`)}</ul>`;
  return html`<tr><th scope="row"><time datetime="${week.monday}">${dayIn(week.monday, reader.language)}</time> – <br>${dayIn(addDays(week.monday, 6), reader.language)}</th>${cells}<td class="total">${total}${waiting}</td></tr>`;
}

import type { ServerResponse } from 'node:http';
import { findingKey } from '../../domain/mailing/request/index.ts';
import { html } from '../html.ts';
import { sendPage } from '../page.ts';
import type { MailingLook } from '../types.ts';
import { isPost, isSetAside, stageIn, timeLeft } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { type Desk, hereWith } from './staff.ts';

/** Open requests, the one whose time runs out first on top. */
export function sendList(res: ServerResponse, desk: Desk, looks: readonly MailingLook[]): void {
  const { words, draft, reader } = desk;
  const { list } = words;
  const [subject, unit, stage, left, readers, found] = list.columns;
  const rows = looks.map((look) => {
    const late = look.due !== '' && look.desk.hoursLeft < 0;
    const open = look.verdict.findings.filter((one) => !isSetAside(findingKey(one), look));
    const errors = open.filter(({ severity }) => severity === 'error').length;
    const tally = isPost(look) || open.length === 0 ? '–' : draft.findings.tally(errors, open.length - errors);
    return html`<tr><th scope="row"><a href="${hereWith(desk, { open: look.id })}">${look.cells.subject || look.id}</a></th><td data-label="${unit}">${look.unit || look.cells.unit}</td><td data-label="${stage}">${stageIn(desk, look)}</td><td data-label="${left}"${late && html` class="late"`}>${timeLeft(desk, look)}</td><td data-label="${readers}">${isPost(look) ? '–' : look.audience.recipients.length}</td><td data-label="${found}">${tally}</td></tr>`;
  });
  const table = html`<table class="stacked"><thead><tr><th scope="col">${subject}</th><th scope="col">${unit}</th><th scope="col">${stage}</th><th scope="col">${left}</th><th scope="col">${readers}</th><th scope="col">${found}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const body = html`<h1>${list.title}</h1><nav class="top" aria-label="${words.calendar.title}"><a href="${calendarOf(desk)}">${words.calendar.title}</a></nav>${looks.length === 0 ? html`<p>${list.none}</p>` : html`<p class="soft">${list.explain}</p>${table}`}`;
  sendPage(res, 200, list.title, body, reader, { part: draft.part, wide: true, style: MODERATE_STYLE });
}

/** The calendar by the same link: it proves the same person. */
export const calendarOf = (desk: Desk): string =>
  hereWith({ ...desk, path: desk.path.replace('/moderate/', '/mailings/') }, {});

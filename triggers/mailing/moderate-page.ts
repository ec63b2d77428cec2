import type { ServerResponse } from 'node:http';
import { html } from '../html.ts';
import { sendPage } from '../page.ts';
import { acts } from './moderate-acts.ts';
import { clock, difference, history, overlap, readers } from './moderate-facts.ts';
import { calendarOf } from './moderate-list.ts';
import { type Opened, stageIn } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { foundText, previews } from './moderate-text.ts';
import { hereWith } from './staff.ts';

/** An opened request: its text on the left, the decision and everything it needs on the right. */
export function sendOpened(res: ServerResponse, status: number, opened: Opened): void {
  const { look, words, draft, reader, said, unsent } = opened;
  const title = look.cells.subject || look.id;
  const nav = html`<nav class="top" aria-label="${words.list.title}"><a href="${hereWith(opened, { list: '1' })}">${words.list.link}</a><a href="${calendarOf(opened)}">${words.calendar.title}</a><a href="#decide">${words.decide}</a></nav>`;
  const banner = html`${said && html`<p class="${said.kind}" role="${said.kind === 'done' ? 'status' : 'alert'}">${said.words}</p>`}${unsent !== undefined && unsent !== '' && html`<p>${words.yourWords}</p><pre class="plain-text">${unsent}</pre>`}`;
  const body = html`${nav}<h1>${title}</h1><p class="stage">${stageIn(opened, look)} <span class="soft">${look.id}</span></p>${banner}<div class="two"><div>${foundText(opened)}${previews(opened)}${difference(opened)}</div><div class="side">${clock(opened)}${acts(opened)}${readers(opened)}${overlap(opened)}${history(opened)}</div></div>`;
  sendPage(res, status, said?.kind === 'problem' ? `${reader.words.problem}: ${title}` : title, body, reader, {
    part: draft.part,
    wide: true,
    style: MODERATE_STYLE,
  });
}

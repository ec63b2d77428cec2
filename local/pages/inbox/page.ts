import type { Letter } from '../../inbox/index.ts';
import { html, Markup } from '../html.ts';
import { page } from '../layout.ts';
import { longTime } from '../times.ts';
import type { Parts } from '../types.ts';
import { type Entry, search } from './entries.ts';
import { letterPane, type Show } from './letter.ts';

const PER_PAGE = 100;

/** The list of letters and, beside it, one of them. */
export function inboxPage({ inbox }: Parts, query: URLSearchParams, letter: Letter | undefined): Markup {
  const text = query.get('q') ?? query.get('to') ?? '';
  const found = search(inbox, text);
  const most = Math.max(PER_PAGE, Number(query.get('most')) || 0);
  const kept = new URLSearchParams(text ? { q: text } : {}).toString();
  return page({
    title: letter ? letter.subject || 'Letter' : 'Inbox',
    here: '/inbox',
    kind: 'wide',
    styles: ['inbox/inbox.css'],
    scripts: ['inbox/main.js'],
    body: html`<main id="main" class="inbox ${letter ? 'reading' : 'listing'}">
<section class="side" aria-label="Letters"><h1>Inbox</h1>
<form action="/inbox" role="search"><label class="hidden" for="q">Search by address or subject</label>
<input type="search" id="q" name="q" value="${text}" placeholder="Address or subject" autocomplete="off"><button type="submit">Search</button></form>
<div id="list"><p class="quiet" role="status">${count(found.length, inbox.count())}</p>
<ol class="letters">${found.slice(0, most).map((entry) => line(entry, letter?.id, kept))}</ol>
${found.length > most ? html`<p><a class="button" href="/inbox?${kept}&amp;most=${most + PER_PAGE}">Older letters</a></p>` : ''}</div></section>
<section class="reader" aria-label="Letter">${
      letter
        ? letterPane(letter, (query.get('show') ?? 'html') as Show, kept)
        : html`<p class="empty">${inbox.count() === 0 ? 'No letters yet. Answer a form, and the first one arrives here by itself.' : 'Choose a letter.'}</p>`
    }</section>
</main>`,
  });
}

const line = ({ id, subject, to, at }: Entry, current: number | undefined, query: string): Markup =>
  html`<li><a href="/inbox/${id}${query ? `?${query}` : ''}"${id === current ? new Markup(' aria-current="true"') : ''}>
<span class="subject">${subject || '(no subject)'}</span><span class="to">${to}</span><time datetime="${at}">${longTime(at)}</time></a></li>\n`;

function count(found: number, all: number): string {
  const letters = all === 1 ? '1 letter' : `${all} letters`;
  return found === all ? letters : `${found} of ${letters}`;
}

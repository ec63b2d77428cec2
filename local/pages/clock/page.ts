import { html, Markup } from '../html.ts';
import { page } from '../layout.ts';
import { localInput, longTime, ZONE } from '../times.ts';
import type { ClockState, Parts } from '../types.ts';
import { nextWords } from './words.ts';

/** Program time: what it is, what comes next and, where it is frozen, buttons that move it. */
export function clockPage({ clock, links }: Parts): Markup {
  const state = clock.get();
  const { mode, at } = state;
  return page({
    title: 'Clock',
    here: '/clock',
    styles: ['clock/clock.css'],
    scripts: ['clock/main.js'],
    body: html`<main id="main" class="clock"><h1>Clock</h1>
<p class="lead">${
      mode === 'frozen'
        ? 'Program time stands still until you move it. On the way it stops at every due date, and the program does what is due: letters, reminders, checks.'
        : 'The program follows the real time here. To move it by hand, start with --clock frozen on a new data folder.'
    }</p>
<section class="card now" aria-label="Program time"><p class="quiet">Program time, ${ZONE}</p><p id="at" class="big" aria-live="polite">${longTime(at)}</p>
<p id="next">${nextWords(state)}</p></section>
${waiting(state, links().needsUrl)}${mode === 'frozen' ? controls(at) : ''}
</main>`,
  });
}

/** Hidden while nothing takes long; its list is kept up to date by the script. */
const waiting = (
  { waitsFor }: ClockState,
  needsUrl: string | undefined,
): Markup => html`<section id="waits" class="card waits" aria-live="polite"${waitsFor ? '' : new Markup(' hidden')}>
<p><b>The clock waits for</b></p><ul id="waits-for">${waitsFor?.runs.map(
  ({ what, url }) => html`<li>${what} ·&nbsp;<a href="${url}" target="_blank" rel="noopener">its&nbsp;run</a></li>`,
)}${waitsFor?.more ? html`<li>and ${waitsFor.more} more</li>` : ''}</ul>
<p id="advice">${waitsFor?.advice}</p>${needsUrl ? html`<p><a class="button" href="${needsUrl}">Open Needs you</a></p>` : ''}</section>`;

const controls = (at: string): Markup => html`<section aria-label="Move the clock">
<div class="moves"><button type="button" class="primary" data-move="next">Next event</button>
<button type="button" data-move="P1D">+1 day</button><button type="button" data-move="P1W">+1 week</button>
<form id="to"><label for="date">To a date (${ZONE})</label><input type="datetime-local" id="date" required min="${localInput(at)}" value="${localInput(at)}">
<button type="submit">Move</button></form></div>
<div id="progress" hidden><progress id="bar" max="100" value="0" aria-label="On the way"></progress><p id="way" class="quiet"></p></div>
<p id="said" role="status"></p>
<noscript><p class="empty">Moving the clock here needs JavaScript; the address /api/clock does not.</p></noscript>
</section>`;

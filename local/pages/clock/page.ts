import { html, type Markup } from '../html.ts';
import { page } from '../layout.ts';
import { localInput, longTime, ZONE } from '../times.ts';
import type { Parts } from '../types.ts';

/** Program time: what it is, what comes next and, where it is frozen, buttons that move it. */
export function clockPage({ clock }: Parts): Markup {
  const { mode, at, next } = clock.get();
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
<p id="next">${next ? `Next: ${longTime(next.at)}, ${next.what}` : 'Nothing is planned yet.'}</p></section>
${mode === 'frozen' ? controls(at) : ''}
</main>`,
  });
}

const controls = (at: string): Markup => html`<section aria-label="Move the clock">
<div class="moves"><button type="button" class="primary" data-move="next">Next event</button>
<button type="button" data-move="P1D">+1 day</button><button type="button" data-move="P1W">+1 week</button>
<form id="to"><label for="date">To a date (${ZONE})</label><input type="datetime-local" id="date" required min="${localInput(at)}" value="${localInput(at)}">
<button type="submit">Move</button></form></div>
<div id="progress" hidden><progress id="bar" max="100" value="0" aria-label="On the way"></progress><p id="way" class="quiet"></p></div>
<p id="said" role="status"></p>
<noscript><p class="empty">Moving the clock here needs JavaScript; the address /api/clock does not.</p></noscript>
</section>`;

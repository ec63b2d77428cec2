import { WORKBOOKS } from '../../../domain/program/index.ts';
import { deskWords } from '../clock/words.ts';
import { viewform } from '../forms/pages.ts';
import { html, type Markup } from '../html.ts';
import { page } from '../layout.ts';
import { longTime } from '../times.ts';
import type { Links, Parts } from '../types.ts';

/** The home page: what this is, where everything lies and a first walk, for somebody who has never seen it. */
export function deskPage({ links, clock, inbox }: Parts): Markup {
  const { spreadsheets, forms, temporalUrl, hints } = links();
  const state = clock.get();
  const { at, mode } = state;
  const letters = inbox.count();
  return page({
    title: 'Desk',
    here: '/',
    styles: ['desk.css'],
    scripts: ['desk.js'],
    body: html`<main id="main" class="desk">
<h1>Alumni mentorship and mailings</h1>
<p class="lead">Alumni and students apply on forms and answer letters. Staff work in a spreadsheet. In between, the program keeps
time: it invites, matches, reminds, checks and writes down, and tells staff in the row itself what happens next. Everything
here runs on this machine; no letter leaves it.</p>
<ul class="facts">
<li><a href="/clock"><span class="quiet">Program time</span><strong id="now">${longTime(at)}</strong>
<span class="quiet" id="next">${deskWords(state)}</span></a></li>
<li><a href="/inbox"><span class="quiet">Letters</span><strong id="letters">${letters}</strong>
<span class="quiet">in the inbox, for everybody</span></a></li>
</ul>
${hints ? html`<section><h2>First steps</h2><ol class="walk">${hints.map((hint) => html`<li>${hint}</li>`)}</ol></section>` : html`${walk(links(), mode)}${mailingWalk(links(), mode)}`}
<section><h2>Spreadsheets</h2>
<ul class="cards">${spreadsheets.map(
      ({
        id,
        title,
        readers,
      }) => html`<li class="card"><h3><a href="/sheet?id=${encodeURIComponent(id)}">${title}</a></h3>
<p>${ABOUT[title] ?? ''}</p>${readers ? html`<p class="quiet">Readers: ${readers}</p>` : ''}</li>\n`,
    )}</ul>${spreadsheets.length === 0 ? html`<p class="empty">The programme has not been set up yet.</p>` : ''}</section>
<section><h2>Forms</h2><ul class="names">${forms.map(
      ({ formId, title }) => html`<li><a href="${viewform(formId)}">${title}</a></li>\n`,
    )}</ul><p class="quiet">Some forms need the code that a letter carries; open those from the letter.
<a href="/forms">All forms with what they ask</a></p></section>
${temporalUrl ? operators(temporalUrl) : ''}
</main>`,
  });
}

const ABOUT: Readonly<Record<string, string>> = {
  'Mentorship programme': 'People, pairs, check-ins, training, settings, and “Needs you”: what waits for staff.',
  'Mentorship restricted': 'Concerns, cases and evaluations, in a file of their own.',
  'Alumni mailings': 'Requests for mailings and what became of them, units, lists, and the register of graduates.',
  'Mentorship figures': 'Counts only; nobody can be recognised.',
};

function walk({ spreadsheets, forms }: Links, mode: 'real' | 'frozen'): Markup {
  const mentor = forms.find(({ key }) => key === 'mentor');
  const book = spreadsheets[0];
  const form = mentor
    ? html`<a href="${viewform(mentor.formId)}">${mentor.title}</a>`
    : html`<a href="/forms">a form</a>`;
  const sheet = book ? html`<a href="/sheet?id=${encodeURIComponent(book.id)}">${book.title}</a>` : 'the spreadsheet';
  return html`<section><h2>Try this</h2><ol class="walk">
<li><b>Apply.</b> Answer ${form} with any name and address; nothing is sent outside.</li>
<li><b>Read the letter.</b> It is in the <a href="/inbox">inbox</a> within seconds.</li>
<li><b>Look at the row.</b> In ${sheet}, tab “Mentors”: <em>Stage</em> and <em>Next step</em>, far to the right, say where the person
stands. Tick <em>Alumnus confirmed</em>, as staff would, and see them change.</li>
<li><b>Let time pass.</b> ${
    mode === 'frozen'
      ? html`Press “Next event” on the <a href="/clock">clock</a>, twice if need be: at 09:00 staff get their letter of the day, at 10:00 the
person the next one, in the <a href="/inbox">inbox</a>.`
      : html`The next letter comes in its hour. To move the <a href="/clock">clock</a> by hand, start with <code>--clock frozen</code>.`
  }</li>
<li><b>Answer for the person.</b> Follow the link in the new letter, press the button there, and look at the row again.</li>
</ol></section>`;
}

/** From the form of a School to the copies that its graduates get. */
function mailingWalk({ spreadsheets, forms }: Links, mode: 'real' | 'frozen'): Markup | '' {
  const asks = forms.find(({ key }) => key === 'mailing');
  const book = spreadsheets.find(({ title }) => title === WORKBOOKS.mailings.title);
  if (!asks || !book) return '';
  return html`<section><h2>Try a mailing</h2><ol class="walk">
<li><b>Ask for it.</b> Answer <a href="${viewform(asks.formId)}">${asks.title}</a> as a School would: unit SEDS, “Invitation to an event”, the
event six weeks ahead, alumni of SEDS, a few words of text, and a signature with name, address and telephone.</li>
<li><b>Hand it in.</b> The letter in the <a href="/inbox">inbox</a> leads to the draft page, which names what is missing and what the rules
find. Put it right there and press “Hand in”. Now one working day runs.</li>
<li><b>Decide as the moderator.</b> Open the letter “to moderate”, press “Open the page”, then “Approve”. If a second letter says “the Center
decides”, approve there, too: more than the School’s own graduates would get it, or its contact data is old.</li>
<li><b>Look at the row.</b> In <a href="/sheet?id=${encodeURIComponent(book.id)}">${book.title}</a>, tab “Mailings”, it is now
<em>Scheduled</em>, and <em>Next step</em> says when it goes out.</li>
<li><b>Let it go out.</b> ${
    mode === 'frozen'
      ? html`Move the <a href="/clock">clock</a> to a minute after that.`
      : html`It goes out at that hour. To move the <a href="/clock">clock</a> by hand, start with <code>--clock frozen</code>.`
  } Each graduate’s copy is in the inbox, the row says <em>Sent</em> and, where no post
was asked for, <em>Done</em>; the School gets a report.</li>
<li><b>See one come back.</b> Open a copy and press “No such mailbox”: the row counts it, and the tab “Do not write” has the address.</li>
</ol></section>`;
}

const operators = (url: string): Markup => html`<section><h2>For operators</h2>
<p><a href="${url}" target="_blank" rel="noopener">Temporal</a> shows the run behind every person, pair and season: what it waits for, and
what it did. The <em>Run</em> column of a row leads to its own.</p></section>`;

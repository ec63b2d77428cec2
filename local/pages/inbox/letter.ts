import { type Letter, returnPathOf } from '../../inbox/index.ts';
import { html, Markup, webAddress } from '../html.ts';
import { longTime } from '../times.ts';

export type Show = 'html' | 'text' | 'headers';

/** One letter: who, when, what, and its body in one of three views. */
export function letterPane(letter: Letter, show: Show, query: string): Markup {
  const { id, subject, from, to, at } = letter;
  const views: readonly (readonly [Show, string])[] = [
    ...(letter.html ? ([['html', 'Letter']] as const) : []),
    ['text', 'Text only'],
    ['headers', 'Headers'],
  ];
  const shown = views.some(([key]) => key === show) ? show : 'text';
  return html`<article class="letter" aria-labelledby="subject">
<a class="back" href="/inbox${query ? `?${query}` : ''}">← All letters</a>
<h2 id="subject">${subject || '(no subject)'}</h2>
<dl class="people"><dt>From</dt><dd>${from}</dd><dt>To</dt><dd>${to}</dd><dt>At</dt><dd>${longTime(at)}</dd></dl>
<nav class="views" aria-label="Views of the letter">${views.map(
    ([key, name]) =>
      html`<a href="/inbox/${id}?${query ? `${query}&` : ''}show=${key}"${key === shown ? new Markup(' aria-current="true"') : ''}>${name}</a>\n`,
  )}</nav>
${body(letter, shown)}${sendBack(letter, query)}</article>`;
}

/** What the reader's mail server might do with a letter that says where it comes back to. */
const sendBack = (letter: Letter, query: string): Markup | '' =>
  returnPathOf(letter) === undefined
    ? ''
    : html`<form class="send-back" method="post" action="/inbox/${letter.id}/back${query ? `?${query}` : ''}"><span>Play the reader's mail server:</span>
<button type="submit" name="how" value="hard">No such mailbox: send it back</button>
<button type="submit" name="how" value="soft">Mailbox full: late</button></form>`;

function body(letter: Letter, show: Show): Markup {
  if (show === 'html')
    return html`<iframe class="paper" title="${letter.subject || 'Letter'}" src="/inbox/${letter.id}/letter" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  if (show === 'text') return html`<pre class="paper" tabindex="0">${linked(letter.text)}</pre>`;
  return html`<div class="paper" tabindex="0"><table class="headers"><tbody>${Object.entries(letter.headers).map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`,
  )}</tbody></table></div>`;
}

/** Web addresses in a text become links. */
function linked(text: string): Markup[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).map((part) => {
    const href = /^https?:/.test(part) ? webAddress(part) : undefined;
    return href ? html`<a href="${href}" target="_blank" rel="noopener">${part}</a>` : html`${part}`;
  });
}

/** The letter's own document, its links opening beside it. Whoever shows it must forbid scripts. */
export const letterDocument = ({ html: source }: Letter): Markup => {
  const base = '<base target="_blank">';
  return new Markup(
    /<head[^>]*>/i.test(source) ? source.replace(/<head[^>]*>/i, (head) => head + base) : base + source,
  );
};

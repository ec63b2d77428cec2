import { isLetterKey, letterShape } from '../../../domain/letters/index.ts';
import { LANGUAGE_CODES, LANGUAGE_NAMES, type Language } from '../../../domain/words/index.ts';
import { SHOWN_KEYS, type ShownKey, shownSample } from '../../../templates/samples-shown.ts';
import { html, Markup } from '../html.ts';
import { page } from '../layout.ts';

/** How a letter is looked at. */
export const VIEWS = ['desktop', 'phone', 'dark', 'text'] as const;
export type LetterView = (typeof VIEWS)[number];

const NAMES: Readonly<Record<LetterView, string>> = {
  desktop: 'Desktop',
  phone: 'Phone',
  dark: 'Dark',
  text: 'Text only',
};

/** All letters by their subjects, to choose one. */
export function galleryPage(): Markup {
  return page({
    title: 'Letters',
    here: '/letters',
    kind: 'wide',
    styles: ['letters.css'],
    body: html`<main id="main" class="gallery"><h1>Letters</h1>
<p class="quiet">Everything that people get from the programme, with sample data; at the end a mailing as alumni get it. Urgent ones go at once; the others wait for the
morning and are merged. Staff may change words in the tab Letters of the spreadsheet.</p>
<div class="scroll" tabindex="0" role="region" aria-label="All letters"><table><thead><tr><th scope="col">Letter</th>${LANGUAGE_CODES.map(
      (code) => html`<th scope="col" lang="${code}">${LANGUAGE_NAMES[code]}</th>`,
    )}</tr></thead><tbody>${SHOWN_KEYS.map(
      (key) =>
        html`<tr><th scope="row"><a href="/letters/${key}">${key}</a>${!isLetterKey(key) || letterShape(key).urgent ? '' : html` <span class="quiet">merged</span>`}</th>${LANGUAGE_CODES.map(
          (code) => html`<td lang="${code}">${shownSample(key, code).subject}</td>`,
        )}</tr>\n`,
    )}</tbody></table></div></main>`,
  });
}

/** One letter, its three languages side by side. */
export function letterPage(key: ShownKey, view: LetterView): Markup {
  const at = SHOWN_KEYS.indexOf(key);
  const beside = (step: number, name: string) => {
    const other = SHOWN_KEYS[at + step];
    return other ? html`<a href="/letters/${other}?view=${view}">${name}: ${other}</a>` : '';
  };
  return page({
    title: `Letter ${key}`,
    here: '/letters',
    kind: 'wide',
    styles: ['letters.css'],
    body: html`<main id="main" class="gallery"><p class="back"><a href="/letters">← All letters</a></p><h1>${key}</h1>
<nav class="views" aria-label="How to look at it"><ul>${VIEWS.map(
      (each) =>
        html`<li><a href="/letters/${key}?view=${each}"${each === view ? new Markup(' aria-current="true"') : ''}>${NAMES[each]}</a></li>`,
    )}</ul></nav>
<div class="side-by-side ${view}">${LANGUAGE_CODES.map((code) => column(key, code, view))}</div>
<nav class="beside" aria-label="Other letters">${beside(-1, 'Before')}${beside(1, 'After')}</nav></main>`,
  });
}

function column(key: ShownKey, language: Language, view: LetterView): Markup {
  const { subject, preheader, text } = shownSample(key, language);
  const name = LANGUAGE_NAMES[language];
  return html`<section><h2 lang="${language}">${name}</h2><p class="subject" lang="${language}"><strong>${subject}</strong> <span class="quiet">${preheader}</span></p>
${
  view === 'text'
    ? html`<pre lang="${language}" tabindex="0">${text}</pre>`
    : html`<iframe title="${key}, ${name}" src="/letters/${key}/${language}.html${view === 'dark' ? '?dark=1' : ''}" sandbox="allow-popups"></iframe>`
}</section>`;
}

/** A letter's own document; a browser in light colours shows it dark only if its rule for dark ones always holds. */
export const letterDocumentOf = (key: ShownKey, language: Language, isDark: boolean): Markup =>
  new Markup(
    shownSample(key, language).html.replaceAll(
      /@media \(prefers-color-scheme: ?dark\)/g,
      isDark ? '@media all' : '@media not all',
    ),
  );

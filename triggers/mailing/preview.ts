import type { ServerResponse } from 'node:http';
import type { DraftWords } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import type { MailingLook } from '../types.ts';

/** Links of a copy that nobody gets lead nowhere (RFC 6761). */
const NOWHERE = { unsubscribe: 'https://unsubscribe.invalid/', preferences: 'https://preferences.invalid/' };

/** Every frame would follow the scheme of whoever looks; a preview shows the one it is asked for. */
const inScheme = (html: string, scheme: 'light' | 'dark'): string =>
  html
    .replaceAll(/@media\s*\(prefers-color-scheme:\s*dark\)/g, scheme === 'dark' ? '@media all' : '@media not all')
    .replaceAll(/(color-scheme: |content=")light dark/g, `$1${scheme}`);

/** The letter its readers would get, by day and in the dark. @param picture address at which the page shows the picture */
export function copyFor(look: Pick<MailingLook, 'copy'>, picture: string) {
  const copy = look.copy(picture).fill(NOWHERE);
  return { text: copy.text, html: inScheme(copy.html, 'light'), dark: inScheme(copy.html, 'dark') };
}

const VIEWS = ['desktop', 'phone', 'dark', 'text'] as const;

/**
 * The mailing as its readers see it: on a desk, on a phone, in the dark, as text. It stands in a frame in which nothing runs and from which
 * nothing is loaded but its own picture. Choosing a view needs no script.
 * @param source address of the frame's document (`sendPreview`)
 */
export function previewSection(words: DraftWords['preview'], source: string, text: string): Html {
  const radios = VIEWS.map(
    (view, i) =>
      html`<label class="choice"><input type="radio" name="view" id="view-${view}"${i === 0 && html` checked`}> ${words.views[view]}</label>`,
  );
  return html`<section class="preview" aria-labelledby="preview-title"><h2 id="preview-title">${words.title}</h2><div class="choices" role="radiogroup" aria-labelledby="preview-title">${radios}</div><div class="paper"><iframe id="preview" title="${words.frame}" src="${source}" sandbox></iframe><iframe id="preview-dark" title="${words.frame} (${words.views.dark})" src="${source}?dark" sandbox></iframe></div><pre class="plain-text" tabindex="0" data-live="plain">${text || words.empty}</pre></section>`;
}

/** Sends the document of the frame. */
export function sendPreview(res: ServerResponse, document: string): void {
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  });
  res.end(document);
}

/** Looks of the preview. The desk is shown smaller than it is, so that a whole letter fits beside the form. */
export const PREVIEW_STYLE = `
.preview .choices{gap:0 .9rem;font-size:.95rem}.preview .choices label{padding:0;gap:.35rem}
.paper{border:1px solid var(--hair);border-radius:.5rem;overflow:hidden;background:var(--ground);height:36rem}
.paper iframe{display:block;border:0;width:calc(100% / .6);height:60rem;transform:scale(.6);transform-origin:0 0}
.preview:has(#view-phone:checked) .paper{max-width:24.5rem;margin:0 auto}
.preview:has(#view-phone:checked) iframe{width:100%;height:36rem;transform:none}
.preview:has(#view-dark:checked) #preview,.preview:not(:has(#view-dark:checked)) #preview-dark{display:none}
.preview:has(#view-text:checked) .paper,.preview:not(:has(#view-text:checked)) .plain-text{display:none}
`;

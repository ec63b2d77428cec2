import type { ServerResponse } from 'node:http';
import { LANGUAGE_CODES, LANGUAGE_NAMES, pageWords } from '../domain/words/index.ts';
import { type ScriptName, scriptPath } from './assets.ts';
import { type Html, html } from './html.ts';
import { inLanguage, type Reader } from './reader.ts';
import { STYLE } from './style.ts';

/** For pages that know nothing of their reader. */
const ANYBODY: Reader = { language: 'en', words: pageWords('en'), here: '' };

/** How a page differs from the small ones. */
export interface PageLook {
  /** What it belongs to, in place of the programme. */
  readonly part?: string;
  /** For work rather than one answer: as wide as the window allows, up to two columns. */
  readonly wide?: true;
  /** Looks of its own, besides those of all pages. */
  readonly style?: string;
  /** Adds comfort; the page works without it. */
  readonly script?: ScriptName;
}

/** Sends one small page: readable without script, on a phone, by keyboard and with a screen reader. */
export function sendPage(
  res: ServerResponse,
  status: number,
  title: string,
  body: Html,
  reader: Reader = ANYBODY,
  look: PageLook = {},
): void {
  const { language, words, here } = reader;
  const page =
    html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · ${look.part ?? words.programme}</title><link rel="icon" href="data:,"><style>`
      .text +
    STYLE +
    (look.style ?? '') +
    html`</style>${look.script && html`<script src="${scriptPath(look.script)}" defer></script>`}</head><body${look.wide && html` class="wide"`}><header><p>${look.part ?? words.programme}</p>${here === '' ? undefined : languages(reader)}</header><main><article>${body}</article></main>${body.text.includes('<button') ? html`<footer><p>${words.untilPressed}</p></footer>` : undefined}</body></html>`
      .text;
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': policyOf(look),
  });
  res.end(page);
}

/** Nothing from elsewhere; a page with work on it shows its own pictures and previews, and asks its own address. */
const policyOf = ({ wide, script }: PageLook): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${wide ? " 'self'" : ''}`,
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    ...(wide ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const languages = ({ language, words, here }: Reader): Html =>
  html`<nav aria-label="${words.languages}"><ul>${LANGUAGE_CODES.map(
    (code) =>
      html`<li>${
        code === language
          ? html`<span aria-current="true">${LANGUAGE_NAMES[code]}</span>`
          : html`<a href="${inLanguage(here, code)}" lang="${code}" hreflang="${code}">${LANGUAGE_NAMES[code]}</a>`
      }</li>`,
  )}</ul></nav>`;

/** Says one thing and what to do next. */
export const sendWords = (
  res: ServerResponse,
  status: number,
  title: string,
  words: string,
  more?: Html,
  reader?: Reader,
): void => sendPage(res, status, title, html`<h1>${title}</h1><p>${words}</p>${more}`, reader);

import { html, Markup } from './html.ts';

export interface PageOptions {
  readonly title: string;
  /** Path of the navigation entry that is current. */
  readonly here?: string;
  readonly body: Markup;
  /** Names of modules in `assets/`. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** `wide` takes the whole width, `window` the height, too; `bare` has no navigation (what people outside the Center see). */
  readonly kind?: 'wide' | 'window' | 'bare';
}

const NAVIGATION = [
  ['/', 'Desk'],
  ['/sheet', 'Spreadsheet'],
  ['/forms', 'Forms'],
  ['/inbox', 'Inbox'],
  ['/letters', 'Letters'],
  ['/clock', 'Clock'],
] as const;

/** The frame of every page. */
export function page({ title, here, body, scripts = [], styles = [], kind }: PageOptions): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${styles.map((name) => html`<link rel="stylesheet" href="/assets/${name}">\n`)}<link rel="stylesheet" href="/assets/style.css">
${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>\n`)}</head>
<body class="${kind ?? 'plain'}">
${kind === 'bare' ? '' : navigation(here)}
${body}
</body>
</html>
`;
}

const navigation = (here: string | undefined): Markup => html`<a class="skip" href="#main">Skip to the content</a>
<header class="top"><nav aria-label="Pages"><ul>
${NAVIGATION.map(([path, name]) => html`<li><a href="${path}"${path === here ? new Markup(' aria-current="page"') : ''}>${name}</a></li>\n`)}</ul></nav></header>`;

/** A page for what cannot be shown, with words for people. */
export const problemPage = (title: string, words: string): Markup =>
  page({
    title,
    body: html`<main id="main" class="narrow"><h1>${title}</h1><p>${words}</p><p><a href="/">Back to the desk</a></p></main>`,
  });

import type { ServerResponse } from 'node:http';
import { socialOf } from '../../domain/mailing/request/index.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import { pressField } from '../press.ts';
import type { Reader } from '../reader.ts';
import { act, draftForm, problemOf } from './draft-form.ts';
import { regionsOf } from './draft-regions.ts';
import { isOpen, isWithdrawable, type Shown } from './draft-shown.ts';
import { history, readOnly, status } from './draft-status.ts';
import { DRAFT_STYLE } from './draft-style.ts';
import { PREVIEW_STYLE, previewSection } from './preview.ts';

/** Sends the draft page: the form while the initiator works on it, what was asked for afterwards. */
export function sendDraft(res: ServerResponse, code: number, shown: Shown): void {
  const { look, draft, reader } = shown;
  const title = socialOf(look.cells) === 'only' ? draft.titlePost : draft.title;
  const open = isOpen(look);
  const problem = shown.problems.length > 0 || shown.stored || shown.said?.kind === 'problem';
  const body = html`<h1>${title}</h1>${look.cells.subject !== '' && html`<p class="subject">${look.cells.subject}</p>`}${banner(shown)}${status(shown)}<div class="two">${open ? draftForm(shown) : readOnly(shown)}<div class="side">${open && findings(shown)}${preview(shown)}${history(shown)}</div></div>${isWithdrawable(look) && html`<p class="away"><a class="grave" href="${inReader(reader, 'withdraw')}">${draft.buttons.withdraw}</a></p>`}`;
  sendPage(res, code, problem ? `${reader.words.problem}: ${title}` : title, body, reader, {
    part: draft.part,
    wide: true,
    style: DRAFT_STYLE + PREVIEW_STYLE,
    script: 'draft.js',
  });
}

/** This page's own address with one more word in its query. */
function inReader({ here }: Reader, word: string): string {
  const { pathname, searchParams } = new URL(here, 'http://localhost');
  const language = searchParams.get('lang');
  return `${pathname}?${language ? `lang=${language}&` : ''}${word}=1`;
}

/** What became of the last press; problems are named one by one, each with a way to its field. */
function banner(shown: Shown): Html | undefined {
  const { draft, problems, stored, said } = shown;
  const lines: Html[] = [];
  if (said)
    lines.push(
      html`<p class="${said.kind}" role="${said.kind === 'done' ? 'status' : 'alert'}" tabindex="-1">${said.words}</p>`,
    );
  if (problems.length > 0)
    lines.push(
      html`<div class="problem" role="alert" tabindex="-1"><h2>${draft.problems.title}</h2><ul>${problems.map(({ field }) => html`<li><a href="#${field}">${draft.fields[field]?.[0] ?? field}</a>: ${problemOf(shown, field)}</li>`)}</ul></div>`,
    );
  if (stored)
    lines.push(
      html`<div class="problem" role="alert" tabindex="-1"><h2>${draft.stale.title}</h2><p>${draft.stale.explain}</p><ul>${Object.keys(stored).map((field) => html`<li><a href="#${field}">${draft.fields[field]?.[0] ?? field}</a></li>`)}</ul></div>`,
    );
  if (shown.lost) lines.push(html`<div class="problem">${unsaved(shown.lost, shown)}</div>`);
  return lines.length === 0 ? undefined : html`${lines}`;
}

const findings = (shown: Shown): Html =>
  html`<section aria-labelledby="findings-title"><h2 id="findings-title">${shown.draft.findings.title}</h2><div data-live="findings">${regionsOf(shown).findings}</div></section>`;

/** What a post says stands in its field; a post alone is no letter. */
const preview = ({ look, draft, path, plain }: Shown): Html | undefined =>
  socialOf(look.cells) === 'only' ? undefined : previewSection(draft.preview, `${path}/preview`, plain);

/** Asks once more: withdrawing ends the request. */
export function sendWithdraw(res: ServerResponse, { draft, reader, look, path }: Shown): void {
  const { title, explain } = draft.withdraw;
  const back = reader.language === 'en' ? path : `${path}?lang=${reader.language}`;
  sendPage(
    res,
    200,
    title,
    html`<h1>${title}</h1><p><strong>${look.cells.subject}</strong></p><p>${explain}</p><form method="post" enctype="multipart/form-data" action="${back}">${pressField()}${act('withdraw', draft.withdraw.button, html` class="grave"`)}</form><p><a href="${back}">${draft.buttons.back}</a></p>`,
    reader,
    { part: draft.part },
  );
}

/** What was typed and cannot be kept any more, to be copied; nothing that somebody wrote is lost without a word. */
export const unsaved = (fields: Readonly<Record<string, string>>, { draft }: Pick<Shown, 'draft'>): Html =>
  html`<h2>${draft.unsaved.title}</h2><p>${draft.unsaved.explain}</p><dl class="given">${Object.entries(fields)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => html`<dt>${draft.fields[name]?.[0] ?? name}</dt><dd>${text}</dd>`)}</dl>`;

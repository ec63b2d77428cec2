import type { ServerResponse } from 'node:http';
import { type DraftField, type DraftProblem, fieldsOf, longestOf } from '../../domain/mailing/request/index.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import { pressField } from '../press.ts';
import type { Opened } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { hereWith } from './staff.ts';

/** What a moderator puts right: words and days, never whom it goes to or who asks. */
export const FIX_FIELDS = [
  'subject',
  'text',
  'table',
  'signature',
  'pictureAlt',
  'eventDate',
  'wished',
  'posterText',
  'hashtag',
  'posterAlt',
] as const satisfies readonly DraftField[];
const LONG: readonly string[] = ['text', 'table', 'signature', 'posterText'];
const DATES: readonly string[] = ['eventDate', 'wished'];

export interface FixForm {
  readonly fields?: Readonly<Record<string, string>>;
  readonly problems?: readonly DraftProblem[];
  readonly problem?: string;
}

/** The request's fields to be put right; the initiator consents to the result (R21). */
export function sendFix(res: ServerResponse, status: number, opened: Opened, form: FixForm = {}): void {
  const { look, words, draft, reader } = opened;
  const [title, explain, button] = words.acts.fix;
  const fields: Readonly<Record<string, string>> = { ...fieldsOf(look.cells), ...form.fields };
  const back = hereWith(opened, { open: look.id });
  const body = html`<h1>${title}: ${look.cells.subject || look.id}</h1><p>${explain}</p>${form.problem !== undefined && html`<p class="problem" role="alert">${form.problem}</p>`}<form id="draft" method="post" action="${back}">${pressField()}<input type="hidden" name="act" value="fix"><input type="hidden" name="content" value="${look.content}"><input type="hidden" name="audience" value="${look.audiencePrint}"><input type="hidden" name="typed" value="${look.typed}">${FIX_FIELDS.map((name) => field(opened, name, fields[name] ?? '', form.problems ?? []))}<button type="submit">${button}</button></form><p><a href="${back}">${words.sure.back}</a></p>`;
  sendPage(res, status, form.problem === undefined ? title : `${reader.words.problem}: ${title}`, body, reader, {
    part: draft.part,
    wide: true,
    style: MODERATE_STYLE,
  });
}

function field({ draft }: Opened, name: DraftField, value: string, problems: readonly DraftProblem[]): Html {
  const [label = name] = draft.fields[name] ?? [];
  const wrong = problems.find((one) => one.field === name);
  const { long, date, choice } = draft.problems;
  const why = wrong && (wrong.why === 'too long' ? long(wrong.most) : wrong.why === 'no date' ? date : choice);
  const more = html`id="${name}" name="${name}"${why !== undefined && html` aria-invalid="true" aria-describedby="${name}-wrong"`}`;
  // A browser drops the first line break of a textarea.
  const control = LONG.includes(name)
    ? html`<textarea ${more} rows="${name === 'text' ? 12 : 4}" spellcheck="true">\n${value}</textarea>`
    : DATES.includes(name)
      ? html`<input type="date" ${more} value="${value}">`
      : html`<input type="text" ${more} value="${value}" maxlength="${longestOf(name)}" autocomplete="off">`;
  return html`<div class="field"><label for="${name}">${label}</label>${why !== undefined && html`<p class="problem" id="${name}-wrong">${why}</p>`}${control}</div>`;
}

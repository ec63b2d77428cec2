import type { ServerResponse } from 'node:http';
import { type DraftField, type DraftProblem, fieldsOf, longestOf } from '../../domain/mailing/request/index.ts';
import { DIRECTIONS } from '../../domain/program/index.ts';
import { type Language, valueIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import { pressField } from '../press.ts';
import type { Opened } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { hereWith } from './staff.ts';

/**
 * What a moderator puts right with the initiator (R21): direction, words and days. Who asks and which alumni it goes to is the initiator's
 * (R19), so the page says to return it for that.
 */
export const FIX_FIELDS = [
  'direction',
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
  const body = html`<h1>${title}: ${look.cells.subject || look.id}</h1><p>${explain} ${words.fixOnly}</p>${form.problem !== undefined && html`<p class="problem" role="alert">${form.problem}</p>`}<form id="draft" method="post" action="${back}">${pressField()}<input type="hidden" name="act" value="fix"><input type="hidden" name="content" value="${look.content}"><input type="hidden" name="audience" value="${look.audiencePrint}"><input type="hidden" name="typed" value="${look.typed}">${FIX_FIELDS.map((name) => field(opened, name, fields[name] ?? '', form.problems ?? []))}<button type="submit">${button}</button></form><p><a href="${back}">${words.sure.back}</a></p>`;
  sendPage(res, status, form.problem === undefined ? title : `${reader.words.problem}: ${title}`, body, reader, {
    part: draft.part,
    wide: true,
    style: MODERATE_STYLE,
  });
}

function field({ draft, reader }: Opened, name: DraftField, value: string, problems: readonly DraftProblem[]): Html {
  const [label = name] = draft.fields[name] ?? [];
  const wrong = problems.find((one) => one.field === name);
  const { long, date, choice: none } = draft.problems;
  const why = wrong && (wrong.why === 'too long' ? long(wrong.most) : wrong.why === 'no date' ? date : none);
  const more = html`id="${name}" name="${name}"${why !== undefined && html` aria-invalid="true" aria-describedby="${name}-wrong"`}`;
  // A browser drops the first line break of a textarea.
  const control =
    name === 'direction'
      ? choice(more, value, Object.values(DIRECTIONS), draft.choose, reader.language)
      : LONG.includes(name)
        ? html`<textarea ${more} rows="${name === 'text' ? 12 : 4}" spellcheck="true">\n${value}</textarea>`
        : DATES.includes(name)
          ? html`<input type="date" ${more} value="${value}">`
          : html`<input type="text" ${more} value="${value}" maxlength="${longestOf(name)}" autocomplete="off">`;
  return html`<div class="field"><label for="${name}">${label}</label>${why !== undefined && html`<p class="problem" id="${name}-wrong">${why}</p>`}${control}</div>`;
}

/** What was typed into a form and is none of the choices stays until one is taken. */
function choice(more: Html, value: string, all: readonly string[], none: string, language: Language): Html {
  const known = value === '' || all.includes(value);
  return html`<select ${more}><option value="">${none}</option>${!known && html`<option selected>${value}</option>`}${all.map((one) => html`<option value="${one}"${one === value && html` selected`}>${valueIn(one, language)}</option>`)}</select>`;
}

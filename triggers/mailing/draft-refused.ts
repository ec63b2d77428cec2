import type { ServerResponse } from 'node:http';
import { DRAFT_FIELDS, type DraftField, fieldsOf } from '../../domain/mailing/request/index.ts';
import { draftWords, outcomeIn } from '../../domain/words/index.ts';
import type { PostedForm } from '../body.ts';
import { html } from '../html.ts';
import { sendPage, sendWords } from '../page.ts';
import type { Reader } from '../reader.ts';
import type { Written } from '../types.ts';
import { sendDraft, unsaved } from './draft-page.ts';
import type { Press, Shown } from './draft-shown.ts';
import { copyFor } from './preview.ts';

/** Texts beyond this are not shown again in full on the page that refuses them; the browser's way back still has them. */
const SHOWN_MOST = 200_000;

/** Why a press did nothing, by its code. */
export function problem({ look, language, draft: { missing } }: Shown, code: string) {
  // The words of the catalogue lead to this page; here it can say at once what it is.
  const named = look.missing.map((what) => missing.what[what]).join(', ');
  const words = code === 'mailing-incomplete' ? `${missing.title}: ${named}.` : outcomeIn(code, language);
  return { kind: 'problem' as const, words };
}

/** The page once more, with what was typed in its fields. */
export async function notSaved(
  press: Press,
  written: Written,
  typed: Readonly<Record<DraftField, string>>,
): Promise<void> {
  const { ports, id, res, shown } = press;
  const { status, problems } = written;
  const size = Object.values(typed).reduce((sum, text) => sum + text.length, 0);
  const { reader } = shown;
  if (status === 'gone') return sendGone(res, size > SHOWN_MOST ? {} : typed, reader);
  if (size > SHOWN_MOST)
    return sendWords(res, 413, reader.words.tooLarge, draftWords(reader.language).tooLong, undefined, reader);
  const [look, tried] = await Promise.all([ports.mailings.look(id), ports.mailings.tryOut(id, typed)]);
  if (!look || !tried) return sendGone(res, typed, reader);
  // Browsers write line breaks in their own way; only what a reader would call different is.
  const unread = tried.problems.map(({ field }) => [field, typed[field]]);
  const mine: Readonly<Record<string, string>> = { ...fieldsOf(tried.cells), ...Object.fromEntries(unread) };
  if (status === 'closed') {
    const fields = fieldsOf(look.cells);
    const lost = Object.fromEntries(Object.entries(mine).filter(([name, text]) => fields[name as DraftField] !== text));
    return sendDraft(res, 409, {
      ...shown,
      look,
      fields,
      said: problem(shown, 'mailing-handed-in-already'),
      ...(Object.keys(lost).length > 0 ? { lost } : {}),
    });
  }
  const kept = fieldsOf(look.cells);
  const others = DRAFT_FIELDS.filter((name) => kept[name] !== mine[name]).map((name) => [name, kept[name]]);
  sendDraft(res, status === 'stale' ? 409 : 422, {
    ...shown,
    look: { ...tried, row: look.row, typed: look.typed },
    plain: copyFor(tried, '').text,
    fields: typed,
    problems,
    ...(status === 'stale' ? { stored: Object.fromEntries(others) } : {}),
  });
}

/** The request is not there any more; what was typed for it is given back. */
export function sendGone(res: ServerResponse, fields: PostedForm['fields'], reader: Reader): void {
  const draft = draftWords(reader.language);
  const typed = Object.fromEntries(DRAFT_FIELDS.map((name) => [name, fields[name] ?? '']));
  sendPage(res, 404, draft.noRow, html`<h1>${draft.noRow}</h1>${unsaved(typed, { draft })}`, reader, {
    part: draft.part,
  });
}

/** Nobody shall type it twice: the page that says what does not answer has everything in it, and sends it again. */
export function sendRetry(res: ServerResponse, fields: PostedForm['fields'], reader: Reader): void {
  const { words, language } = reader;
  const draft = draftWords(language);
  const kept = Object.entries(fields).map(
    ([name, value]) => html`<textarea name="${name}" hidden>\n${value}</textarea>`,
  );
  sendPage(
    res,
    503,
    words.busy,
    html`<h1>${words.busy}</h1><p role="alert">${words.busyMore}</p><form method="post" enctype="multipart/form-data">${kept}<button type="submit">${draft.buttons.again}</button></form>`,
    reader,
    { part: draft.part },
  );
}

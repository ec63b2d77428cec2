import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { DRAFT_FIELDS, type DraftField, fieldsOf } from '../../domain/mailing/request/index.ts';
import type { Code, Outcome } from '../../domain/messages.ts';
import { outcomeIn } from '../../domain/words/index.ts';
import { type FunctionRequest, type PostedForm, readForm } from '../body.ts';
import { html } from '../html.ts';
import { sendPage } from '../page.ts';
import type { ProgramTime, TriggerPorts } from '../ports.ts';
import { pressOf } from '../press.ts';
import type { UploadedFile, Written } from '../types.ts';
import { sendDraft, unsaved } from './draft-page.ts';
import type { Shown } from './draft-shown.ts';
import { copyFor } from './preview.ts';

/** Texts beyond this are not shown again in full on the page that refuses them; the browser's way back still has them. */
const SHOWN_MOST = 200_000;

interface Press {
  readonly ports: TriggerPorts;
  readonly res: ServerResponse;
  readonly id: string;
  readonly shown: Shown;
  readonly time: ProgramTime;
  readonly form: PostedForm;
}

/** A press on the draft page: `do` says which button. Whatever it is, what was typed is saved first. */
export async function draftPosted(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  shown: Shown,
  time: ProgramTime,
): Promise<void> {
  const form = await readForm(req);
  const { reader } = shown;
  if (!form) return sendDraft(res, 400, { ...shown, said: problem(shown, 'unknown-message') });
  const press: Press = { ports, res, id: shown.look.id, shown, time, form };
  try {
    const what = form.fields.do ?? 'save';
    if (what === 'withdraw') return answered(press, await tell(press, 'withdraw'));
    if (what === 'consent') return await consent(press);
    return await saveAnd(press, what);
  } catch (error) {
    // Nobody shall type it twice: the page that says so has everything in it and sends it again.
    ports.log(`draft page failed: ${error instanceof Error ? error.name : 'unknown'}`);
    const { words } = reader;
    const kept = Object.entries(form.fields).map(
      ([name, value]) => html`<textarea name="${name}" hidden>\n${value}</textarea>`,
    );
    sendPage(
      res,
      503,
      words.busy,
      html`<h1>${words.busy}</h1><p role="alert">${words.busyMore}</p><form method="post" enctype="multipart/form-data">${kept}<button type="submit">${shown.draft.buttons.again}</button></form>`,
      reader,
      { part: shown.draft.part },
    );
  }
}

const problem = ({ language }: Shown, code: string) => ({ kind: 'problem' as const, words: outcomeIn(code, language) });

/** The fields of the form; boxes of which none is ticked are not sent by a browser. */
function typedIn({ fields }: PostedForm): Readonly<Record<DraftField, string>> | undefined {
  if (fields.seen === undefined) return undefined;
  return Object.fromEntries(DRAFT_FIELDS.map((name) => [name, fields[name] ?? ''])) as Record<DraftField, string>;
}

async function saveAnd(press: Press, what: string): Promise<void> {
  const { ports, id, form, shown } = press;
  const typed = typedIn(form);
  if (!typed) return sendDraft(press.res, 400, { ...shown, said: problem(shown, 'unknown-message') });
  const [, verb = '', kind = ''] = /^(upload|remove)-(picture|poster|table)$/.exec(what) ?? [];
  let said = verb === 'remove' ? undefined : await attached(press, 'picture', form.files.picture);
  if (verb !== 'remove') said = (await attached(press, 'poster', form.files.poster)) ?? said;
  if (verb === 'remove' && kind !== 'table') await ports.mailings.remove(id, kind as 'picture' | 'poster');
  const fields = verb === 'remove' && kind === 'table' ? { ...typed, table: '' } : typed;
  const written = await ports.mailings.save(id, fields, form.fields.seen ?? '');
  if (written.status !== 'saved') return notSaved(press, written, typed);
  said = (await attached(press, 'table', form.files.tableFile)) ?? said;
  await recheck(press, fields);
  const empty = verb === 'upload' && !said ? 'upload-empty' : undefined;
  const bad = said?.kind === 'problem' ? said : empty ? problem(shown, empty) : undefined;
  if (bad) return again(press, 422, bad);
  if (what === 'hand-in') return answered(press, await tell(press, 'hand-in'));
  return forward(press, verb === 'remove' ? 'removed' : (said?.code ?? 'saved'));
}

interface Attached {
  readonly kind: 'done' | 'problem';
  readonly words: string;
  readonly code: string;
}
async function attached(
  { ports, id, shown }: Press,
  kind: 'picture' | 'poster' | 'table',
  file: UploadedFile | undefined,
): Promise<Attached | undefined> {
  if (!file) return undefined;
  const code = await ports.mailings.attach(id, kind, file);
  return { kind: code === 'upload-kept' ? 'done' : 'problem', words: outcomeIn(code, shown.language), code };
}

/** Dates and findings in the row follow what was saved; nobody waits for that. */
async function recheck({ ports, id, time, form }: Press, fields: object): Promise<void> {
  const print = createHash('sha256')
    .update(JSON.stringify([fields, pressOf(form.fields), time.now]))
    .digest('base64url')
    .slice(0, 24);
  await ports.runs.leave(`mailing/${id}`, {
    id: `saved/${print}`,
    kind: 'recheck',
    by: 'initiator',
    at: time.now,
    ...(time.clock ? { clock: time.clock } : {}),
  });
}

/** The page once more, with what was typed in its fields. */
async function notSaved(press: Press, written: Written, typed: Readonly<Record<DraftField, string>>): Promise<void> {
  const { ports, id, res, shown } = press;
  const { status, problems } = written;
  const size = Object.values(typed).reduce((sum, text) => sum + text.length, 0);
  const { draft, reader } = shown;
  if (status === 'gone' || size > SHOWN_MOST) {
    const words = status === 'gone' ? draft.noRow : reader.words.tooLarge;
    const more = size > SHOWN_MOST ? undefined : unsaved(typed, shown);
    return sendPage(res, status === 'gone' ? 404 : 413, words, html`<h1>${words}</h1>${more}`, reader, {
      part: draft.part,
    });
  }
  const [look, tried] = await Promise.all([ports.mailings.look(id), ports.mailings.tryOut(id, typed)]);
  if (!look || !tried)
    return sendPage(res, 404, draft.noRow, html`<h1>${draft.noRow}</h1>${unsaved(typed, shown)}`, reader, {
      part: draft.part,
    });
  if (status === 'closed') {
    const fields = fieldsOf(look.cells);
    const lost = Object.fromEntries(
      Object.entries(typed).filter(([name, text]) => fields[name as DraftField] !== text),
    );
    return sendDraft(res, 409, {
      ...shown,
      look,
      fields,
      said: problem(shown, 'mailing-handed-in-already'),
      ...(Object.keys(lost).length > 0 ? { lost } : {}),
    });
  }
  const kept = fieldsOf(look.cells);
  const others = DRAFT_FIELDS.filter((name) => kept[name] !== typed[name]).map((name) => [name, kept[name]]);
  sendDraft(res, status === 'stale' ? 409 : 422, {
    ...shown,
    look: { ...tried, row: look.row, typed: look.typed },
    plain: copyFor(tried, '').text,
    fields: typed,
    problems,
    ...(status === 'stale' ? { stored: Object.fromEntries(others) } : {}),
  });
}

async function consent(press: Press): Promise<void> {
  const { ports, id, form, shown } = press;
  const fixed = form.fields.fixed ?? '';
  const { status } = await ports.mailings.takeFix(id, fixed);
  if (status === 'saved') return answered(press, await tell(press, 'consent', { fixed }));
  return again(press, 409, problem(shown, status === 'closed' ? 'mailing-handed-in-already' : 'mailing-changed'));
}

async function tell(press: Press, kind: string, data: Readonly<Record<string, Code>> = {}): Promise<Outcome> {
  const { ports, id, time, form } = press;
  const name = createHash('sha256')
    .update(JSON.stringify([id, kind, data, pressOf(form.fields) || time.now]))
    .digest('base64url')
    .slice(0, 24);
  return ports.runs.tell(`mailing/${id}`, {
    id: `${kind}/${name}`,
    kind,
    by: 'initiator',
    at: time.now,
    data,
    ...(time.clock ? { clock: time.clock } : {}),
  });
}

/** What the process said, on the page as it stands then. */
function answered(press: Press, { status, code }: Outcome): Promise<void> | void {
  if (status === 'pending' || status === 'again') return forward(press, 'kept');
  return status === 'done' ? forward(press, code) : again(press, 409, problem(press.shown, code));
}

/** Sends the browser to the page itself, so that loading it again sends nothing again. */
function forward({ res, shown }: Press, said: string): void {
  const query = new URLSearchParams({ ...(shown.language === 'en' ? {} : { lang: shown.language }), said });
  res.writeHead(303, {
    Location: `${shown.path}?${query}`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  res.end();
}

async function again(
  { ports, id, res, shown }: Press,
  status: number,
  said: NonNullable<Shown['said']>,
): Promise<void> {
  const look = (await ports.mailings.look(id)) ?? shown.look;
  const plain = copyFor(look, '').text;
  sendDraft(res, status, { ...shown, look, plain, fields: fieldsOf(look.cells), said });
}

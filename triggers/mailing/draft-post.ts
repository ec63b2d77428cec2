import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { DRAFT_FIELDS, type DraftField, fieldsOf } from '../../domain/mailing/request/index.ts';
import type { Code, Outcome } from '../../domain/messages.ts';
import { outcomeIn } from '../../domain/words/index.ts';
import { type FunctionRequest, type PostedForm, readForm } from '../body.ts';
import { sendWords } from '../page.ts';
import type { ProgramTime, TriggerPorts } from '../ports.ts';
import { pressOf } from '../press.ts';
import type { UploadedFile, UploadKind } from '../types.ts';
import { sendDraft } from './draft-page.ts';
import { notSaved, problem, sendGone, sendRetry } from './draft-refused.ts';
import { type Press, type Shown, shownOf } from './draft-shown.ts';
import { copyFor } from './preview.ts';

/** A press on the draft page: `do` says which button. Whatever it is, what was typed is saved first. */
export async function draftPosted(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  { id, reader, path, time }: Pick<Shown, 'reader' | 'path'> & { readonly id: string; readonly time: ProgramTime },
): Promise<void> {
  const form = await readForm(req);
  const { words, language } = reader;
  if (!form) return sendWords(res, 400, words.notNow, outcomeIn('unknown-message', language), undefined, reader);
  try {
    const look = await ports.mailings.look(id);
    if (!look) return sendGone(res, form.fields, reader);
    const press: Press = { ports, res, id, shown: shownOf(look, reader, path), time, form };
    const what = form.fields.do ?? 'save';
    if (what === 'withdraw') return await answered(press, await tell(press, 'withdraw'));
    if (what === 'consent') return await consent(press);
    return await saveAnd(press, what);
  } catch (error) {
    ports.log(`draft page failed: ${error instanceof Error ? error.name : 'unknown'}`);
    sendRetry(res, form.fields, reader);
  }
}

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
  const codes = verb === 'remove' ? [] : [await attached(press, 'picture', form.files.picture)];
  if (verb !== 'remove') codes.push(await attached(press, 'poster', form.files.poster));
  if (verb === 'remove' && kind !== 'table') await ports.mailings.remove(id, kind as 'picture' | 'poster');
  const fields = verb === 'remove' && kind === 'table' ? { ...typed, table: '' } : typed;
  const written = await ports.mailings.save(id, fields, form.fields.seen ?? '');
  if (written.status !== 'saved') return notSaved(press, written, typed);
  codes.push(await attached(press, 'table', form.files.tableFile));
  await recheck(press, fields);
  const chosen = codes.filter((code) => code !== undefined);
  const empty = verb === 'upload' && chosen.length === 0 ? 'upload-empty' : undefined;
  const bad = chosen.find((code) => code !== 'upload-kept') ?? empty;
  if (bad) return again(press, 422, bad);
  if (what === 'hand-in') return answered(press, await tell(press, 'hand-in'));
  return forward(press, verb === 'remove' ? 'removed' : (chosen[0] ?? 'saved'));
}

/** The code of what became of a chosen file; undefined where none was. */
const attached = async ({ ports, id }: Press, kind: UploadKind, file: UploadedFile | undefined) =>
  file && ports.mailings.attach(id, kind, file);

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

async function consent(press: Press): Promise<void> {
  const { ports, id, form } = press;
  const fixed = form.fields.fixed ?? '';
  const { status } = await ports.mailings.takeFix(id, fixed);
  if (status === 'saved') return answered(press, await tell(press, 'consent', { fixed }));
  return again(press, 409, status === 'closed' ? 'mailing-handed-in-already' : 'mailing-changed');
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
  return status === 'done' ? forward(press, code) : again(press, 409, code);
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

async function again({ ports, id, res, shown }: Press, status: number, code: string): Promise<void> {
  const look = (await ports.mailings.look(id)) ?? shown.look;
  const fresh = { ...shown, look, plain: copyFor(look, '').text, fields: fieldsOf(look.cells) };
  sendDraft(res, status, { ...fresh, said: problem(fresh, code) });
}

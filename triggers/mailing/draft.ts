import type { ServerResponse } from 'node:http';
import { isErrorCode } from '../../domain/errors.ts';
import { DRAFT_FIELDS } from '../../domain/mailing/request/index.ts';
import { draftWords, outcomeIn } from '../../domain/words/index.ts';
import { refuseLink } from '../action-page.ts';
import { type FunctionRequest, readForm } from '../body.ts';
import { sendWords } from '../page.ts';
import type { TriggerPorts } from '../ports.ts';
import { type Reader, readerOf } from '../reader.ts';
import { sendDraft, sendWithdraw } from './draft-page.ts';
import { draftPosted } from './draft-post.ts';
import { regionsOf } from './draft-regions.ts';
import { isWithdrawable, type Shown, shownOf } from './draft-shown.ts';
import { sendFile } from './files.ts';
import { copyFor, sendPreview } from './preview.ts';

/**
 * The draft page behind the initiator's signed link. GET shows (also a scanner's), POST acts. `more` names what hangs below the page: its
 * pictures, and `check`, which judges what is typed and writes nothing.
 */
export async function draftPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
  more: string,
): Promise<void> {
  const reader = readerOf(req);
  const time = await ports.now();
  const reading = ports.readToken(token, time.now);
  if (!reading.ok) return refuseLink(ports, req, res, reading, time, reader);
  const { process, person, action } = reading.link;
  const { words, language } = reader;
  if (!['draft', 'consent'].includes(action) || process !== `mailing/${person}`)
    return sendWords(res, 404, words.notFound, outcomeIn('link-malformed', language), undefined, reader);
  if (more === 'picture' || more === 'poster') return sendFile(res, await ports.mailings.file(person, more));
  if (more === 'check') return check(ports, req, res, person, reader, `/draft/${token}`);
  if (more !== '' && more !== 'preview')
    return sendWords(res, 404, words.notFound, words.nothingHere, undefined, reader);
  const path = `/draft/${token}`;
  if (req.method === 'POST') return draftPosted(ports, req, res, { id: person, reader, path, time });
  const look = await ports.mailings.look(person);
  if (!look) return sendWords(res, 404, words.notFound, draftWords(language).noRow, undefined, reader);
  const shown = shownOf(look, reader, path);
  if (more === 'preview') {
    const copy = copyFor(look, `${shown.path}/picture`);
    return sendPreview(res, new URL(reader.here, 'http://localhost').searchParams.has('dark') ? copy.dark : copy.html);
  }
  const query = new URL(reader.here, 'http://localhost').searchParams;
  if (query.has('withdraw') && isWithdrawable(look)) return sendWithdraw(res, shown);
  const said = saidIn(query.get('said') ?? '', shown);
  sendDraft(res, 200, { ...shown, ...(said ? { said } : {}) });
}

/** What the last press did, by its code in the address; a word that is no code says nothing. */
function saidIn(code: string, { draft, language }: Shown): Shown['said'] {
  if (code === 'saved') return { kind: 'done', words: draft.saved };
  if (code === 'removed') return { kind: 'done', words: draft.files.removed };
  return isErrorCode(code) ? { kind: 'done', words: outcomeIn(code, language) } : undefined;
}

/** What the rules and the register say of what is typed at this moment. Writes nothing. */
async function check(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  id: string,
  reader: Reader,
  path: string,
): Promise<void> {
  const json = (status: number, body: object) => {
    res.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    res.end(JSON.stringify(body));
  };
  const form = req.method === 'POST' ? await readForm(req) : undefined;
  if (!form) return json(400, {});
  const fields = Object.fromEntries(DRAFT_FIELDS.map((name) => [name, form.fields[name] ?? '']));
  const look = await ports.mailings.tryOut(id, fields);
  if (!look) return json(404, {});
  const shown = shownOf(look, reader, path);
  const copy = copyFor(look, `${path}/picture`);
  const regions = Object.entries(regionsOf(shown)).map(([name, region]) => [name, region.text]);
  json(200, { regions: Object.fromEntries(regions), frames: { preview: copy.html, 'preview-dark': copy.dark } });
}

import type { ServerResponse } from 'node:http';
import { isErrorCode } from '../../domain/errors.ts';
import { outcomeIn } from '../../domain/words/index.ts';
import type { FunctionRequest } from '../body.ts';
import { sendWords } from '../page.ts';
import type { TriggerPorts } from '../ports.ts';
import type { MailingLook } from '../types.ts';
import { sendCopy, sendFile } from './files.ts';
import { sendFix } from './moderate-fix.ts';
import { sendList } from './moderate-list.ts';
import { sendOpened } from './moderate-page.ts';
import { moderatePosted } from './moderate-post.ts';
import { isModerator, isOwn, type Opened, stageOf } from './moderate-shown.ts';
import { openDesk } from './staff.ts';

/** Links that prove a moderator or an approver. */
export const DESK_ACTIONS = ['moderate', 'mailings'];

/**
 * The page of moderators and the Center behind a signed link: open requests, and one of them opened. GET shows (also a scanner's), POST
 * decides. `more` names what hangs below the page: pictures, and the mailing as its readers see it.
 */
export async function moderatePage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
  more: string,
): Promise<void> {
  const desk = await openDesk(ports, req, res, token, {
    place: 'moderate',
    actions: DESK_ACTIONS,
    // The Director hears of the clock's alarm and may look.
    roles: ['Moderator', 'Center approver', 'Director'],
    history: more === '',
  });
  if (!desk) return;
  const { reader, draft, query, link } = desk;
  const id = query.get('open') ?? link.process.replace(/^mailing\//, '');
  if (more === '' && req.method !== 'POST' && (query.has('list') || !id.startsWith('ML-')))
    return sendList(res, desk, await ports.mailings.list());
  // Frames and pictures come right behind the page itself: a reading some seconds old will do.
  const look = more === '' ? await ports.mailings.look(id) : await ports.mailings.tryOut(id, {});
  if (!look) return sendWords(res, 404, reader.words.notFound, draft.noRow, undefined, reader);
  if (more === 'picture' || more === 'poster') return sendFile(res, await ports.mailings.file(id, more));
  if (more === 'preview') return sendCopy(ports, res, look, query.has('dark'));
  if (more !== '') return sendWords(res, 404, reader.words.notFound, reader.words.nothingHere, undefined, reader);
  const opened: Opened = { ...desk, look, ...saidIn(query.get('said') ?? '', desk.reader.language) };
  if (req.method === 'POST') return moderatePosted(req, res, opened);
  if (query.has('fix') && mayFix(opened, look)) return sendFix(res, 200, opened);
  return sendOpened(res, 200, opened);
}

const mayFix = (opened: Opened, look: MailingLook): boolean =>
  isModerator(opened) && !isOwn(opened) && stageOf(look) === 'In moderation';

/** What the last press did, by its code in the address; a word that is no code says nothing. */
const saidIn = (code: string, language: Opened['reader']['language']): Pick<Opened, 'said'> =>
  isErrorCode(code) ? { said: { kind: 'done', words: outcomeIn(code, language) } } : {};

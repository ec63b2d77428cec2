import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Code, Outcome } from '../../domain/messages.ts';
import { historyIn, type ModerationAct, momentIn, outcomeIn } from '../../domain/words/index.ts';
import { type FunctionRequest, formFields } from '../body.ts';
import { type Html, html } from '../html.ts';
import { sendPage } from '../page.ts';
import { pressField, pressOf } from '../press.ts';
import { GRAVE, SAID } from './moderate-acts.ts';
import { entriesOf } from './moderate-facts.ts';
import { FIX_FIELDS, sendFix } from './moderate-fix.ts';
import { sendOpened } from './moderate-page.ts';
import { isOwn, type Opened } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { type Desk, hereWith, openedAgain } from './staff.ts';

type Posted = Readonly<Record<string, string>>;

/** Decisions about what the page showed: they count for nothing else. */
const BOUND: ReadonlySet<string> = new Set(['approve', 'return', 'fix', 'reject', 'coordinate', 'refuse']);
const ACTS: ReadonlySet<string> = new Set([
  ...BOUND,
  'mistaken',
  'override',
  'day',
  'overlap-accepted',
  'pause',
  'resume',
  'stop',
  'social-again',
]);

/** A press on the moderator's page. What would do nothing is answered before words are written anywhere. */
export async function moderatePosted(req: FunctionRequest, res: ServerResponse, opened: Opened): Promise<void> {
  const posted = formFields(req);
  const { act = '' } = posted;
  const { look, words } = opened;
  if (!ACTS.has(act)) return refuse(res, opened, 400, 'unknown-message', posted);
  if (isOwn(opened)) return refuse(res, opened, 409, 'mailing-own', posted);
  if (BOUND.has(act)) {
    const stage = look.row.cells.stage;
    if (stage !== 'In moderation')
      return refuse(res, opened, 409, stage === '' ? 'mailing-draft' : codeOf(stage), posted);
    if (posted.content !== look.content || posted.audience !== look.audiencePrint)
      return refuse(res, opened, 409, 'mailing-changed', posted);
  }
  if (act === 'fix') return fix(res, opened, posted);
  const typed = (posted.words ?? '').trim();
  if (SAID.has(act) && typed === '') return problem(res, opened, 422, words.needWords);
  if (SAID.has(act) && [...typed].length > 3000) return problem(res, opened, 422, words.wordsLong, typed);
  if (GRAVE.has(act) && posted.sure !== '1') return sure(res, opened, posted);
  if (SAID.has(act)) {
    const about = act === 'mistaken' ? `${posted.rule ?? ''} (${look.verdict.rulesVersion}): ` : '';
    const kept = await opened.ports.mailings.comment(look.id, opened.name, `${about}${typed}`);
    if (kept === 'too long') return problem(res, opened, 422, words.wordsLong, typed);
    if (kept !== 'saved') return refuse(res, opened, 409, 'row-gone', posted);
  }
  return answered(res, opened, posted, await tell(opened, posted, act));
}

/** A stage at which nothing is moderated, as the process says it. */
const codeOf = (stage: string): string => {
  if (stage === 'Returned') return 'mailing-returned-already';
  const isOver = ['Done', 'Refused', 'Rejected', 'Withdrawn'].includes(stage);
  return isOver ? 'mailing-over' : `mailing-${stage.toLowerCase()}`;
};

function dataOf(act: string, posted: Posted): Readonly<Record<string, Code>> {
  const shown = { content: posted.content ?? '', audience: posted.audience ?? '' };
  if (act === 'coordinate') return { ...shown, answer: 'yes' };
  if (act === 'refuse') return { ...shown, answer: 'no' };
  if (act === 'mistaken') return { finding: posted.finding ?? '' };
  if (act === 'day' || act === 'overlap-accepted') return { day: posted.day ?? '' };
  return BOUND.has(act) ? shown : {};
}

async function tell(
  { ports, look, link, time }: Opened,
  posted: Posted,
  act: string,
  more: Readonly<Record<string, Code>> = {},
): Promise<Outcome> {
  const kind = act === 'refuse' ? 'coordinate' : act;
  const data = { ...dataOf(act, posted), ...more };
  const name = createHash('sha256')
    .update(JSON.stringify([look.id, link.person, act, data, pressOf(posted) || time.now]))
    .digest('base64url')
    .slice(0, 24);
  return ports.runs.tell(`mailing/${look.id}`, {
    id: `${kind}/${name}`,
    kind,
    by: `person ${link.person}`,
    at: time.now,
    data,
    ...(time.clock ? { clock: time.clock } : {}),
  });
}

/** The moderator's version is kept beside the request; its fingerprint is what the initiator agrees to (R21). */
async function fix(res: ServerResponse, opened: Opened, posted: Posted): Promise<void> {
  const { ports, look, words, reader } = opened;
  const fields = Object.fromEntries(FIX_FIELDS.map((name) => [name, (posted[name] ?? '').replaceAll('\r\n', '\n')]));
  const written = await ports.mailings.proposeFix(look.id, fields, posted.typed ?? '');
  if (written.status === 'unreadable')
    return sendFix(res, 422, opened, { fields, problems: written.problems, problem: opened.draft.problems.title });
  if (written.status !== 'saved') {
    const code = written.status === 'stale' ? 'mailing-changed' : 'row-gone';
    return sendFix(res, 409, opened, { fields, problem: outcomeIn(code, reader.language) });
  }
  if (written.content === look.content) return sendFix(res, 422, opened, { fields, problem: words.fixNone });
  return answered(res, opened, posted, await tell(opened, posted, 'fix', { fixed: written.content }));
}

/** Sends the browser to the page itself, so that loading it again sends nothing again; a refusal says who was first. */
function answered(
  res: ServerResponse,
  opened: Opened,
  posted: Posted,
  { status, code }: Outcome,
): Promise<void> | void {
  if (status === 'refused') return refuse(res, opened, 409, code, posted);
  forward(res, opened, { open: opened.look.id, said: status === 'done' ? code : 'kept' });
}

export function forward(res: ServerResponse, desk: Desk, query: Readonly<Record<string, string>>): void {
  res.writeHead(303, {
    Location: hereWith(desk, query),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  res.end();
}

/** The request as it stands by now, why nothing was done, and who decided last. */
async function refuse(
  res: ServerResponse,
  opened: Opened,
  status: number,
  code: string,
  posted: Posted,
): Promise<void> {
  const again = await openedAgain(opened);
  const [last] = entriesOf(again);
  const { language } = opened.reader;
  const who =
    status === 409 && last && code !== 'mailing-own'
      ? ` ${opened.words.history.last(historyIn(last.change, language), again.nameOf(last.by), momentIn(last.at, language))}.`
      : '';
  const said = { kind: 'problem' as const, words: `${outcomeIn(code, language)}${who}` };
  sendOpened(res, status, { ...again, said, unsent: (posted.words ?? '').trim() });
}

const problem = (res: ServerResponse, opened: Opened, status: number, words: string, unsent = ''): void =>
  sendOpened(res, status, { ...opened, said: { kind: 'problem', words }, unsent });

/** Once more, for what ends something or sets rules aside. Everything that was typed goes along. */
function sure(res: ServerResponse, opened: Opened, posted: Posted): void {
  const { look, words, draft, reader } = opened;
  const [title, explain, button] = words.acts[posted.act as ModerationAct];
  const kept = Object.entries(posted).filter(([name]) => !['press', 'sure', 'words'].includes(name));
  const said: Html | undefined = posted.words
    ? html`<h2>${words.reason}</h2><p class="said">${posted.words}</p><textarea name="words" hidden>\n${posted.words}</textarea>`
    : undefined;
  const here = hereWith(opened, { open: look.id });
  const body = html`<h1>${title}: ${words.sure.title}</h1><p><strong>${look.cells.subject || look.id}</strong></p><p>${explain}</p><form method="post" action="${here}">${pressField()}<input type="hidden" name="sure" value="1">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${said}<button type="submit" class="grave">${words.sure.yes(button)}</button></form><p><a href="${here}">${words.sure.back}</a></p>`;
  sendPage(res, 200, title, body, reader, { part: draft.part, style: MODERATE_STYLE });
}

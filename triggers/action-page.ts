import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Action, type ActionName, type Field, isAction } from '../domain/actions.ts';
import { instantAt, parseCivilDate } from '../domain/calendar/index.ts';
import { fromRunId, type Message, type Outcome } from '../domain/messages.ts';
import { counted, offsetOf } from '../domain/program/index.ts';
import { actionIn, dayIn, draftWords, outcomeIn, type PageWords } from '../domain/words/index.ts';
import { type FunctionRequest, formFields } from './body.ts';
import { handbookOf } from './handbook.ts';
import { type Html, html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { ProgramTime, TokenReading, TriggerPorts } from './ports.ts';
import { pressField, pressOf } from './press.ts';
import { type Reader, readerOf } from './reader.ts';
import type { ActionLink, View } from './types.ts';

/** GET shows who, what and a button; only POST acts. Mail scanners that open links change nothing. */
export async function actionPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const reader = readerOf(req);
  const { words, language } = reader;
  const time = await ports.now();
  const reading = ports.readToken(token, time.now);
  if (!reading.ok) return refuseLink(ports, req, res, reading, time, reader);
  const { link } = reading;
  if (!isAction(link.action))
    return sendWords(res, 404, words.notFound, outcomeIn('link-malformed', language), undefined, reader);
  const action = actionIn(link.action, language);
  if (link.action === 'handbook') return sendPage(res, 200, action.title, handbookOf(link.person, reader), reader);
  if (req.method === 'POST') return press(ports, req, res, link, link.action, time, reader);
  const [before, name, after] = words.byForm;
  const more =
    link.action === 'end'
      ? html`<p>${before}<a href="${ports.form('ending', link)}">${name}</a>${after}</p>`
      : undefined;
  return show(res, 200, action, await subject(ports, link, reader), {}, reader, undefined, more);
}

/** An expired link offers a fresh one, sent to the address on file; the person never types an address here. */
export async function refuseLink(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  reading: TokenReading & { ok: false },
  time: ProgramTime,
  reader: Reader,
): Promise<void> {
  const { words, language } = reader;
  if (reading.why !== 'expired' || !reading.link)
    return sendWords(
      res,
      reading.why === 'malformed' ? 404 : 403,
      words.brokenLink,
      outcomeIn(`link-${reading.why}`, language),
      undefined,
      reader,
    );
  const { link } = reading;
  // Staff get another page by choosing the decision again; they have no run that could send one.
  if (link.action === 'case-decide')
    return sendWords(res, 410, words.expiredLink, outcomeIn('page-expired', language), undefined, reader);
  if (req.method !== 'POST')
    return sendPage(
      res,
      410,
      words.expiredLink,
      html`<h1>${words.expiredLink}</h1><p>${outcomeIn('link-expired', language)}</p><form method="post"><button type="submit">${words.sendFresh}</button></form>`,
      reader,
      link.process.startsWith('mailing/') ? { part: draftWords(language).part } : {},
    );
  const isInitiator = link.process === `mailing/${link.person}`;
  await ports.runs.leave(whoSends(link), {
    id: `fresh/${messageId(link, {}, time.now.slice(0, 10))}`,
    kind: 'fresh-link',
    by: isInitiator ? 'initiator' : `person ${link.person}`,
    at: time.now,
    data: { process: link.process, action: link.action, ...(link.data ?? {}) },
    ...(time.clock ? { clock: time.clock } : {}),
  });
  return sendWords(res, 202, words.onItsWay, words.onItsWayMore, undefined, reader);
}

/**
 * The run that writes to the address on file. Neither the initiator of a mailing nor staff have one of their own: the request's run knows
 * the address and who holds a role, and the staff queue's sends what belongs to no single request.
 */
function whoSends({ process, person }: ActionLink): string {
  if (process === 'mailing/desk') return 'desk';
  return process === `mailing/${person}` || person.startsWith('SF-') ? process : `participant/${person}`;
}

const messageId = (link: ActionLink, fields: Readonly<Record<string, string>>, salt = ''): string =>
  createHash('sha256')
    .update(JSON.stringify([link.process, link.action, link.person, link.expires, link.data ?? {}, fields, salt]))
    .digest('base64url')
    .slice(0, 24);

async function press(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  link: ActionLink,
  name: ActionName,
  time: ProgramTime,
  reader: Reader,
): Promise<void> {
  const { words, language } = reader;
  const action = actionIn(name, language);
  const posted = formFields(req);
  const fields: Record<string, string> = {};
  for (const field of action.fields) {
    const value = posted[field.name] ?? '';
    if (value === '' ? field.required : !fits(field, value))
      return show(res, 400, action, await subject(ports, link, reader), posted, reader, field);
    if (value !== '') fields[field.name] = value;
  }
  if (name === 'meet') Object.assign(fields, await momentOf(ports, link, fields));
  const kind = name === 'end' && fields.how === 'goals' ? 'goals' : (action.kind ?? name);
  const message: Message = {
    id: messageId(link, fields, pressOf(posted)),
    kind,
    by: `person ${link.person}`,
    at: time.now,
    data: { ...(link.data ?? {}), ...fields },
    ...(time.clock ? { clock: time.clock } : {}),
  };
  const outcome = await ports.runs.tell(link.process, message);
  if (outcome.status === 'pending' || outcome.status === 'again')
    return sendWords(res, 202, words.thanks, outcomeIn('kept', language), undefined, reader);
  const more =
    outcome.code === 'check-with-concern'
      ? html`<p><a href="${ports.form('issue', { ...link, data: { ...link.data, ...caseIn(outcome) } })}">${words.tellMore}</a></p>`
      : undefined;
  return sendWords(
    res,
    outcome.status === 'done' ? 200 : 409,
    outcome.status === 'done' ? words.thanks : words.notNow,
    outcomeIn(outcome.code === 'unknown-run' && (await isPairOf(ports, link)) ? 'over' : outcome.code, language),
    more,
    reader,
  );
}

/** What a field with nothing to choose from takes, as browsers write it. */
const TYPED = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^\d{2}:\d{2}$/ } as const;

const fits = ({ typed, choices: all }: Field, value: string): boolean =>
  typed === 'date'
    ? TYPED.date.test(value) && parseCivilDate(value) !== undefined
    : typed === 'time'
      ? TYPED.time.test(value) && value < '24:00'
      : all.some((choice) => choice.value === value);

/** Day and time as the person's own clock shows them; others may live elsewhere. */
async function momentOf(
  ports: TriggerPorts,
  link: ActionLink,
  { day = '', time = '' }: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const view = await ports.read(['mentors', 'mentees']);
  const row = view.row('mentors', link.person) ?? view.row('mentees', link.person);
  return { at: instantAt(day, time, row ? offsetOf(counted(row).timeZone) : undefined) };
}

/** The link is about a pair that has a row: if nothing runs for it any more, it is over. */
const isPairOf = async (ports: TriggerPorts, link: ActionLink): Promise<boolean> => {
  const { name, key } = fromRunId(link.process);
  return name === 'mentorship' && (await ports.read(['matches'])).row('matches', key) !== undefined;
};

/** The case that a concern opened, so that the words which follow join it. */
const caseIn = (outcome: Outcome): Readonly<Record<string, string>> =>
  typeof outcome.data?.case === 'string' ? { case: outcome.data.case } : {};

/** Who and what the page is about, in one line; names come from a fresh reading. */
async function subject(ports: TriggerPorts, link: ActionLink, { words, language }: Reader): Promise<string> {
  if (link.action === 'case-decide') {
    const officer = (await ports.read(['staff'])).row('staff', link.person)?.cells.name ?? '';
    return `${link.data?.decision}: case ${link.process.slice('case/'.length)}, by ${officer}`;
  }
  const view = await ports.read(['matches', 'mentors', 'mentees', 'training']);
  if (link.process.startsWith('mentorship/')) return pairWords(view, link, words);
  const session = link.data?.session === undefined ? undefined : view.row('training', String(link.data.session));
  if (link.action === 'confirm-address') return newAddress(view, link.person);
  return session
    ? `${session.cells.topic}, ${dayIn(session.cells.date, language)}, ${session.cells.from} (${words.almaty}), ${session.cells.place}`
    : nameOf(view, link.person);
}

/** Name and new address, as the letter to the old one said. */
function newAddress(view: View, id: string): string {
  const row = view.row('mentors', id) ?? view.row('mentees', id);
  return row ? `${row.cells.name}: ${counted(row).email}` : '';
}

function pairWords(view: View, link: ActionLink, words: PageWords): string {
  const pair = view.row('matches', link.process.slice('mentorship/'.length));
  if (!pair) return nameOf(view, link.person);
  const partner = pair.cells.mentor === link.person ? pair.cells.mentee : pair.cells.mentor;
  const month = link.data?.month === undefined ? '' : `, ${words.month(link.data.month)}`;
  // Before both agreed to meet, a page shows no more than the letter did.
  return `${words.and(nameOf(view, link.person), nameOf(view, partner))}${month}`;
}
const nameOf = (view: View, id: string): string =>
  view.row('mentors', id)?.cells.name ?? view.row('mentees', id)?.cells.name ?? '';

function show(
  res: ServerResponse,
  status: number,
  action: Action,
  about: string,
  given: Readonly<Record<string, string>>,
  reader: Reader,
  missing?: Field,
  more?: Html,
): void {
  const { words } = reader;
  sendPage(
    res,
    status,
    missing ? `${words.problem}: ${action.title}` : action.title,
    html`<h1>${action.title}</h1>${missing ? html`<p class="problem" role="alert" id="problem"><a href="#${missing.name}">${words.pleaseAnswer(missing.label)}</a></p>` : undefined}<p><strong>${about}</strong></p><p>${action.explain}</p><form method="post">${pressField()}${action.fields.map((field) => (field.typed ? input : choices)(field, given[field.name] ?? field.fallback, field.name === missing?.name))}<button type="submit"${action.grave ? html` class="grave"` : undefined}>${action.button}</button></form>${more}`,
    reader,
  );
}

const input = ({ name, label, typed, required }: Field, given: string | undefined, isMissing: boolean): Html =>
  html`<p class="typed"><label for="${name}">${label}</label><input id="${name}" type="${typed ?? 'text'}" name="${name}" value="${given ?? ''}"${isMissing ? html` aria-describedby="problem" aria-invalid="true"` : undefined}${required ? html` required` : undefined}></p>`;

const choices = (field: Field, given: string | undefined, isMissing: boolean): Html =>
  html`<fieldset id="${field.name}"${isMissing ? html` aria-describedby="problem"` : undefined}><legend>${field.label}</legend>${field.choices.map(
    (choice) =>
      html`<label class="choice"><input type="radio" name="${field.name}" value="${choice.value}"${choice.value === given ? html` checked` : undefined}${field.required ? html` required` : undefined}> ${choice.label}</label>`,
  )}</fieldset>`;

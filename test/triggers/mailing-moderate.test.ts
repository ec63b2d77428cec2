/** Pages of moderators, the Center and the communication officer over HTTP, without any script. */
import { HtmlValidate } from 'html-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeNewAnswers } from '../../domain/program/index.ts';
import { LANGUAGE_CODES } from '../../domain/words/index.ts';
import { formsIn } from '../support/forms.ts';
import { pngOf } from '../support/png.ts';
import { type DraftStand, draftStand, FIT } from './draft-stand.ts';

const SAULE = 'SF-0000-0001';
const TIMUR = 'SF-0000-0002';
const OFFICER = 'SF-0000-0003';
const LEFT = 'SF-0000-0004';
const DEPUTY = 'SF-0000-0005';
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off' },
});

const s = suite('pages for moderators of mailings');
const outcome = { status: 'done' as 'done' | 'refused', code: 'mailing-approved' };
let stand: DraftStand;
let n = 0;
const staff = (id: string, name: string, roles: readonly string[], deputy = '') =>
  stand.insert('staff', id, { name, email: `${name.toLowerCase()}@nu.edu.kz`, roles, deputy });
s.before(async () => {
  stand = await draftStand(outcome);
  await staff(SAULE, 'Saule', ['Moderator'], 'Dana');
  await staff(TIMUR, 'Timur', ['Center approver']);
  await staff(OFFICER, 'Olga', ['Communication officer']);
  await staff(DEPUTY, 'Dana', ['Coordinator']);
});
s.after(() => stand.close());
s.before.each(() => {
  stand.told.splice(0);
  Object.assign(outcome, { status: 'done', code: 'mailing-approved' });
});

const SPANS = [{ from: '2026-09-30T05:00:00Z', to: '2026-09-30T07:00:00Z' }, { from: '2026-10-01T04:00:00Z' }];
const memoryOf = (more: object = {}) =>
  JSON.stringify({ version: 1, timers: {}, round: 2, mistaken: {}, spans: SPANS, ...more });
async function request(create: object = {}, memory: object = {}, cells: object = {}): Promise<string> {
  const id = `ML-0000-01${String(10 + n++)}`;
  const stage = { stage: 'In moderation', memory: memoryOf(memory), ...cells };
  await stand.insert('mailings', id, { ...FIT, ...create }, stage);
  return id;
}
const page = (
  id: string,
  person = SAULE,
  language: 'en' | 'kk' | 'ru' = 'en',
  action = 'moderate',
  more: object = {},
) => stand.draft(id, language, { action, person, ...more });
const get = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
/** Fills in and sends the form of an act, as the page shows it. */
async function press(url: string, act: string, typed: Record<string, string> = {}) {
  const { text } = await get(url);
  return send(url, text, act, typed);
}
async function send(url: string, text: string, act: string, typed: Record<string, string> = {}) {
  const form = formsIn(text, url).find(({ body }) => body.get('act') === act);
  if (!form) return { status: 0, text: '' };
  for (const [name, value] of Object.entries(typed)) form.body.set(name, value);
  const answer = await fetch(form.action, { method: 'POST', body: form.body });
  return { status: answer.status, text: await answer.text() };
}

s('shows everything a moderator needs, in three languages and valid; a scanner changes nothing', async () => {
  const id = await request(
    { subject: 'Lecture & <b>twins</b>', text: `${'long '.repeat(80)}\n\nSee [it](https://evil.com/x).`, schools: [] },
    {},
    { before: JSON.stringify({ subject: 'Lecture & <b>triplets</b>' }) },
  );
  const before = (await stand.look(id)).row.cells;
  for (const language of LANGUAGE_CODES)
    for (const query of ['', 'fix=1', 'list=1', 'said=mailing-approved']) {
      const url = new URL(page(id, SAULE, language));
      url.search += `${url.search ? '&' : ''}${query}`;
      const { status, text } = await get(url.href);
      assert.is(status, 200);
      const { results } = await validator.validateString(text);
      assert.equal(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} ${line}`)),
        [],
        `${language} ${query}`,
      );
    }
  assert.equal([stand.told, (await stand.look(id)).row.cells], [[], before]);
  const { text } = await get(page(id));
  for (const part of [
    /5 working hours left/,
    /30 September, 10:00 to 30 September, 12:00: 2 working hours/,
    /1 October, 09:00 to now: 2 working hours/,
    /3 people get it/,
    /Broad: the Center approves it, too\. 1 reader did not graduate/,
    /<mark class="error">/,
    /R9, Appendix 1, section 2/,
    /Found: .*evil\.com/,
    /Monday, 26 October/,
    /<del>.*triplets.*<\/del>.*<ins>.*twins/,
  ])
    assert.match(text, part);
  assert.not.match(text, /<b>twins/);
});

s('a press is bound to what was shown, and carries codes only', async () => {
  const id = await request();
  const { content, audiencePrint } = await stand.look(id);
  const { status, text } = await press(page(id), 'approve');
  assert.is(status, 200);
  assert.match(text, /role="status">Approved\./);
  const [told] = stand.told;
  assert.equal(
    [told?.run, told?.message.kind, told?.message.by, told?.message.data],
    [`mailing/${id}`, 'approve', `person ${SAULE}`, { content, audience: audiencePrint }],
  );
});

s('returning needs words, which stand in the row before the message goes', async () => {
  const id = await request();
  const none = await press(page(id), 'return', { words: '  ' });
  assert.equal([none.status, stand.told.length], [422, 0]);
  assert.match(none.text, /role="alert">Please say why/);
  await press(page(id), 'return', { words: 'Shorter, please <3' });
  assert.match((await stand.look(id)).row.cells.comment, /Saule:\nShorter, please <3/);
  assert.is(stand.told.at(-1)?.message.kind, 'return');
  assert.not.match(JSON.stringify(stand.told), /Shorter/);
});

s('two moderators: the second one sees what changed and who was first, and keeps the words', async () => {
  const id = await request();
  const first = (await get(page(id))).text;
  await stand.set(id, { newAnswers: writeNewAnswers('mailings', { subject: 'Another subject' }) });
  const stale = await send(page(id), first, 'return', { words: 'Typed with care' });
  assert.equal([stale.status, stand.told.length], [409, 0]);
  assert.match(stale.text, /has changed since you opened[\s\S]*Typed with care/);
  await stand.set(id, { stage: 'Returned' });
  await stand.insert(
    'history',
    'HI-0000-0001',
    {},
    {
      at: '2026-10-01T05:30:00Z',
      row: id,
      change: 'Returned',
      by: `person ${TIMUR}`,
      why: 'Returned with findings',
    },
  );
  const late = await send(page(id), first, 'approve');
  assert.equal([late.status, stand.told.length], [409, 0]);
  assert.match(late.text, /role="alert">It was returned already[^<]*Returned: Timur, 1 October, 10:30/);
});

s('what ends a request asks once more', async () => {
  const id = await request();
  const asked = await press(page(id), 'reject', { words: 'Not for alumni' });
  assert.equal([asked.status, stand.told.length], [200, 0]);
  assert.match(asked.text, /Are you sure\?/);
  await send(page(id), asked.text, 'reject');
  assert.is(stand.told.at(-1)?.message.kind, 'reject');
  assert.match((await stand.look(id)).row.cells.comment, /Not for alumni/);
});

s('the Center says yes or no to a broad one; both may call a finding mistaken', async () => {
  const id = await request({ schools: [], text: 'See [it](https://evil.com/x).' });
  await press(page(id, TIMUR), 'coordinate');
  assert.equal([stand.told[0]?.message.kind, stand.told[0]?.message.data?.answer], ['coordinate', 'yes']);
  const asked = await press(page(id, TIMUR), 'refuse', { words: 'No' });
  await send(page(id, TIMUR), asked.text, 'refuse');
  assert.equal([stand.told[1]?.message.kind, stand.told[1]?.message.data?.answer], ['coordinate', 'no']);
  await press(page(id, TIMUR), 'mistaken', { words: 'A partner of ours' });
  assert.is(stand.told[2]?.message.kind, 'mistaken');
  assert.match(String(stand.told[2]?.message.data?.finding), /^\w+/);
  assert.match((await stand.look(id)).row.cells.comment, /^[^\n]*Timur:\nR9 \(2026-11\): A partner of ours/);
  // Approving is the moderator's.
  assert.is((await press(page(id, TIMUR), 'approve')).status, 0);
});

s('a false warning is called mistaken like a false error, and then counts no more', async () => {
  const id = await request({ text: 'Dear alumni, the BEEKEEPERS of the School invite you.' });
  const before = (await get(page(id))).text;
  assert.match(before, /<strong>0 things to change, 1 remark for the moderator<\/strong>/);
  await send(page(id), before, 'mistaken', { words: 'Their own spelling' });
  const key = String(stand.told[0]?.message.data?.finding);
  await stand.set(id, { memory: memoryOf({ mistaken: { [key]: [SAULE, TIMUR] } }) });
  const after = (await get(page(id))).text;
  assert.match(after, /<strong>0 things to change, 0 remarks for the moderator<\/strong>/);
  assert.match(after, /Called mistaken by Saule, Timur/);
});

s('a fix is kept beside the request and named by its fingerprint', async () => {
  const id = await request();
  const url = `${page(id)}?fix=1`;
  assert.is((await press(url, 'fix')).status, 422);
  assert.match((await press(url, 'fix', { eventDate: 'soon' })).text, /aria-invalid="true"/);
  assert.is(stand.told.length, 0);
  const { text } = await get(url);
  assert.match(text, /Unit and readers stay as they are/);
  assert.not.match(text, /name="(unit|schools|degrees|years|list)"/);
  await press(url, 'fix', { subject: 'Put right', direction: 'Vacancy' });
  const fixed = stand.told.at(-1)?.message.data?.fixed;
  assert.match(String(fixed), /^\w+/);
  const look = await stand.look(id);
  assert.equal([look.cells.subject, look.cells.direction], [FIT.subject, FIT.direction]);
  assert.equal(JSON.parse(look.row.cells.fix), { subject: 'Put right', direction: 'Vacancy' });
  await stand.set(id, { stage: 'Returned', memory: memoryOf({ fix: fixed }) });
  assert.match((await get(stand.draft(id, 'ru'))).text, /<\/span>Вакансия<\/ins>/);
  await stand.pages.takeFix(id, String(fixed));
  assert.is((await stand.look(id)).cells.direction, 'Vacancy');
});

s('a day is chosen among the free ones; a delivery is paused and stopped; the post is sent again', async () => {
  const id = await request();
  await press(page(id), 'day', { day: '2026-10-29' });
  assert.equal(stand.told.splice(0)[0]?.message.data, { day: '2026-10-29' });
  const sending = await request({}, {}, { stage: 'Sending' });
  await press(page(sending), 'pause');
  const asked = await press(page(sending), 'stop');
  assert.match(asked.text, /Are you sure\?/);
  await send(page(sending), asked.text, 'stop');
  await stand.set(sending, { delivery: JSON.stringify({ version: 1, stage: 'paused', pause: 'refused us' }) });
  await press(page(sending), 'resume');
  const social = { state: 'returned', due: '2026-10-20T12:00:00Z', step: '1' };
  const back = await request({ social: 'With the mailing' }, { social }, { stage: 'Sent' });
  await press(page(back), 'social-again');
  assert.equal(
    stand.told.map(({ message }) => message.kind),
    ['pause', 'stop', 'resume', 'social-again'],
  );
});

s('rules are set aside only while an entry is in force, by the Center, with a reason', async () => {
  const id = await request({ text: 'See [it](https://evil.com/x).' });
  assert.is((await press(page(id, TIMUR), 'override')).status, 0);
  await stand.insert('forceMajeure', 'FM-0000-0001', {
    reason: 'Flood',
    decidedBy: 'Provost',
    from: '2026-09-30',
    to: '2026-10-05',
  });
  const asked = await press(page(id, TIMUR), 'override', { words: 'People must know' });
  assert.match(asked.text, /Are you sure\?/);
  await send(page(id, TIMUR), asked.text, 'override');
  assert.is(stand.told.at(-1)?.message.kind, 'override');
});

s('whoever may not decide is told so in words', async () => {
  const own = await request({ initiatorEmail: 'Saule@nu.edu.kz' });
  const { text } = await get(page(own));
  assert.match(text, /You are its initiator/);
  assert.not.match(text, /<button/);
  for (const person of [LEFT, OFFICER]) {
    const refused = await get(page(own, person));
    assert.equal([refused.status, /not yours any more/.test(refused.text)], [403, true]);
  }
  assert.is((await get(page(own, DEPUTY))).status, 200);
  // A link of another page proves nothing here.
  const other = page(own, SAULE, 'en', 'social').replace('/social/', '/moderate/');
  assert.is((await get(other)).status, 404);
  const refusal = await request();
  Object.assign(outcome, { status: 'refused', code: 'not-your-role' });
  const said = await press(page(refusal), 'approve');
  assert.equal([said.status, /Staff tab does not name you/.test(said.text)], [409, true]);
});

s('an expired page offers a fresh one, sent by the request or the queue to the address on file', async () => {
  const id = await request();
  const expires = { expires: '2026-09-01T00:00:00Z' };
  for (const [person, action, about = id, run = `mailing/${id}`] of [
    [SAULE, 'moderate'],
    [SAULE, 'mailings'],
    [OFFICER, 'social'],
    // The calendar in the letter of the day belongs to no request.
    [SAULE, 'mailings', 'desk', 'desk'],
  ] as const) {
    const url = page(about, person, 'ru', action, expires).replace('/draft/', `/${action}/`);
    const expired = await get(url);
    assert.equal([expired.status, stand.told.length], [410, 0], action);
    const { results } = await validator.validateString(expired.text);
    assert.equal(results, []);
    const [form] = formsIn(expired.text, url);
    const sent = await fetch(form?.action ?? '', { method: 'POST', body: form?.body ?? null });
    assert.equal([sent.status, /nu\.edu\.kz|Saule|Olga/.test(await sent.text())], [202, false]);
    const [told] = stand.told.splice(0);
    assert.equal(
      [told?.run, told?.message.kind, told?.message.by, told?.message.data?.action],
      [run, 'fresh-link', `person ${person}`, action],
    );
  }
});

s('the calendar shows weeks, conflicts, days off and what waits; a month on and back', async () => {
  const heavy = { stage: 'Scheduled', memory: memoryOf({ day: '2026-11-04' }) };
  for (const subject of ['First', 'Second', 'Third']) await request({ subject }, {}, heavy);
  await stand.insert('holidays', 'HO-0000-0001', { date: '2026-11-05', kind: 'Day off' });
  const url = `${page('ML-0000-0110', SAULE, 'en', 'mailings')}?month=2026-11`;
  const { status, text } = await get(url);
  assert.is(status, 200);
  assert.match(text, /November 2026/);
  for (const part of [
    /First/,
    /2 over the limit \(100 %\), waits for a decision/,
    /5 November<\/time> <span class="soft">day off/,
    /Without a day/,
  ])
    assert.match(text, part);
  assert.match(text, /month=2026-10" rel="prev"[\s\S]*month=2026-12" rel="next"/);
  const { results } = await validator.validateString(text);
  assert.equal(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    [],
  );
  assert.is(stand.told.length, 0);
});

s('the officer gets poster, text and hashtag, confirms with a link or returns with words', async () => {
  const social = { state: 'asked', due: '2026-10-20T12:00:00Z', step: '1' };
  const create = { social: 'With the mailing', posterText: 'Come & see', hashtag: '#NUSEDS', posterAlt: 'A bridge' };
  const id = await request(create, { day: '2026-10-19' }, { stage: 'Draft' });
  const bytes = pngOf(40, 30);
  assert.is(
    await stand.pages.attach(id, 'poster', { name: 'афиша.png', type: 'image/png', bytes: new Uint8Array(bytes) }),
    'upload-kept',
  );
  await stand.set(id, { stage: 'Scheduled', memory: memoryOf({ social, day: '2026-10-19' }) });
  const url = page(id, OFFICER, 'en', 'social');
  const { text } = await get(url);
  for (const part of [/Come &amp; see\n\n#NUSEDS<\/textarea>/, /19 October/, /20 October, 17:00/, /A bridge/])
    assert.match(text, part);
  const { results } = await validator.validateString(text);
  assert.equal(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    [],
  );
  const download = await fetch(
    new URL(/href="([^"]+download=1[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '', url),
  );
  assert.match(String(download.headers.get('content-disposition')), /attachment; filename\*=UTF-8''%D0%B0/);
  assert.is((await download.arrayBuffer()).byteLength, bytes.length);
  const bad = await press(url, 'social-confirm', { link: 'javascript:alert(1)' });
  assert.equal([bad.status, stand.told.length], [422, 0]);
  await press(url, 'social-confirm', { link: 'https://instagram.com/p/1' });
  assert.equal(stand.told.splice(0)[0]?.message.data, { link: true });
  assert.is((await stand.look(id)).row.cells.post, 'https://instagram.com/p/1');
  await press(url, 'social-return', { words: 'Too small' });
  assert.is(stand.told[0]?.message.kind, 'social-return');
  assert.match((await stand.look(id)).row.cells.comment, /Olga:\nToo small/);
});

s.run();

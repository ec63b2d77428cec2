/** The six months: start letters, plan, monthly checks and how they are judged (M21, M26, M31–M37, Q15–Q17). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BOTH, type PairOf, partnerOf, type Side, type Stand, startPairs } from './pairs.ts';

const s = suite('checks');
let stand: Stand;
let pairs: PairOf[];
const MENTEES = ['Bolat Akhmet', 'Dana Serik', 'Erlan Tulegen', 'Gulnar Aman', 'Hadisha Nur', 'Ilyas Bek'];
/** One pair for each way to answer; the first three share a mentor. */
const [YES_YES, YES_SILENCE, YES_NO, NO_NO, NO_SILENCE, SILENCE] = [0, 1, 2, 3, 4, 5] as const;
const pair = (i: number): PairOf => pairs[i] as PairOf;
const nudges = async (i: number, side: Side) =>
  (await stand.subjects(pair(i)[side])).filter((each) => /small push/.test(each)).length;

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': {}, 'Daniyar Omarov': {} },
    mentees: Object.fromEntries(MENTEES.map((name) => [name, {}])),
  });
  pairs = await stand.active(
    ...MENTEES.map((name, i): [string, string] => [name, i < 3 ? 'Aigerim Sadykova' : 'Daniyar Omarov']),
  );
});
s.after(() => stand.close());

s(
  'the start letter brings the handbook of the role, the action plan and the end, and the links that always work',
  async () => {
    const mentor = await stand.letter(pair(0).mentor, /mentorship with Bolat Akhmet has begun/);
    assert.match(mentor.text, /Do not decide for your mentee/);
    assert.match(mentor.text, /Review of the mentee's development plan/);
    assert.match(mentor.text, /Monday, 1 March 2027/);
    const mentee = await stand.letter(pair(0).mentee, /has begun/);
    assert.not.match(mentee.text, /Do not decide for your mentee/);
    for (const letter of [mentor, mentee])
      for (const label of [/does not answer/, /^pause$/, /end the mentorship/, /report an issue/])
        assert.ok(
          letter.links.some((link) => label.test(link.label)),
          `${label} in "${letter.subject}"`,
        );
  },
);

s(
  'a plan is told by one press, without its content, and only who did not tell is asked again after 14 days',
  async () => {
    for (const side of BOTH)
      await stand.pressAbout(pair(YES_YES), side, /^We have a plan$/, {
        contact: 'Video call',
        rhythm: 'Every two weeks',
      });
    await stand.people.settle();
    assert.is((await stand.row(pair(YES_YES))).contact, 'Video call, Every two weeks');
    await stand.to('2026-09-15', '10:01');
    const asked = async (i: number) =>
      (await stand.subjects(pair(i).mentee)).filter((each) => /made a plan/.test(each)).length;
    assert.equal([await asked(YES_YES), await asked(YES_NO)], [0, 1]);
  },
);

s('a mentor with three pairs gets one letter with a line for each, and answers each by itself', async () => {
  const before = (await stand.letters(pair(0).mentor)).length;
  await stand.to('2026-10-01', '10:01');
  const letters = (await stand.letters(pair(0).mentor)).slice(before);
  assert.is(letters.length, 1);
  for (const i of [0, 1, 2])
    assert.match(
      letters[0]?.text ?? '',
      new RegExp(`Did you talk with ${pair(i).mentee.name} this month \\(month 1 of 6\\)`),
    );
  const [own] = (await stand.letters(pair(0).mentee)).slice(-1);
  assert.match(own?.subject ?? '', /^12 October, 17:00: did you talk with Aigerim Sadykova/);
  for (const [i, side, talked] of [
    [YES_YES, 'mentee', 'yes'],
    [YES_YES, 'mentor', 'yes'],
    [YES_SILENCE, 'mentee', 'yes'],
    [YES_NO, 'mentee', 'yes'],
    [YES_NO, 'mentor', 'no'],
    [NO_NO, 'mentee', 'no'],
    [NO_NO, 'mentor', 'no'],
    [NO_SILENCE, 'mentee', 'no'],
  ] as const)
    await stand.answerCheck(pair(i), side, talked, talked === 'yes' ? { channel: 'Phone' } : {});
  await stand.people.settle();
  const row = await stand.check(pair(YES_YES), 1);
  assert.equal([row?.mentee, row?.mentor, row?.channel, row?.result], ['yes', 'yes', 'Phone', 'confirmed']);
  assert.is((await stand.row(pair(YES_YES))).months, '1: both');
});

s('who does not answer is reminded once, after five days', async () => {
  await stand.to('2026-10-06', '10:01');
  const reminded = async (i: number, side: Side) =>
    (await stand.subjects(pair(i)[side])).filter((each) => /a word about you and|few things/.test(each)).length;
  assert.is(await reminded(SILENCE, 'mentee'), 1);
  assert.is(await reminded(NO_SILENCE, 'mentee'), 0);
  const { text } = (await stand.letters(pair(SILENCE).mentor)).at(-1) ?? { text: '' };
  assert.match(
    text,
    /Hadisha Nur is missing[\s\S]*Ilyas Bek is missing|Ilyas Bek is missing[\s\S]*Hadisha Nur is missing/,
  );
});

s('yes and yes, and yes and silence, confirm the month, and the row says by whom', async () => {
  assert.is((await stand.check(pair(YES_SILENCE), 1))?.result, 'open');
  await stand.to('2026-10-12', '17:01');
  assert.is((await stand.check(pair(YES_SILENCE), 1))?.result, 'confirmed');
  assert.is((await stand.row(pair(YES_SILENCE))).months, '1: mentee');
  assert.match(
    (await stand.history(pair(YES_SILENCE).id)).at(-1) ?? '',
    /Month 1 confirmed by mentee: One says yes, no answer from the other/,
  );
  assert.equal(await stand.needs(pair(YES_YES).id), []);
});

s('yes and no is a row for staff at once', async () => {
  const need = await stand.need(pair(YES_NO).id, /does not agree whether they talked/);
  assert.match(need.why ?? '', /^Month 1: one says yes, the other no/);
  assert.is(need.since?.slice(0, 10), '2026-10-01');
  assert.is((await stand.check(pair(YES_NO), 1))?.result, 'open');
});

s('no and no is a friendly letter to both, and no row for staff the first time', async () => {
  for (const side of BOTH) assert.is(await nudges(NO_NO, side), 1);
  assert.equal(await stand.needs(pair(NO_NO).id), []);
  assert.is((await stand.check(pair(NO_NO), 1))?.result, 'not confirmed');
});

s('no and silence is a letter to the silent one, and a row for staff after five more days', async () => {
  await stand.to('2026-10-13', '10:01');
  assert.equal([await nudges(NO_SILENCE, 'mentee')], [0]);
  assert.match((await stand.letters(pair(NO_SILENCE).mentor)).at(-1)?.text ?? '', /Hadisha Nur and you did not talk/);
  assert.equal(await stand.needs(pair(NO_SILENCE).id), []);
  await stand.to('2026-10-19', '17:01');
  assert.match((await stand.need(pair(NO_SILENCE).id, /Nobody answers/)).why ?? '', /^Month 1/);
});

s('silence of both is a row for staff, from which both are asked again', async () => {
  const need = await stand.need(pair(SILENCE).id, /Nobody answers the monthly check/);
  assert.is(need.suggested, 'Done, Ask again, Replace mentor, End pair');
  const before = (await stand.letters(pair(SILENCE).mentee)).length;
  const done = await stand.choose(need, 'Ask again');
  assert.is(done.state, 'Closed');
  await stand.to('2026-10-20', '10:01');
  const letters = (await stand.subjects(pair(SILENCE).mentee)).slice(before);
  assert.is(letters.length, 1);
  assert.match(letters[0] ?? '', /did you talk with Daniyar Omarov/);
  await stand.answerCheck(pair(SILENCE), 'mentee', 'yes');
  await stand.answerCheck(pair(SILENCE), 'mentor', 'yes');
  await stand.people.settle();
  assert.is((await stand.row(pair(SILENCE))).months, '1: both');
});

s('an answer that comes late, after judging, still counts and closes the row', async () => {
  // No yes comes from the silent mentor; the mentee's no stands against it.
  const page = await stand.pressAbout(pair(NO_SILENCE), 'mentor', /^We have talked$/, { talked: 'no', concern: 'no' });
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.equal(await stand.needs(pair(NO_SILENCE).id), []);
  const row = await stand.check(pair(NO_SILENCE), 1);
  assert.equal([row?.mentor, row?.result], ['no', 'not confirmed']);
});

s('a second month without contact, said by both, goes to staff', async () => {
  await stand.to('2026-11-03', '10:01');
  for (const side of BOTH) await stand.answerCheck(pair(NO_NO), side, 'no');
  await stand.people.settle();
  assert.match((await stand.need(pair(NO_NO).id, /had no contact again/)).why ?? '', /^Month 2/);
});

s('a concern opens a case that neither the partner nor the open sheets tell about', async () => {
  const before = (await stand.letters(pair(YES_YES).mentor)).length;
  const page = await stand.answerCheck(pair(YES_YES), 'mentee', 'yes', { concern: 'yes' });
  assert.match(page.words, /A case officer will contact you/);
  const href = /href="([^"]+)"[^>]*>Tell us more/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const told = await stand.people.answer('issue', { category: 'Communication', words: 'It was rude' }, href);
  assert.is(told.status, 200, told.words);
  await stand.people.settle();
  const cases = await stand.rows('cases');
  assert.is(cases.length, 1, 'the words join the case of the check');
  assert.equal(
    [cases[0]?.pair, cases[0]?.reporter, cases[0]?.stage],
    [pair(YES_YES).id, pair(YES_YES).mentee.id, 'Reported'],
  );
  const [words] = await stand.rows('concerns');
  assert.equal([words?.words, words?.case, words?.month], ['It was rude', cases[0]?.id, '2']);
  assert.is((await stand.check(pair(YES_YES), 2))?.concern, 'answered');
  assert.is((await stand.letters(pair(YES_YES).mentor)).length, before, 'the partner gets no letter');
  for (const tab of ['matches', 'checkIns', 'history', 'needs', 'mailLog'] as const)
    assert.not.match(JSON.stringify(await stand.rows(tab)), /rude/);
});

s('check 3 asks two questions more, and their answers stay restricted', async () => {
  await stand.to('2026-12-02', '10:01');
  const { mentee } = pair(YES_YES);
  const letter = await stand.letter(mentee, /half-time with Aigerim Sadykova/);
  assert.match(letter.text, /does the pair work for you, and what should the programme do better/);
  const link = await stand.linkAbout(mentee, partnerOf(pair(YES_YES), 'mentee'), /Two questions at half-time/);
  const page = await stand.people.answer('evaluation', { works: '4', improve: 'More evenings' }, link);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  const [row] = await stand.rows('evaluations');
  assert.equal([row?.kind, row?.works, row?.improve, row?.person], ['Month 3', '4', 'More evenings', mentee.id]);
});

s('the check nearest to a new semester asks to look at the meeting times', async () => {
  // The first days of January are days off.
  await stand.to('2027-01-08', '10:01');
  const { text } = await stand.letter(pair(YES_YES).mentee, /few things/);
  assert.match(text, /new semester begins on Monday, 11 January 2027/);
  assert.match(text, /month 4 of 6/);
});

s('check 5 carries the notice of the end', async () => {
  await stand.to('2027-02-01', '10:01');
  const letter = await stand.letter(pair(YES_YES).mentee, /The end is near/);
  assert.match(letter.text, /The formal time ends on Monday, 1 March 2027/);
});

s(
  'on the last day the sixth check and the closing letter come, and an open check is judged while the pair closes',
  async () => {
    await stand.to('2027-03-01', '10:01');
    assert.is(await stand.stage(pair(YES_YES)), 'Closing');
    for (const side of BOTH) await stand.answerCheck(pair(YES_YES), side, 'yes');
    await stand.people.settle();
    const checks = (await stand.rows('checkIns')).filter((row) => row.pair === pair(YES_YES).id);
    assert.equal(checks.map((row) => row.month).sort(), ['1', '2', '3', '4', '5', '6']);
    assert.match((await stand.row(pair(YES_YES))).months ?? '', /6: both/);
  },
);

s.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { until } from '../support/until.ts';
import {
  ALUMNI,
  altered,
  apply,
  historyOf,
  labels,
  mentee,
  mentor,
  needAbout,
  needsAbout,
  rowBy,
  subjects,
  to,
} from './people.ts';

const s = suite('applying');
let p: Programme;

s.before(async () => {
  p = await startProgramme();
});
s.after(() => p.close());

s('gives a complete application of a graduate a receipt at once and takes it to the training', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor(ALUMNI[0]));
  assert.is(row.stage, 'Training');
  assert.is(row.season, '2026-autumn');
  assert.match(row.nextStep ?? '', /attendance at a training/i);
  const receipt = await letterTo(people, row.email ?? '', /we have your application/i);
  assert.match(receipt.text, /voluntary/);
  assert.match(receipt.text, /mentor/);
  assert.equal(await historyOf(people, row.id ?? ''), ['New → Applied', 'Applied → Training']);
  assert.equal(await subjects(people, row.email ?? ''), ['We have your application']);
});

s('takes a student with an address of the university to the training', async () => {
  const row = await apply(p.people, 'mentee', mentee('Bolat Student'));
  assert.is(row.stage, 'Training');
  assert.match((await letterTo(p.people, row.email ?? '', /we have your application/i)).text, /student/);
});

s('invites both at ten to the sessions ahead, with a button for each', async () => {
  const { people } = p;
  await to(people, '2026-09-01', '10:05');
  for (const email of ['aigerim.sadykova@alumni.example', 'bolat.student@nu.edu.kz']) {
    const invitation = await letterTo(people, email, /choose your training session/i);
    assert.is(labels(invitation).filter((label) => /book/i.test(label)).length, 2);
  }
});

s('asks staff about a mentor who is not in the register, and goes on when they confirm', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor('Nurlan Unknown'));
  assert.is(row.stage, 'Applied');
  assert.match(row.nextStep ?? '', /confirmation by the Center/);
  const need = await needAbout(people, row.id ?? '');
  assert.is(need.what, 'Is this applicant an alumnus?');
  assert.is(need.owner, 'Saule Nurlanova');
  assert.is(need.suggested, 'Confirm person, Decline person');
  await people.edit('needs', need.id ?? '', { action: 'Confirm person' });
  await people.settle();
  assert.is((await rowBy(people, 'mentors', row.email ?? '')).stage, 'Training');
  assert.equal(await needsAbout(people, row.id ?? ''), []);
  assert.ok((await historyOf(people, row.id ?? '')).includes('Confirm person chosen in Needs you'));
});

s('goes on by itself when staff tick that the mentor is an alumnus', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor('Ticked Mentor'));
  await people.edit('mentors', row.id ?? '', { alumnus: 'TRUE' });
  await people.settle();
  const ticked = await rowBy(people, 'mentors', row.email ?? '');
  assert.equal([ticked.stage, ticked.systemNote], ['Training', 'Taken: Applied → Training.']);
  assert.equal(await needsAbout(people, row.id ?? ''), []);
});

s('goes on by itself when the mentor appears in the register', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor('Registered Later'));
  assert.is(row.stage, 'Applied');
  await people.add('alumni', {
    name: row.name ?? '',
    email: (row.email ?? '').toUpperCase(),
    degree: 'PhD',
    year: '2020',
  });
  await people.settle();
  assert.is((await rowBy(people, 'mentors', row.email ?? '')).stage, 'Training');
});

s('declines a mentor in the queue, in neutral words, with a way back', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor('Declined Mentor'));
  const need = await needAbout(people, row.id ?? '');
  await people.edit('needs', need.id ?? '', { action: 'Decline person' });
  await people.settle();
  assert.is((await rowBy(people, 'mentors', row.email ?? '')).stage, 'Declined');
  const letter = await letterTo(people, row.email ?? '', /your participation/i);
  assert.match(letter.text, /could not be accepted/);
  assert.match(letter.text, /come back/i);
  assert.equal(await needsAbout(people, row.id ?? ''), []);
});

s('does not let somebody who was declined in by answering once more: staff are asked again', async () => {
  const { people } = p;
  const before = await rowBy(people, 'mentors', 'declined.mentor@alumni.example');
  const link = linkIn(await letterTo(people, before.email ?? '', /your participation/i), /come back/i);
  assert.is((await people.answer('mentor', mentor('Declined Mentor'), link)).status, 200);
  await people.settle();
  const row = await rowBy(people, 'mentors', before.email ?? '');
  assert.is(row.id, before.id);
  assert.is(row.stage, 'Applied');
  assert.is((await needAbout(people, row.id ?? '')).what, 'Is this applicant an alumnus?');
});

s('asks staff about a mentee with a foreign address, and goes on when they tick the student', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Foreign Address', { email: 'foreign@mail.example' }));
  assert.is(row.stage, 'Applied');
  const need = await needAbout(people, row.id ?? '');
  assert.is(need.what, 'Is this applicant a student?');
  await people.edit('mentees', row.id ?? '', { student: 'TRUE' });
  await people.settle();
  assert.is((await rowBy(people, 'mentees', row.email ?? '')).stage, 'Training');
  assert.equal(await needsAbout(people, row.id ?? ''), []);
});

s('does not recognise a student by an address that was only claimed later', async () => {
  const { people } = p;
  const row = await apply(
    people,
    'mentee',
    mentee('Claims Address', { email: 'claims@mail.example', consentStorage: 'No' }),
  );
  await to(people, '2026-09-02');
  const link = linkIn(await letterTo(people, row.email ?? '', /answers are missing/i), /complete/i);
  await people.answer('mentee', mentee('Claims Address', { email: 'rector@nu.edu.kz' }), link);
  await people.settle();
  const now = await rowOf(people, 'mentees', { id: row.id ?? '' });
  assert.is(now.stage, 'Applied');
  assert.is(now.email, 'claims@mail.example');
  assert.match(now.newAnswers ?? '', /Email: rector@nu.edu.kz/);
  assert.is((await needAbout(people, row.id ?? '')).what, 'Is this applicant a student?');
});

s('changes nothing by a second application without a code, and asks at the address on file', async () => {
  const { people } = p;
  const before = await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz');
  const count = (await people.rows('mentees')).length;
  await people.answer('mentee', mentee('Somebody Else', { email: 'BOLAT.student@nu.edu.kz', phone: '+7 999' }));
  await people.settle();
  assert.is((await people.rows('mentees')).length, count);
  const after = await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz');
  assert.is(after.name, before.name);
  assert.is(after.newAnswers, '');
  const letter = await letterTo(people, 'bolat.student@nu.edu.kz', /did you send our form again/i);
  assert.match(letter.text, /nothing was changed/);
});

s('takes new answers that come by the signed link of that letter', async () => {
  const { people } = p;
  const letter = await letterTo(people, 'bolat.student@nu.edu.kz', /did you send our form again/i);
  await people.answer(
    'mentee',
    mentee('Bolat Student', { phone: '+7 701 555 0000' }),
    linkIn(letter, /change my answers/i),
  );
  await people.settle();
  const row = await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz');
  assert.match(row.newAnswers ?? '', /Phone: \+7 701 555 0000/);
  assert.match(row.systemNote ?? '', /new answers/i);
  assert.is(row.stage, 'Training');
  assert.is(row.phone, '');
});

s('a cell that staff type counts over the later answer, also when the form is read again', async () => {
  const { people } = p;
  const { id = '' } = await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz');
  await people.edit('mentees', id, { phone: '+7 702 000 0000' });
  await people.settle();
  // Another answer makes the program read the form once more, from the last answer on.
  await people.answer('mentee', mentee('Somebody Else', { email: 'reads.again@nu.edu.kz' }));
  await people.settle();
  const row = await rowOf(people, 'mentees', { id });
  assert.equal([row.phone, row.newAnswers], ['+7 702 000 0000', '']);
});

s('a new address counts only when it was confirmed from the old one', async () => {
  const { people } = p;
  const { id = '', email: old = '' } = await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz');
  const answerAgain = async (email: string) => {
    const link = linkIn(await letterTo(people, old, /did you send our form again/i), /change my answers/i);
    await people.answer('mentee', mentee('Bolat Student', { email }), link);
    await people.settle();
    return rowOf(people, 'mentees', { id });
  };
  const row = await answerAgain('bolat@first.example');
  assert.is(row.email, old);
  assert.match(row.systemNote ?? '', /counts when the person confirms it from the old one/);
  const first = await letterTo(people, old, /is this your new address/i);
  assert.match(first.text, /bolat@first\.example/);
  assert.equal(await people.letters('bolat@first.example'), [], 'nothing goes to an address that anybody may name');
  // The old one is full now and then; what came back is asked about until the new one is confirmed.
  const back = new URLSearchParams({ how: 'hard' });
  assert.is((await fetch(`${people.url}/inbox/${first.id}/back`, { method: 'POST', body: back })).status, 200);
  const cameBack = async () =>
    (await people.rows('needs')).find(
      (each) => each.about === id && /came back: check the address/.test(each.what ?? ''),
    );
  assert.match((await until(cameBack)).why ?? '', /A newer one stands in New answers; nobody has confirmed it\./);
  await answerAgain('bolat@second.example');
  assert.is((await cameBack())?.state, 'Open');
  assert.is(
    (await people.press(linkIn(first, /use the new address/i))).status,
    409,
    'the first is no longer asked about',
  );
  const second = await letterTo(people, old, /is this your new address/i);
  assert.match(
    (await people.open(linkIn(second, /use the new address/i))).words,
    /Bolat Student: bolat@second\.example/,
  );
  const page = await people.press(linkIn(second, /use the new address/i));
  assert.is(page.status, 200, page.words);
  await people.settle();
  assert.ok((await historyOf(people, id)).includes('New address confirmed from the old one'));
  assert.is((await cameBack())?.state, 'Closed');
  await people.edit('mentees', id, { decision: 'Pause' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  assert.equal(await subjects(people, 'bolat@second.example'), ['Your participation is paused']);
});

s('staff take a new address over by typing it into the row', async () => {
  const { people } = p;
  const { id = '' } = await rowBy(people, 'mentors', 'aigerim.sadykova@alumni.example');
  await people.edit('mentors', id, { email: 'aigerim@work.example' });
  await people.settle();
  await people.edit('mentors', id, { decision: 'Pause' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  assert.is((await subjects(people, 'aigerim@work.example')).length, 1);
  await people.edit('mentors', id, { email: 'aigerim.sadykova@alumni.example', decision: 'Resume' });
  await people.settle();
  await people.move({ by: 'PT3M' });
});

s('treats a code that was altered like no code at all', async () => {
  const { people } = p;
  const letter = await letterTo(people, 'bolat.student@nu.edu.kz', /did you send our form again/i);
  const link = linkIn(letter, /change my answers/i);
  await people.answer('mentee', mentee('Bolat Student', { phone: '+7 111' }), altered(link));
  await people.settle();
  assert.not.match((await rowBy(people, 'mentees', 'bolat.student@nu.edu.kz')).newAnswers ?? '', /\+7 111/);
});

s('keeps one profile for each role: a mentee may also apply as a mentor', async () => {
  const { people } = p;
  const row = await apply(people, 'mentor', mentor('Bolat Student', { email: 'bolat.student@nu.edu.kz' }));
  assert.is(row.stage, 'Applied');
  assert.is((await needAbout(people, row.id ?? '')).what, 'Is this applicant an alumnus?');
});

s('asks staff which row to keep when they typed somebody in twice', async () => {
  const { people } = p;
  const answers = mentor('Typed Twice', { email: 'aigerim.sadykova@alumni.example' });
  await people.add('mentors', cells(answers));
  await people.settle();
  const row = await rowOf(people, 'mentors', { name: 'Typed Twice' });
  assert.is(row.stage, 'Applied');
  const need = await needAbout(people, row.id ?? '');
  assert.is(need.what, 'Somebody applied twice');
  await people.edit('needs', need.id ?? '', { action: 'Decline person' });
  await people.settle();
  assert.is((await rowOf(people, 'mentors', { name: 'Typed Twice' })).stage, 'Declined');
});

s('starts a row that staff typed themselves, as if the form had been answered', async () => {
  const { people } = p;
  await people.add('mentees', cells(mentee('Typed Mentee')));
  await people.settle();
  const row = await rowOf(people, 'mentees', { name: 'Typed Mentee' });
  assert.is(row.stage, 'Training');
  assert.match(row.id ?? '', /^ME-/);
  assert.is(row.season, '2026-autumn');
  assert.ok(await letterTo(people, 'typed.mentee@nu.edu.kz', /we have your application/i));
});

const cells = (answers: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, typeof value === 'string' ? value : value.join(', ')]),
  );

s.run();

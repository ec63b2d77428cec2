import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalClient } from '../../local/client/index.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { letterTo, linkIn, type Programme, startProgramme } from '../support/programme.ts';
import { ALUMNI, apply, at, countOf, eligible, lastLetter, mentee, mentor, rowBy, subjects, to } from './people.ts';

/** The program was down while dates passed: the stack stops, the clock goes on by hand, the stack starts again. */
const s = suite('outage');
let p: Programme;
let again: Stack | undefined;
let people: LocalClient;
let mentorId = '';

s.before(async () => {
  p = await startProgramme();
  ({ people } = p);
  mentorId = (await eligible(people, 'mentor', mentor(ALUMNI[0]))).id ?? '';
  await eligible(people, 'mentee', mentee('Chooser Student'));
  await to(people, '2026-09-17', '10:30');
  await apply(people, 'mentee', mentee('Gap Student', { consentStorage: 'No' }));
  await to(people, '2026-09-18', '10:05');
});
s.after(async () => {
  await again?.stop();
  await p.close();
});

async function downUntil(instant: string): Promise<void> {
  await (again ?? p.stack).stop();
  const file = join(p.stack.dataDir, 'clock.json');
  const { clock } = JSON.parse(await readFile(file, 'utf8')) as { clock: { epoch: number } };
  await writeFile(file, JSON.stringify({ clock: { epoch: clock.epoch + 1, at: instant, rate: 0 } }));
  again = await startStack({
    dataDir: p.stack.dataDir,
    port: 0,
    clock: 'frozen',
    temporal: { address: p.stack.temporalAddress, namespace: p.namespace },
  });
  people = new LocalClient(again.url);
  await people.settle();
}

s('leaves a round open that would have closed meanwhile, and tells whoever has not chosen', async () => {
  const since = await lastLetter(people);
  // The round was to close on Friday 25 September at 17:00.
  await downUntil(at('2026-09-25', '23:00'));
  assert.is((await people.rows('seasons'))[0]?.stage, 'Choice round');
  assert.is((await rowBy(people, 'mentees', 'chooser.student@nu.edu.kz')).stage, 'Choosing');
  await to(people, '2026-09-28', '10:05');
  const letters = await people.letters('chooser.student@nu.edu.kz', since);
  assert.is(letters.length, 1, letters.map((letter) => letter.subject).join(' | '));
  assert.match(letters[0]?.subject ?? '', /28 September, 17:00.*choose/i);
  const page = await people.press(linkIn(letters[0] as (typeof letters)[0], /catalogue/i), { first: mentorId });
  assert.ok(page.status < 300, page.words);
  await to(people, '2026-09-28', '17:00');
  assert.is((await people.rows('matches')).length, 1);
});

s('sends only the newest of the reminders that were missed, and moves the deadline', async () => {
  // Reminders were due on Monday 21 and Thursday 24 September; the application would have lapsed on 19 October.
  assert.is(await countOf(people, 'gap.student@nu.edu.kz', /answers are missing/i), 2);
  const letter = await letterTo(people, 'gap.student@nu.edu.kz', /answers are missing/i);
  assert.not.match(letter.text, /19 October/);
  await to(people, '2026-10-19', '18:00');
  assert.is((await rowBy(people, 'mentees', 'gap.student@nu.edu.kz')).stage, 'Incomplete');
});

s('writes one letter of the day to staff for all the days it was down', async () => {
  const daily = await people.letters('saule.nurlanova@cac.example');
  const days = daily.map((letter) => letter.subject);
  // From 2 to 18 September each working day, one when it came back, then each working day to 19 October.
  assert.is(days.length, 13 + 1 + 16, days.join(' | '));
});

s('moves nothing after an outage of less than four hours', async () => {
  const { systemNote = '', nextStep = '' } = await rowBy(people, 'mentees', 'gap.student@nu.edu.kz');
  assert.match(nextStep, /Lapses: 27 October 2026, 17:00/, systemNote);
  const since = await lastLetter(people);
  await to(people, '2026-10-27', '16:00');
  await downUntil(at('2026-10-27', '19:30'));
  assert.is((await rowBy(people, 'mentees', 'gap.student@nu.edu.kz')).stage, 'Lapsed');
  assert.ok(
    (await subjects(people, 'gap.student@nu.edu.kz', since)).some((subject) => /your participation/i.test(subject)),
  );
});

s.run();

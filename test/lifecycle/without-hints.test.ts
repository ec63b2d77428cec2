/** Pushes are only hints: without any, everything still happens within the poll interval (design, hints and truth). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { answerTime } from './answer-time.ts';
import { apply, mentee } from './people.ts';

const s = suite('without hints');
let programme: Programme;

s.before(async () => {
  programme = await startProgramme({ hints: false });
});
s.after(() => programme.close());

/** Drive's version is asked for this often (workflows/sync.ts); polls are real time, which no clock moves. */
const POLL_MS = 10_000;

s('an edit in the grid is answered by the next look at the version of the workbook', async () => {
  const { people } = programme;
  await people.settle();
  const setting = await rowOf(people, 'settings', { key: 'trainingReminder' });
  const took = await answerTime(people, 'settings', setting.id ?? '', { value: '2' });
  assert.ok(took <= POLL_MS + 2_000, `answered after ${Math.round(took)} ms`);
  const row = await rowOf(people, 'settings', { key: 'trainingReminder' });
  assert.is(row.systemNote, 'Taken. It counts from now on.');
});

s('a form that was answered without a hint is a row once the programme has looked', async () => {
  const row = await apply(programme.people, 'mentee', mentee('Erlan Tulegen'));
  assert.is(row.stage, 'Training');
});

s.run();

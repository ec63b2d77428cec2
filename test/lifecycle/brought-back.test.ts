/** Rows that staff delete: reported, and brought back from a daily copy while the process goes on. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { googleClients } from '../../sheets/index.ts';
import { sheetIdOf } from '../../sheets/layout.ts';
import { type Programme, rowOf, startProgramme } from '../support/programme.ts';

const s = suite('rows brought back');
let programme: Programme;
let google: ReturnType<typeof googleClients>;
let file: string;

s.before(async () => {
  programme = await startProgramme();
  google = googleClients(programme.stack.url, undefined);
  const files = (await programme.people.json('/api/spreadsheets')) as { id: string; title: string }[];
  file = files.find(({ title }) => title === 'Mentorship programme')?.id ?? '';
});
s.after(() => programme.close());

/** As somebody at the grid does it. */
async function deleteMentor(id: string): Promise<void> {
  await programme.people.json('/api/sheet/delete-rows', {
    id: file,
    tab: sheetIdOf('mentors'),
    rows: [{ row: 1, id, seen: [] }],
  });
  await programme.people.settle();
}

async function typedMentor(name: string, email: string): Promise<Readonly<Record<string, string>>> {
  await programme.people.add('mentors', { name, email, capacity: '2', topics: 'Job search' });
  await programme.people.settle();
  return rowOf(programme.people, 'mentors', { email });
}

s('a deleted row waits in Needs you, stays open while its process moves on, and comes back on one word', async () => {
  const { people } = programme;
  const mentor = await typedMentor('Aigerim Early', 'aigerim@example.com');
  const { id = '' } = mentor;
  const copy = await google.drive.files.copy({ fileId: file, requestBody: { name: 'copy of yesterday' } });
  const appProperties = { mentorshipCopyOf: file, mentorshipCopyDay: '2026-08-31', mentorshipCopyReady: 'yes' };
  await google.drive.files.update({ fileId: copy.data.id ?? '', requestBody: { appProperties } });
  await deleteMentor(id);
  const need = await rowOf(people, 'needs', { about: id, what: 'A row has vanished in Mentors', state: 'Open' });
  assert.is(need.suggested, 'Bring back, Done');
  await people.edit('needs', need.id ?? '', { action: 'Bring back' });
  await people.settle();
  const closed = await rowOf(people, 'needs', { id: need.id ?? '' });
  assert.equal([closed.state, closed.systemNote], ['Closed', 'Bring back: done.']);
  const back = await rowOf(people, 'mentors', { id });
  for (const key of ['name', 'email', 'capacity', 'topics', 'stage', 'nextStep'])
    assert.is(back[key], mentor[key], key);
  const history = await people.rows('history');
  assert.ok(history.some((row) => row.row === id && row.change === 'Brought back from a daily copy'));
});

s('a row that came today is in no copy: staff hear what else they can do', async () => {
  const { people } = programme;
  const { id = '' } = await typedMentor('Timur Late', 'timur@example.com');
  await deleteMentor(id);
  const need = await rowOf(people, 'needs', { about: id, what: 'A row has vanished in Mentors' });
  await people.edit('needs', need.id ?? '', { action: 'Bring back' });
  await people.settle();
  const still = await rowOf(people, 'needs', { id: need.id ?? '' });
  assert.is(still.state, 'Open');
  assert.match(still.systemNote ?? '', /no daily copy has this row/);
});

s.run();

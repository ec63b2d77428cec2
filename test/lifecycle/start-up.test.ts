/** A start on a spreadsheet that is not as it should be: it is said in words, nothing waits for ever, and undo is enough. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type TabKey, tabOf } from '../../domain/program/index.ts';
import { type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { apply, mentee } from './people.ts';

const s = suite('start-up');
let p: Programme;
s.before(async () => {
  // Without hints the program has seen nothing of what is done here before it is started anew.
  p = await startProgramme({ hints: false });
  await p.people.settle();
});
s.after(() => p.close());

const PATIENCE_MS = 60_000;
type Shown = { readonly sheetId: number; readonly title: string };

/** Does something to a tab in the grid, as staff do. */
async function act(name: string, tab: TabKey, body: object = {}): Promise<void> {
  const { url } = p.stack;
  const { title, workbook } = tabOf(tab);
  const ids = JSON.parse(await readFile(join(p.stack.dataDir, 'google-ids.json'), 'utf8')) as {
    spreadsheets: Record<string, string>;
  };
  const id = ids.spreadsheets[workbook];
  const { tabs } = (await p.people.json(`/api/sheet/view?id=${id}`)) as { tabs: Shown[] };
  const sheet = tabs.find((each) => each.title === title);
  assert.ok(sheet, `${url} shows the tab ${title}`);
  await p.people.json(`/api/sheet/${name}`, { id, tab: sheet.sheetId, ...body });
}

/** Ends a part of the stack, which is started anew by itself. */
async function startAnew(part: 'worker' | 'server'): Promise<void> {
  const before = p.stack.supervisor.pids()[part];
  assert.ok(before);
  process.kill(before, 'SIGKILL');
  await until(() => {
    const now = p.stack.supervisor.pids()[part];
    return now !== undefined && now !== before;
  }, PATIENCE_MS);
}

const openNeed = async (what: RegExp) =>
  (await p.people.rows('needs')).find((row) => row.state === 'Open' && what.test(row.what ?? ''));

s('a worker that finds a tab missing and a setting of nonsense says both, and answers the rest', async () => {
  const { people } = p;
  const setting = await rowOf(people, 'settings', { key: 'menteeAnswer' });
  const other = await rowOf(people, 'settings', { key: 'trainingReminder' });
  await people.edit('settings', setting.id ?? '', { value: 'soon' });
  await people.edit('settings', other.id ?? '', { value: '2' });
  await act('delete-tab', 'awards');
  await startAnew('worker');
  const need = await until(() => openNeed(/A tab is missing/), PATIENCE_MS);
  assert.is(need.what, 'A tab is missing in Awards');
  assert.match(need.why ?? '', /Undo its deletion, or run the setup again/);
  const noteOn = (key: string) =>
    until(async () => (await rowOf(people, 'settings', { key })).systemNote || undefined, PATIENCE_MS);
  assert.is(await noteOn('menteeAnswer'), '"soon" is not a number. The default holds.');
  assert.is(await noteOn('trainingReminder'), 'Taken. It counts from now on.');
});

s('without Awards everybody goes on but those who get one', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Sanzhar Omar'));
  assert.is(row.stage, 'Training');
  assert.ok(await openNeed(/A tab is missing in Awards/));
});

s('undo brings the tab back, the row closes by itself, and work goes on', async () => {
  const { people } = p;
  await people.undo('programme');
  await until(async () => !(await openNeed(/A tab is missing/)), PATIENCE_MS);
  const row = await apply(people, 'mentee', mentee('Erlan Tulegen'));
  assert.is(row.stage, 'Training', 'a setting of nonsense counts as its default');
});

s('a start of everything puts back a column that is missing, and says so', async () => {
  const { people } = p;
  const places = async () => Object.keys((await people.rows('mentees'))[0] ?? {});
  const column = (await places()).indexOf('interests') - 1;
  await act('delete-column', 'mentees', { column, title: 'Interests' });
  assert.not.ok((await places()).includes('interests'));
  await startAnew('server');
  await until(async () => (await fetch(`${p.stack.url}/healthz`)).status === 200, PATIENCE_MS);
  assert.ok((await places()).includes('interests'));
  const next = await until(async () => (await people.next()) ?? undefined, PATIENCE_MS);
  assert.match(next, /^2026-09-/, 'the next event is known without a move');
  const log = await readFile(join(p.stack.dataDir, 'logs', 'server.log'), 'utf8');
  assert.match(log, /Mentorship programme: added .*Interests/);
  const row = await apply(people, 'mentee', mentee('Dana Serik', { interests: 'Chess' }));
  assert.equal([row.stage, row.interests], ['Training', 'Chess']);
});

s.run();

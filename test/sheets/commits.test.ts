import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AnyChange, Edit, View } from '../../activities/ports.ts';
import { WORKBOOKS, type Workbook } from '../../domain/program/index.ts';
import { Unanswered } from '../../sheets/errors.ts';
import { RecordKeeper } from '../../sheets/record.ts';
import type { Batch, Reading, Wire } from '../../sheets/types.ts';
import { blankRow, WITH_RUN, WITHOUT_RUN, World } from './simulator/world.ts';

/** Several plans in one batch, several workbooks, decisions made again: what a caller hears is what the books say. */
const s = suite('commits');

const CASE = 'CA-AAAA-0001';
const FORMER = 'AL-AAAA-0001';
const OTHER = 'AL-BBBB-0002';

interface Books {
  readonly restricted: World;
  readonly mailings: World;
  /** Called before a batch reaches its workbook; what it throws is the answer. */
  before: (workbook: Workbook, batch: Batch) => Promise<void> | void;
  /** Answers a reading in the workbook's stead. */
  reading: (workbook: Workbook) => Promise<Reading> | undefined;
  commits: number;
}

function openBooks(): Books & { readonly record: () => RecordKeeper } {
  const books: Books = {
    restricted: new World(WITH_RUN),
    mailings: new World(WITHOUT_RUN),
    before: () => {},
    reading: () => undefined,
    commits: 0,
  };
  const wire = (workbook: Workbook, world: World): Wire => ({
    read: async (ask) => books.reading(workbook) ?? world.reading(ask.book),
    commit: async (batch) => {
      books.commits++;
      await books.before(workbook, batch);
      world.commit(batch);
    },
    show: async (cells) => world.show(cells),
    version: async () => '1',
  });
  const none: Wire = {
    read: async () => ({ head: { baton: 1, seq: 0, nonces: [] }, lines: [], sheets: new Map(), missing: new Map() }),
    commit: async () => {},
    show: async () => {},
    version: async () => '1',
  };
  const wires: Record<Workbook, Wire> = {
    programme: none,
    figures: none,
    restricted: wire('restricted', books.restricted),
    mailings: wire('mailings', books.mailings),
  };
  assert.equal(Object.keys(wires).sort(), Object.keys(WORKBOOKS).sort());
  return Object.assign(books, {
    record: () => new RecordKeeper({ wires, now: Date.now, sleep: async () => {}, patience: 5000 }),
  });
}

const alumni = (id: string, note: string): AnyChange => ({
  tab: 'alumni',
  id,
  cells: { systemNote: note },
  create: { name: id },
});
const reported = (note: string): AnyChange => ({
  tab: 'cases',
  id: CASE,
  cells: { nextStep: note },
  create: { words: 'help' },
});
const noteOf = (view: View, id: string): string => view.row('alumni', id)?.cells.systemNote ?? '';

s('a plan that shares a batch with one over two workbooks is planned afresh when its own book moved on', async () => {
  const books = openBooks();
  const [mine, theirs] = [books.record(), books.record()];
  await mine.commit(() => ({ changes: [alumni(FORMER, 'free')], result: undefined }));
  let raced = false;
  books.before = async (workbook) => {
    if (workbook !== 'mailings' || raced) return;
    raced = true;
    // Another worker takes the place after ours was planned, and after the first workbook has its part.
    await theirs.commit(() => ({ changes: [alumni(FORMER, 'taken by theirs')], result: undefined }));
  };
  const take = (view: View) =>
    noteOf(view, FORMER) === 'free'
      ? { changes: [alumni(FORMER, 'taken by ours')], result: 'taken' }
      : { changes: [], result: 'too late' };
  const [both, one] = await Promise.all([
    mine.commit(() => ({ changes: [reported('opened'), alumni(OTHER, 'of the case')], result: 'both' })),
    mine.commit(take),
  ]);
  const view = await mine.read();
  assert.ok(raced);
  assert.equal([both.result, one.result, noteOf(view, FORMER)], ['both', 'too late', 'taken by theirs']);
  assert.is(noteOf(view, OTHER), 'of the case');
  assert.is(view.row('cases', CASE)?.cells.nextStep, 'opened');
});

s('the rest of a decision over two workbooks does not overwrite what others wrote later', async () => {
  const books = openBooks();
  const [mine, theirs] = [books.record(), books.record()];
  const count = (view: View): number => Number(noteOf(view, FORMER) || 0);
  let raced = false;
  books.before = async (workbook) => {
    if (workbook !== 'mailings' || raced) return;
    raced = true;
    await theirs.commit((view) => ({ changes: [alumni(FORMER, `${count(view) + 10}`)], result: undefined }));
  };
  const { result } = await mine.commit((view) => ({
    changes: [reported('opened'), alumni(FORMER, `${count(view) + 1}`)],
    result: count(view),
  }));
  assert.ok(raced);
  assert.equal([result, noteOf(await mine.read(), FORMER)], [10, '11']);
});

s('an answer of "nothing to do" is not overtaken by an earlier decision that was still on its way', async () => {
  const books = openBooks();
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'waits')], result: undefined }));
  await record.edits('mailings');
  let late: (() => void) | undefined;
  books.before = (_workbook, batch) => {
    if (late) return;
    late = () => books.mailings.commit(batch);
    // Staff change their mind while the answer is lost.
    const row = books.mailings.data.find((each) => each.owner === FORMER);
    if (row) row.cells.school = 'SSH';
    books.mailings.touched++;
    throw new Unanswered();
  };
  const { result } = await record.commit((view) =>
    view.row('alumni', FORMER)?.cells.school === 'SSH'
      ? { changes: [], result: 'left alone' }
      : { changes: [alumni(FORMER, 'written to')], result: 'written' },
  );
  assert.is(result, 'left alone');
  assert.throws(() => late?.(), /baton/);
  assert.is(noteOf(await record.read(), FORMER), 'waits');
});

s('a plan that fails the second time is not carried out by its first attempt either', async () => {
  const books = openBooks();
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'waits')], result: undefined }));
  let late: (() => void) | undefined;
  books.before = (_workbook, batch) => {
    if (late) return;
    late = () => books.mailings.commit(batch);
    throw new Unanswered();
  };
  let planned = 0;
  const failed = await record
    .commit(() => {
      if (late) throw new Error(`refused at attempt ${++planned}`);
      return { changes: [alumni(FORMER, 'written to')], result: undefined };
    })
    .catch((error: Error) => error.message);
  assert.match(String(failed), /^refused at attempt/);
  assert.throws(() => late?.(), /baton/);
});

s('a commit whose answer was lost is recognised and not repeated', async () => {
  const books = openBooks();
  const record = books.record();
  let lost = 0;
  books.before = (workbook, batch) => {
    if (lost++ > 0) return;
    books[workbook as 'mailings'].commit(batch);
    throw new Unanswered();
  };
  const counted = await record.commit((view) => ({
    changes: [alumni(FORMER, `${noteOf(view, FORMER)}+`)],
    result: 'counted',
  }));
  assert.is(counted.result, 'counted');
  assert.is(noteOf(await record.read(), FORMER), '+');
  assert.is(books.commits, 1);
});

s('plans in one batch see one another, and one that fails leaves nothing behind', async () => {
  const record = openBooks().record();
  const add = () =>
    record.commit((view) => ({ changes: [alumni(FORMER, `${noteOf(view, FORMER)}+`)], result: undefined }));
  const bad = record
    .commit(() => ({ changes: [alumni(OTHER, 'gone'), alumni(FORMER, 'x'.repeat(50_001))], result: undefined }))
    .catch((error: { code?: string }) => error.code);
  const [, code] = await Promise.all([add(), bad, add(), add()]);
  assert.is(code, 'record-refused');
  const view = await record.read();
  assert.is(noteOf(view, FORMER), '+++');
  assert.is(view.row('alumni', OTHER), undefined);
});

s('an older decision whose reading of the second workbook is slow does not overwrite a newer one', async () => {
  const books = openBooks();
  const [mine, theirs] = [books.record(), books.record()];
  const round =
    (n: number) =>
    (view: View): { changes: AnyChange[]; result: number } => {
      const done = Number(noteOf(view, FORMER) || 0);
      return done >= n
        ? { changes: [], result: done }
        : { changes: [reported(`${n}`), alumni(FORMER, `${n}`)], result: n };
    };
  await mine.read();
  const old = books.mailings.reading('all');
  await theirs.commit(round(1));
  let older: Promise<{ result: number }> | undefined;
  books.before = async (workbook) => {
    if (workbook !== 'mailings' || older) return;
    // The newer decision is in the first workbook only. Now the older one is tried once more, elsewhere.
    let slow = true;
    books.reading = (which) => {
      if (which !== 'mailings' || !slow) return undefined;
      slow = false;
      return Promise.resolve(old);
    };
    older = mine.commit(round(1));
    await older;
    assert.not(slow);
  };
  const { result } = await theirs.commit(round(2));
  assert.equal([result, (await older)?.result], [2, 1]);
  const view = await theirs.read();
  assert.equal([view.row('cases', CASE)?.cells.nextStep, noteOf(view, FORMER)], ['2', '2']);
});

s('a batch that is refused because staff delete rows meanwhile is tried again as often as they do', async () => {
  const books = openBooks();
  const { mailings } = books;
  for (let i = 0; i < 6; i++) {
    const row = blankRow();
    row.cells.extra1 = `note ${i}`;
    mailings.rows.push(row);
  }
  mailings.columns.push('extra1');
  let deleted = 0;
  books.before = () => {
    if (deleted === 4) return;
    deleted++;
    mailings.rows.splice(1, 1);
    mailings.touched++;
  };
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'new')], result: undefined }));
  assert.equal([deleted, books.commits], [4, 5]);
  assert.is(noteOf(await record.read(), FORMER), 'new');
});

/** Staff do this in the mailings' workbook between the next reading and the batch that it leads to. */
function meanwhile(books: ReturnType<typeof openBooks>, act: () => void): void {
  books.before = () => {
    books.before = () => {};
    act();
    books.mailings.touched++;
  };
}

/** Columns stand in this order, and staff put one more in before the next batch arrives. */
function columnComesIn(books: ReturnType<typeof openBooks>, columns: readonly string[], at: number): void {
  const { mailings } = books;
  mailings.columns = [...columns];
  mailings.touched++;
  meanwhile(books, () => mailings.columns.splice(at, 0, 'extra1'));
}

s('a new row is a misprint when a column came in and its ID stands in a column of staff', async () => {
  const books = openBooks();
  const { mailings } = books;
  columnComesIn(books, ['name', 'systemNote', 'rowKey', 'email', 'school', 'id', 'rowSum'], 4);
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'new')], result: undefined }));
  assert.is(mailings.rows[1]?.cells.school, FORMER);
  const [first, second] = [await record.edits('mailings'), await record.edits('mailings')];
  assert.equal([first.edits, second.edits], [[], []]);
  assert.equal(
    second.troubles.map(({ kind }) => kind),
    ['misprint'],
  );
  assert.equal(
    mailings.data.filter(({ misprint }) => !misprint).map(({ cells }) => [cells.id, cells.rowKey, cells.school]),
    [[FORMER, `${FORMER}@2`, '']],
  );
});

s('a cell that staff changed in a misprint before it was printed again is told as emptied', async () => {
  const books = openBooks();
  const { mailings } = books;
  columnComesIn(books, ['name', 'systemNote', 'rowKey', 'email', 'school', 'id', 'rowSum'], 4);
  const record = books.record();
  const create = { name: 'as answered', email: 'former@example.org' };
  await record.commit(() => ({ changes: [{ ...alumni(FORMER, 'new'), create } as AnyChange], result: undefined }));
  const [misprint] = mailings.data;
  assert.ok(misprint);
  assert.is(misprint.cells.school, FORMER);
  misprint.cells.name = 'as corrected';
  mailings.touched++;
  const first = await record.edits('mailings');
  assert.equal(
    first.edits.map(({ id, columns }) => [id, columns]),
    [[FORMER, ['name']]],
  );
  await record.told(
    'mailings',
    first.edits.map(({ key }) => key),
  );
  assert.equal((await record.edits('mailings')).edits, []);
  const rows = mailings.data.map(({ misprint: isOne, cells }) => [
    isOne ? 'misprint' : cells.id,
    cells.name,
    cells.email,
  ]);
  assert.equal(rows.sort(), [
    [FORMER, '', 'former@example.org'],
    ['misprint', 'as corrected', 'former@example.org'],
  ]);
});

/** Staff swap two columns of the program between the next reading and the batch that it leads to. */
function programColumnsMove(books: ReturnType<typeof openBooks>): void {
  const { mailings } = books;
  meanwhile(books, () => {
    const [note, key] = [mailings.columns.indexOf('systemNote'), mailings.columns.indexOf('rowKey')];
    [mailings.columns[note], mailings.columns[key]] = ['rowKey', 'systemNote'];
  });
}

s('a new row in which only columns of the program changed places is put right where it stands', async () => {
  const books = openBooks();
  const { mailings } = books;
  programColumnsMove(books);
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'new')], result: undefined }));
  assert.is(mailings.rows[1]?.cells.systemNote, `${FORMER}@1`);
  for (let i = 0; i < 3; i++) assert.equal(await record.edits('mailings'), { edits: [], troubles: [] });
  assert.equal(
    mailings.data.map(({ cells }) => [cells.id, cells.rowKey, cells.systemNote]),
    [[FORMER, `${FORMER}@1`, 'new']],
  );
});

s('staff who correct a new row before its columns were put right have made an edit, and no misprint', async () => {
  const books = openBooks();
  const { mailings } = books;
  programColumnsMove(books);
  const record = books.record();
  const create = { name: 'as answered', email: 'former@example.org' };
  await record.commit(() => ({ changes: [{ ...alumni(FORMER, 'new'), create } as AnyChange], result: undefined }));
  const row = mailings.rows[1];
  assert.ok(row);
  row.cells.name = 'as corrected';
  mailings.touched++;
  const edits: Edit[] = [];
  for (let i = 0; i < 4; i++) {
    const found = await record.edits('mailings');
    assert.equal(found.troubles, []);
    edits.push(...found.edits);
    await record.told(
      'mailings',
      found.edits.map(({ key }) => key),
    );
  }
  assert.equal(
    edits.map(({ id, columns }) => [id, columns]),
    [[FORMER, ['name']]],
  );
  assert.equal(
    mailings.data.map(({ cells }) => [cells.id, cells.rowKey, cells.name, cells.systemNote]),
    [[FORMER, `${FORMER}@1`, 'as corrected', 'new']],
  );
});

s('a misprint stays one when a late projection wrote over its dead key', async () => {
  const books = openBooks();
  const { mailings } = books;
  columnComesIn(books, ['id', 'name', 'systemNote', 'rowKey', 'email', 'school', 'rowSum'], 2);
  const record = books.record();
  const create = { name: 'name', email: 'former@example.org' };
  await record.commit(() => ({ changes: [{ ...alumni(FORMER, 'new'), create } as AnyChange], result: undefined }));
  await record.edits('mailings');
  const misprint = mailings.data.find((row) => row.misprint);
  assert.is(misprint?.cells.systemNote, `${FORMER}@1`);
  // Meant for a row that stood there before, as is a deletion that staff meant for the misprint.
  if (misprint) misprint.cells.systemNote = '';
  mailings.rows = mailings.rows.filter((row) => row === mailings.header || row === misprint);
  mailings.touched++;
  const looks = [await record.edits('mailings'), await record.edits('mailings'), await record.edits('mailings')];
  assert.equal(
    looks.flatMap(({ edits }) => edits),
    [],
  );
  assert.equal(
    looks.at(-1)?.troubles.map(({ kind }) => kind),
    ['misprint', 'vanished'],
  );
  let readings = 0;
  books.reading = () => {
    readings++;
    return undefined;
  };
  for (let i = 0; i < 100; i++) await new Promise((resolve) => setImmediate(resolve));
  assert.is(readings, 0, 'nobody reads again for a line that waits for staff');
});

s('a slow reading of an older moment is no restored version', async () => {
  const books = openBooks();
  const [mine, theirs] = [books.record(), books.record()];
  await theirs.commit(() => ({ changes: [alumni(FORMER, 'one')], result: undefined }));
  const old = books.mailings.reading('all');
  await theirs.commit(() => ({ changes: [alumni(FORMER, 'two')], result: undefined }));
  let answer: (() => void) | undefined;
  // The first reading is answered last, with the older moment.
  books.reading = (workbook) => {
    if (workbook !== 'mailings' || answer) return undefined;
    return new Promise((resolve) => {
      answer = () => resolve(old);
    });
  };
  const late = mine.ask((view) => noteOf(view, FORMER));
  while (!answer) await new Promise((resolve) => setImmediate(resolve));
  assert.is(noteOf(await mine.read(), FORMER), 'two');
  answer();
  assert.is(await late, 'one');
  assert.equal((await mine.edits('mailings')).troubles, []);
  await mine.commit(() => ({ changes: [alumni(FORMER, 'three')], result: undefined }));
  assert.is(noteOf(await mine.read(), FORMER), 'three');
});

s('a restored version stops writing until it was reported, and is reported until that is acknowledged', async () => {
  const books = openBooks();
  const record = books.record();
  await record.commit(() => ({ changes: [alumni(FORMER, 'one')], result: undefined }));
  await record.settle();
  const { head, lines, rows } = structuredClone({
    head: books.mailings.head,
    lines: books.mailings.lines,
    rows: books.mailings.rows.map((row) => row.cells),
  });
  for (const note of ['two', 'three'])
    await record.commit(() => ({ changes: [alumni(FORMER, note)], result: undefined }));
  await record.settle();
  Object.assign(books.mailings, { head, lines });
  books.mailings.rows.forEach((row, i) => {
    row.cells = rows[i] ?? {};
  });
  books.mailings.touched++;
  const code = await record
    .commit(() => ({ changes: [alumni(FORMER, 'four')], result: undefined }))
    .catch((error: { code?: string }) => error.code);
  assert.is(code, 'record-unavailable');
  const first = await record.edits('mailings');
  assert.equal(
    first.troubles.map(({ kind }) => kind),
    ['restored version'],
  );
  await record.commit(() => ({ changes: [alumni(FORMER, 'five')], result: undefined }));
  const again = await record.edits('mailings');
  assert.equal(again.troubles, first.troubles, 'until it was told');
  await record.told(
    'mailings',
    again.troubles.flatMap(({ key }) => key ?? []),
  );
  assert.equal((await record.edits('mailings')).troubles, []);
  assert.is(noteOf(await record.read(), FORMER), 'five');
});

s.run();

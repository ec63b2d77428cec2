import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ApiError } from '../../../local/google/index.ts';
import { type Stand, stand } from './help.ts';

const s = suite('google: any acts');
const ROWS = 8;
const COLUMNS = 5;

const row = fc.nat(ROWS - 1);
const column = fc.nat(COLUMNS - 1);
const word = fc.constantFrom('', 'a', 'b', '7', '2026-01-05', 'TRUE', '=A1', '=SUM(A1:B4)', "'x");
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), r: row, c: column, text: word }),
  fc.record({ kind: fc.constant('paste' as const), r: row, c: column, text: word }),
  fc.record({ kind: fc.constant('clear' as const), r: row, c: column }),
  fc.record({ kind: fc.constant('insertRows' as const), r: row }),
  fc.record({ kind: fc.constant('deleteRows' as const), r: row }),
  fc.record({ kind: fc.constant('insertColumns' as const), c: column }),
  fc.record({ kind: fc.constant('deleteColumns' as const), c: column }),
  fc.record({ kind: fc.constant('moveColumn' as const), c: column, to: column }),
  fc.record({ kind: fc.constant('moveRow' as const), r: row, to: row }),
  fc.record({ kind: fc.constant('sort' as const), c: column, up: fc.boolean() }),
  fc.record({ kind: fc.constant('cut' as const), r: row, to: row }),
  fc.record({ kind: fc.constant('copy' as const), r: row, to: row, inserted: fc.boolean() }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Carries an act out; one that the grid refuses changes nothing and is no act. */
function run(g: Stand, id: string, a: Act): boolean {
  const { people } = g.google;
  try {
    if (a.kind === 'type') people.type(id, 0, a.r, a.c, a.text);
    else if (a.kind === 'paste')
      people.paste(id, 0, a.r, a.c, [
        [a.text, 'p'],
        ['q', a.text],
      ]);
    else if (a.kind === 'clear') people.clear(id, { sheetId: 0, startRowIndex: a.r, startColumnIndex: a.c });
    else if (a.kind === 'insertRows') people.insertRows(id, 0, a.r);
    else if (a.kind === 'deleteRows') people.deleteRows(id, 0, a.r);
    else if (a.kind === 'insertColumns') people.insertColumns(id, 0, a.c);
    else if (a.kind === 'deleteColumns') people.deleteColumns(id, 0, a.c);
    else if (a.kind === 'moveColumn') people.moveColumn(id, 0, a.c, a.to);
    else if (a.kind === 'moveRow') people.moveRow(id, 0, a.r, a.to);
    else if (a.kind === 'sort') people.sort(id, 0, a.c, a.up);
    else if (a.kind === 'cut') people.cutPasteRow(id, 0, a.r, a.to);
    else people.copyRow(id, 0, a.r, a.to, a.inserted);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

const look = (g: Stand, id: string) => {
  const { canUndo: _undo, canRedo: _redo, ...view } = g.google.people.view(id);
  return view;
};

s('undoing everything gives the beginning, doing it again gives the end, and disk agrees with memory', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'google-any-'));
  const g = await stand({ dataDir });
  const ends = new Map<string, unknown>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const { data } = await g.sheets.spreadsheets.create({
        requestBody: {
          sheets: [
            {
              properties: { sheetId: 0, gridProperties: { rowCount: ROWS, columnCount: COLUMNS, frozenRowCount: 1 } },
              data: [
                { rowData: [1, 2, 3, 4].map((n) => ({ values: [{ userEnteredValue: { stringValue: `r${n}` } }] })) },
              ],
            },
          ],
        },
      });
      const id = data.spreadsheetId ?? '';
      const start = look(g, id);
      let done = 0;
      for (const a of acts) if (run(g, id, a)) done++;
      const end = look(g, id);
      for (let i = 0; i < done; i++) g.google.people.undo(id);
      assert.equal(look(g, id), start);
      for (let i = 0; i < done; i++) g.google.people.redo(id);
      assert.equal(look(g, id), end);
      ends.set(id, end);
    }),
    { numRuns: 150, includeErrorInReport: true },
  );
  await g.close();
  const again = await stand({ dataDir });
  for (const [id, end] of ends) assert.equal(look(again, id), end);
  await again.close();
  rmSync(dataDir, { recursive: true });
});

s.run();

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row, Sheet, Workbook } from '../book/types.ts';
import { decodeHead, decodeOrder, decodeRow, encodeHead, encodeOrder, encodeRow } from './encode.ts';

interface Saved {
  readonly head: string;
  readonly order: string;
}

/** Workbooks on disk. A save compares two states by identity and writes only the rows and heads that differ. */
export class BookStore {
  readonly #db: DatabaseSync;
  readonly #saved = new Map<string, Saved>();
  readonly #putBook: StatementSync;
  readonly #putSheet: StatementSync;
  readonly #putRow: StatementSync;
  readonly #dropRow: StatementSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#putBook = db.prepare('INSERT INTO book VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json');
    this.#putSheet = db.prepare(
      'INSERT INTO sheet VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET head = excluded.head, rows = excluded.rows',
    );
    this.#putRow = db.prepare('INSERT INTO line VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json');
    this.#dropRow = db.prepare('DELETE FROM line WHERE book = ? AND sheet = ? AND uid = ?');
  }

  load(id: string): Workbook | undefined {
    const found = this.#db.prepare('SELECT json FROM book WHERE id = ?').get(id) as { json: string } | undefined;
    if (!found) return undefined;
    const { sheets, ...rest } = JSON.parse(found.json) as Omit<Workbook, 'sheets'> & { sheets: number[] };
    return { ...rest, sheets: sheets.map((sheetId) => this.#loadSheet(id, sheetId)) };
  }

  #loadSheet(book: string, id: number): Sheet {
    const found = this.#db.prepare('SELECT head, rows FROM sheet WHERE book = ? AND id = ?').get(book, id) as {
      head: string;
      rows: string;
    };
    const lines = new Map<number, Row>();
    const all = this.#db.prepare('SELECT uid, json FROM line WHERE book = ? AND sheet = ?').all(book, id);
    for (const { uid, json } of all as { uid: number; json: string }[]) lines.set(uid, decodeRow(uid, json));
    const order = decodeOrder(found.rows);
    const rows: (Row | undefined)[] = [];
    rows.length = order.length;
    order.forEach((uid, i) => {
      if (uid !== undefined) rows[i] = lines.get(uid) ?? { uid, cells: [] };
    });
    this.#saved.set(`${book}/${id}`, { head: found.head, order: found.rows });
    return { ...decodeHead(found.head), rows };
  }

  /** Call inside a transaction. */
  save(before: Workbook | undefined, after: Workbook): void {
    const { sheets, ...rest } = after;
    this.#putBook.run(after.id, JSON.stringify({ ...rest, sheets: sheets.map((s) => s.id) }));
    for (const sheet of sheets) {
      const old = before?.sheets.find((s) => s.id === sheet.id);
      if (old !== sheet) this.#saveSheet(after.id, old, sheet);
    }
    for (const old of before?.sheets ?? []) if (!sheets.some((s) => s.id === old.id)) this.#dropSheet(after.id, old.id);
  }

  #saveSheet(book: string, old: Sheet | undefined, sheet: Sheet): void {
    const key = `${book}/${sheet.id}`;
    const saved = { head: encodeHead(sheet), order: encodeOrder(sheet.rows) };
    const last = this.#saved.get(key);
    if (last?.head !== saved.head || last.order !== saved.order)
      this.#putSheet.run(book, sheet.id, saved.head, saved.order);
    this.#saved.set(key, saved);
    const live = new Set(sheet.columns.map((c) => c.uid));
    const sameOrder = old !== undefined && last?.order === saved.order;
    const oldRows = old?.rows ?? [];
    const known = sameOrder ? undefined : new Map(oldRows.flatMap((row) => (row ? [[row.uid, row] as const] : [])));
    for (let i = 0; i < sheet.rows.length; i++) {
      const row = sheet.rows[i];
      if (!row) continue;
      if ((known ? known.get(row.uid) : oldRows[i]) !== row)
        this.#putRow.run(book, sheet.id, row.uid, encodeRow(row, live));
      known?.delete(row.uid);
    }
    for (const uid of known?.keys() ?? []) this.#dropRow.run(book, sheet.id, uid);
  }

  #dropSheet(book: string, id: number): void {
    this.#db.prepare('DELETE FROM sheet WHERE book = ? AND id = ?').run(book, id);
    this.#db.prepare('DELETE FROM line WHERE book = ? AND sheet = ?').run(book, id);
    this.#saved.delete(`${book}/${id}`);
  }

  remove(book: Workbook): void {
    for (const sheet of book.sheets) this.#dropSheet(book.id, sheet.id);
    this.#db.prepare('DELETE FROM book WHERE id = ?').run(book.id);
  }
}

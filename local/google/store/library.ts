import type { DatabaseSync } from 'node:sqlite';
import { type Actor, Edit, PROGRAM } from '../book/edit.ts';
import { freeSheetId, type SheetProperties } from '../book/new.ts';
import type { Workbook } from '../book/types.ts';
import { invalid, notFound } from '../errors.ts';
import { zone } from '../requests/properties.ts';
import { checkedSheet } from '../requests/tabs.ts';
import { BookStore } from './book-store.ts';
import { transaction } from './database.ts';
import { type Files, SPREADSHEET } from './files.ts';

export interface BookChange {
  readonly kind: 'spreadsheet';
  readonly id: string;
  readonly sheetId: number;
  readonly by: 'program' | 'person';
}

/** All workbooks: in memory once opened, and on disk before anybody hears that a change is done. */
export class Library {
  readonly #db: DatabaseSync;
  readonly #files: Files;
  readonly #store: BookStore;
  readonly #open = new Map<string, Workbook>();
  readonly #tell: (change: BookChange) => void;

  constructor(db: DatabaseSync, files: Files, tell: (change: BookChange) => void) {
    this.#db = db;
    this.#files = files;
    this.#store = new BookStore(db);
    this.#tell = tell;
  }

  get(id: string): Workbook {
    const known = this.#open.get(id);
    if (known) return known;
    const loaded = this.#store.load(id);
    if (!loaded) throw notFound();
    this.#open.set(id, loaded);
    return loaded;
  }

  /** Runs one call's work; keeps all of it or, when it throws, nothing. */
  change<T>(id: string, actor: Actor, work: (edit: Edit) => T): T {
    const edit = new Edit(this.get(id), actor);
    const result = work(edit);
    this.keep(edit);
    return result;
  }

  keep(edit: Edit): void {
    const { before, book } = edit;
    transaction(this.#db, () => {
      this.#store.save(before, book);
      this.#files.touch(book.id, { name: book.title });
    });
    this.#open.set(book.id, book);
    for (const sheetId of edit.touched) this.#tell({ kind: 'spreadsheet', id: book.id, sheetId, by: edit.actor.by });
  }

  /** A new workbook; without tabs asked for it gets `Sheet1` with id 0. */
  create(
    owner: string,
    properties: Record<string, unknown>,
    tabs: readonly SheetProperties[],
    fill: (edit: Edit) => void = () => {},
  ): Workbook {
    const { title, locale, timeZone, ...rest } = properties as {
      title?: string;
      locale?: string;
      timeZone?: string;
    };
    const file = this.#files.make(title || 'Untitled spreadsheet', SPREADSHEET, owner);
    const blank: Workbook = {
      id: file.id,
      title: file.name,
      locale: locale || 'en_US',
      timeZone: zone(timeZone || 'Etc/GMT'),
      rest,
      sheets: [],
      named: [],
      metadata: [],
    };
    const edit = new Edit(blank, PROGRAM);
    const asked = tabs.length > 0 ? tabs : [{ title: 'Sheet1' }];
    const ids = new Set(asked.map((tab) => tab.sheetId));
    asked.forEach((tab, i) => {
      const id = tab.sheetId ?? (i === 0 && !ids.has(0) ? 0 : freeSheetId(edit.book));
      edit.addSheet(checkedSheet(edit, tab, id), i);
    });
    if (edit.book.sheets.every((sheet) => sheet.hidden)) throw invalid("You can't hide all the sheets in a document.");
    fill(edit);
    this.insert(edit.book, owner);
    return edit.book;
  }

  /** Stores a workbook that is new here, with its Drive entry. */
  insert(book: Workbook, owner: string, more: object = {}): void {
    transaction(this.#db, () => {
      this.#files.put({ ...this.#files.make(book.title, SPREADSHEET, owner, more), id: book.id });
      this.#store.save(undefined, book);
    });
    this.#open.set(book.id, book);
  }

  rename(id: string, title: string): void {
    this.change(id, PROGRAM, (edit) => {
      Object.assign(edit.book, { title });
    });
  }

  remove(id: string): void {
    const book = this.get(id);
    transaction(this.#db, () => {
      this.#store.remove(book);
      this.#files.remove(id);
    });
    this.#open.delete(id);
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Version of the tables below; a folder written by another one is refused rather than misread. */
const SCHEMA = 1;

/**
 * Opens `google.sqlite` in the folder. WAL with synchronous=NORMAL: what is committed is in the operating system's
 * hands, so it survives the death of the process at any moment; only a power cut may take the last instants, never
 * the consistency. FULL would add a disk flush to every call, which a stand-in on a laptop does not owe.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'google.sqlite');
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=2000;');
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version !== 0 && version !== SCHEMA) {
    db.close();
    throw new Error(`${path} was written by another version of this program (${version}, expected ${SCHEMA}).`);
  }
  db.exec(`
    CREATE TABLE IF NOT EXISTS file (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS content (id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS book (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sheet (book TEXT, id INTEGER, head TEXT NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (book, id)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS line (book TEXT, sheet INTEGER, uid INTEGER, json TEXT NOT NULL, PRIMARY KEY (book, sheet, uid)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS form (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS response (form TEXT, id TEXT, seq INTEGER, json TEXT NOT NULL, PRIMARY KEY (form, id)) WITHOUT ROWID;
    PRAGMA user_version=${SCHEMA};
  `);
  return db;
}

/** Runs `work` in one transaction. */
export function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { BulkJournalPort, JournalEntry } from '../activities/index.ts';

const datasync = promisify(fdatasync);

/**
 * Which copies of which mailing this worker handed over, beside its journal of letters and under the same name. A copy is claimed in a
 * transaction that outlives the machine, then sent, then marked: whoever is claimed and not marked after a crash is in doubt.
 * @param id name of the worker's journal
 */
export function openBulkJournal(dataDir: string, id: string): BulkJournalPort & { close(): void } {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'bulk-journal.sqlite');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;');
  db.exec(
    'CREATE TABLE IF NOT EXISTS copies (mailing TEXT, freeze TEXT, ordinal INTEGER, status TEXT NOT NULL, reply TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (mailing, freeze, ordinal)) WITHOUT ROWID',
  );
  const range = db.prepare(
    'SELECT ordinal, status, reply, at FROM copies WHERE mailing = ? AND freeze = ? AND ordinal >= ? AND ordinal < ?',
  );
  const claimOne = db.prepare(
    `INSERT INTO copies VALUES (?, ?, ?, 'sending', '', '') ON CONFLICT (mailing, freeze, ordinal)
     DO UPDATE SET status = 'sending' WHERE status = 'deferred' OR (? = 1 AND status = 'unknown')`,
  );
  const markOne = db.prepare(
    'INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (mailing, freeze, ordinal) DO UPDATE SET status = excluded.status, reply = excluded.reply, at = excluded.at',
  );
  const drop = db.prepare('DELETE FROM copies WHERE mailing = ? AND freeze = ? AND ordinal = ?');
  const back = db.prepare('UPDATE copies SET status = ? WHERE mailing = ? AND freeze = ? AND ordinal = ?');

  // What was written last stands in the log until SQLite moves it, which it syncs by itself.
  const log = openSync(`${file}-wal`, 'r+');

  function together(work: () => void): void {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    id,
    entries({ mailing, freeze }, from, to) {
      const rows = range.all(mailing, freeze, from, to);
      return new Map(
        rows.map(({ ordinal, status, reply, at }): [number, JournalEntry] => [
          Number(ordinal),
          { status: String(status) as JournalEntry['status'], reply: String(reply), at: String(at) },
        ]),
      );
    },
    async claim({ mailing, freeze }, ordinals, again) {
      together(() => {
        for (const ordinal of ordinals)
          if (claimOne.run(mailing, freeze, ordinal, again ? 1 : 0).changes !== 1)
            throw new Error(`recipient ${ordinal} was claimed before`);
      });
      // It must survive a power cut, or a copy could go twice. Off this thread: the disk must not hold up what is under way.
      await datasync(log);
    },
    mark({ mailing, freeze }, results) {
      // This outlives a killed process; after a power cut it is in doubt, which staff are shown.
      const all = () => {
        for (const { ordinal, status, reply, at } of results) markOne.run(mailing, freeze, ordinal, status, reply, at);
      };
      if (results.length === 1) all();
      else together(all);
    },
    release({ mailing, freeze }, ordinals, before) {
      together(() => {
        for (const ordinal of ordinals)
          if (before) back.run(before, mailing, freeze, ordinal);
          else drop.run(mailing, freeze, ordinal);
      });
    },
    close() {
      closeSync(log);
      db.close();
    },
  };
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BulkJournalPort, JournalEntry } from '../activities/index.ts';

/**
 * Which copies of which mailing this worker handed over, beside its journal of letters and under the same name. A copy is claimed in a
 * transaction that outlives the machine, then sent, then marked: whoever is claimed and not marked after a crash is in doubt.
 * @param id name of the worker's journal
 */
export function openBulkJournal(dataDir: string, id: string): BulkJournalPort & { close(): void } {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'bulk-journal.sqlite'));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000;');
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
    claim({ mailing, freeze }, ordinals, again) {
      // FULL: it must survive a power cut, or a copy could go twice.
      db.exec('PRAGMA synchronous=FULL');
      together(() => {
        for (const ordinal of ordinals)
          if (claimOne.run(mailing, freeze, ordinal, again ? 1 : 0).changes !== 1)
            throw new Error(`recipient ${ordinal} was claimed before`);
      });
    },
    mark({ mailing, freeze }, results) {
      // NORMAL outlives a killed process; after a power cut it is in doubt, which staff are shown.
      db.exec('PRAGMA synchronous=NORMAL');
      together(() => {
        for (const { ordinal, status, reply, at } of results) markOne.run(mailing, freeze, ordinal, status, reply, at);
      });
    },
    release({ mailing, freeze }, ordinals, before) {
      db.exec('PRAGMA synchronous=NORMAL');
      together(() => {
        for (const ordinal of ordinals)
          if (before) back.run(before, mailing, freeze, ordinal);
          else drop.run(mailing, freeze, ordinal);
      });
    },
    close: () => db.close(),
  };
}

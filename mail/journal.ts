import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JournalPort } from '../activities/index.ts';

/**
 * What this worker handed to the mail server, by business key, on its own disk before and after each hand-over. After a crash
 * it tells "never tried" and "taken" apart from the one moment in between that nobody can know.
 */
export function openJournal(dataDir: string): JournalPort & { close(): void } {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'mail-journal.sqlite'));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000;');
  db.exec('CREATE TABLE IF NOT EXISTS letters (key TEXT PRIMARY KEY, status TEXT NOT NULL, reply TEXT NOT NULL)');
  db.exec('CREATE TABLE IF NOT EXISTS journal (id TEXT NOT NULL)');
  db.prepare('INSERT INTO journal SELECT ? WHERE NOT EXISTS (SELECT 1 FROM journal)').run(
    randomBytes(8).toString('hex'),
  );
  const id = String(db.prepare('SELECT id FROM journal').get()?.id);
  const get = db.prepare('SELECT status, reply FROM letters WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO letters VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET status = excluded.status, reply = excluded.reply',
  );
  const drop = db.prepare('DELETE FROM letters WHERE key = ?');
  return {
    id,
    state(key) {
      const row = get.get(key);
      if (!row) return { status: 'unknown here' };
      const status = String(row.status);
      return status === 'sent' || status === 'failed' ? { status, reply: String(row.reply) } : { status: 'sending' };
    },
    sending(key) {
      // FULL: this must survive the machine, or the letter could go twice after a power cut.
      db.exec('PRAGMA synchronous=FULL');
      put.run(key, 'sending', '');
    },
    done(key, status, reply) {
      // NORMAL outlives a killed process; after a power cut the letter may stay in doubt, which staff are shown.
      db.exec('PRAGMA synchronous=NORMAL');
      put.run(key, status, reply);
    },
    forget: (key) => void drop.run(key),
    close: () => db.close(),
  };
}

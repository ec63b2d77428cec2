import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInbox, type Inbox } from '../../local/inbox/index.ts';
import { type Ids, saveIds, setUp } from '../../setup/index.ts';
import { type Stand, stand } from '../local/google/help.ts';
import { Desk } from '../sheets/stand-in.ts';

export interface Account {
  readonly stand: Stand;
  readonly ids: Ids;
  readonly folder: string;
  readonly inbox: Inbox;
  /** What a worker would be told, with every part in order. */
  readonly env: Readonly<Record<string, string>>;
  staff(row: number, name: string, email: string, roles: string): void;
  close(): Promise<void>;
}

/** A Google account as setup leaves it, with a mail server beside it. */
export async function account(temporal: { address: string; namespace: string }): Promise<Account> {
  const folder = await mkdtemp(join(tmpdir(), 'account-'));
  const there = await stand();
  const ids = await setUp({ sheets: there.sheets, forms: there.forms });
  const file = join(folder, 'google-ids.json');
  saveIds(file, ids);
  const inbox = await createInbox({ dataDir: folder, port: 0, now: () => '2026-09-01T00:00:00Z' });
  const desk = new Desk(there.google, ids, 'staff');
  return {
    stand: there,
    ids,
    folder,
    inbox,
    env: {
      SHEETS_ROOT_URL: there.url,
      GOOGLE_IDS: file,
      SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
      MAIL_FROM: 'Center <cac@example.org>',
      PUBLIC_URL: 'https://letters.example.org',
      LINK_KEYS: `a:${'k'.repeat(32)}`,
      HINT_SECRET: 'h'.repeat(32),
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
    },
    staff(row, name, email, roles) {
      desk.type(row, 'Name', name);
      desk.type(row, 'Email', email);
      desk.type(row, 'Roles', roles);
    },
    async close() {
      await inbox.close();
      await there.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The embedded mail server: takes every letter, keeps it on disk before it says so, shows it to whoever asks. Sends nothing on.
 */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type CameBack, reportOf } from './report.ts';

export type { CameBack } from './report.ts';

export interface Letter {
  readonly id: number;
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly messageId: string;
  /** The calendar file that came with it. */
  readonly calendar?: string;
}
export interface InboxQuery {
  readonly to?: string;
  /** Only letters with a greater id, or taken after this instant. */
  readonly since?: string;
}
export interface Inbox {
  readonly port: number;
  list(query?: InboxQuery): Letter[];
  get(id: number): Letter | undefined;
  raw(id: number): string | undefined;
  count(): number;
  clear(): void;
  /** Has a letter come back to the sender in its envelope, as the reader's mail server would. False where nobody takes it. */
  sendBack(id: number, how: CameBack): Promise<boolean>;
  onMail(listener: () => void): void;
  close(): Promise<void>;
}

/** Where a letter comes back to; undefined where it has no place of its own for that. */
export const returnPathOf = ({ headers }: Letter): string | undefined =>
  /^<(\S+\+[bl]\.\S+@\S+)>$/.exec(headers['return-path'] ?? '')?.[1];

const LARGEST = 10 * 1024 * 1024;

/** Links of a letter with their labels, in the order of the text. */
function linksOf(html: string): Letter['links'] {
  const plain = (text: string) =>
    text
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .trim();
  const links = [...html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map((match) => ({
    href: plain(match[1] ?? ''),
    label: plain(match[2] ?? ''),
  }));
  return links.filter(
    (link, i) =>
      link.label !== link.href &&
      links.findIndex((other) => other.href === link.href && other.label === link.label) === i,
  );
}

export async function createInbox({
  dataDir,
  port = 0,
  now = () => new Date().toISOString(),
  onBounce = () => undefined,
}: {
  dataDir: string;
  port?: number;
  now?: () => string;
  /** Mail to `bounces+…`, besides being kept: what a mail server pipes to the functions. */
  onBounce?: (raw: Buffer) => void;
}): Promise<Inbox> {
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'inbox.sqlite'));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;');
  db.exec(
    'CREATE TABLE IF NOT EXISTS letters (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT, recipient TEXT, letter TEXT, raw TEXT)',
  );
  const insert = db.prepare('INSERT INTO letters (at, recipient, letter, raw) VALUES (?, ?, ?, ?)');
  const listeners: (() => void)[] = [];
  const letterOf = (row: Record<string, unknown>): Letter => ({
    id: Number(row.id),
    ...(JSON.parse(String(row.letter)) as Omit<Letter, 'id'>),
  });

  async function keep(raw: Buffer, sender: string, recipients: readonly string[]): Promise<void> {
    const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
    const html = mail.html || '';
    // Whoever delivers a mail writes the envelope's sender on top (RFC 5321 §4.4).
    const headers = Object.fromEntries([
      ['return-path', `<${sender}>`],
      ...mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ]);
    const calendar = mail.attachments.find(({ filename }) => filename?.endsWith('.ics'))?.content.toString();
    for (const to of recipients) {
      const letter: Omit<Letter, 'id'> = {
        at: now(),
        to,
        from: mail.from?.text ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html,
        headers,
        links: linksOf(html),
        messageId: mail.messageId ?? '',
        ...(calendar === undefined ? {} : { calendar }),
      };
      insert.run(letter.at, to.toLowerCase(), JSON.stringify(letter), raw.toString('latin1'));
    }
    for (const listener of listeners) listener();
    if (recipients.some((to) => /^bounces\+/i.test(to))) onBounce(raw);
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST,
    disableReverseLookup: true,
    logger: false,
    banner: 'embedded inbox',
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return callback(Object.assign(new Error('the letter is too large'), { responseCode: 552 }));
        keep(
          Buffer.concat(chunks),
          session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          session.envelope.rcptTo.map(({ address }) => address),
        ).then(
          () => callback(null, 'kept'),
          () => callback(Object.assign(new Error('the letter could not be kept'), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', () => undefined); // A client that breaks off is no fault of the inbox.
  const taken = await new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
  await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', () => resolve()));

  const get = (id: number): Letter | undefined => {
    const row = db.prepare('SELECT id, letter FROM letters WHERE id = ?').get(id);
    return row ? letterOf(row) : undefined;
  };
  return {
    port: taken,
    list({ to, since } = {}) {
      const numeric = since !== undefined && /^\d+$/.test(since);
      const rows = db
        .prepare(
          'SELECT id, letter FROM letters WHERE (? IS NULL OR recipient = ?) AND (? IS NULL OR id > ?) AND (? IS NULL OR at > ?) ORDER BY id',
        )
        .all(
          to?.toLowerCase() ?? null,
          to?.toLowerCase() ?? null,
          numeric ? since : null,
          numeric ? Number(since) : null,
          numeric ? null : (since ?? null),
          numeric ? null : (since ?? null),
        );
      return rows.map(letterOf);
    },
    get,
    raw: (id) => db.prepare('SELECT raw FROM letters WHERE id = ?').get(id)?.raw as string | undefined,
    count: () => Number(db.prepare('SELECT count(*) AS n FROM letters').get()?.n),
    clear: () => db.exec('DELETE FROM letters'),
    async sendBack(id, how) {
      const letter = get(id);
      const sender = letter && returnPathOf(letter);
      if (!letter || sender === undefined) return false;
      await keep(reportOf(letter, sender, how), '', [sender]);
      return true;
    },
    onMail: (listener) => void listeners.push(listener),
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          db.close();
          resolve();
        }),
      ),
  };
}

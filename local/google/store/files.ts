import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { forbidden, notFound } from '../errors.ts';
import { transaction } from './database.ts';

export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
export const FORM = 'application/vnd.google-apps.form';
export const FOLDER = 'application/vnd.google-apps.folder';

export interface Permission {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly view?: string;
  readonly allowFileDiscovery?: boolean;
}

/** What Drive knows of a file; its content lives elsewhere: books and forms in stores of their own, bytes in the table `content`. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** the bearer token that made it, or `local` */
  readonly owner: string;
  readonly created: number;
  readonly modified: number;
  readonly version: number;
  readonly trashed: boolean;
  readonly permissions: readonly Permission[];
  readonly description?: string;
  readonly parents?: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly appProperties?: Readonly<Record<string, string>>;
  readonly starred?: boolean;
  /** Of an uploaded file: length in bytes and their MD5 sum, as Drive gives them. */
  readonly size?: number;
  readonly md5Checksum?: string;
}

/** Who asks: `local` is a call without Authorization, which everybody on this machine may make. */
export type User = string;

export const emailOf = (user: User): string => (user.includes('@') ? user : `${user}@example.com`);

const WRITERS = new Set(['owner', 'organizer', 'fileOrganizer', 'writer']);

export class Files {
  readonly #db: DatabaseSync;
  readonly #now: () => number;
  readonly #all = new Map<string, FileEntry>();

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db;
    this.#now = now;
    for (const { json } of db.prepare('SELECT json FROM file').all() as { json: string }[]) {
      const file = JSON.parse(json) as FileEntry;
      this.#all.set(file.id, file);
    }
  }

  list(): FileEntry[] {
    return [...this.#all.values()];
  }

  find(id: string): FileEntry | undefined {
    return this.#all.get(id);
  }

  /**
   * The file, if this user may use it so. A file made without a token is open to everybody on the machine;
   * one made with a token belongs to that token until it is shared. Unknown ids and other kinds are 404.
   */
  open(id: string, user: User, how: 'read' | 'write' | 'own', mimeType?: string): FileEntry {
    const file = this.#all.get(id);
    if (!file || (mimeType !== undefined && file.mimeType !== mimeType)) throw notFound();
    if (!this.may(file, user, how)) throw forbidden();
    return file;
  }

  may(file: FileEntry, user: User, how: 'read' | 'write' | 'own'): boolean {
    if (user === 'local' || file.owner === 'local' || file.owner === user) return true;
    if (how === 'own') return false;
    return file.permissions.some(
      (p) => fits(p, user) && (how === 'read' ? p.view !== 'published' : WRITERS.has(p.role)),
    );
  }

  /** Call inside a transaction. */
  put(file: FileEntry): FileEntry {
    this.#db
      .prepare('INSERT INTO file VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json')
      .run(file.id, JSON.stringify(file));
    this.#all.set(file.id, file);
    return file;
  }

  /** The file with its bytes: on disk together, so that a death of the process leaves both or neither. */
  putContent(file: FileEntry, bytes: Buffer): FileEntry {
    const hash = createHash('md5').update(bytes).digest('hex');
    const whole = { ...file, size: bytes.length, md5Checksum: hash };
    transaction(this.#db, () => {
      this.#db
        .prepare('INSERT INTO content VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes')
        .run(file.id, bytes);
      this.put(whole);
    });
    return whole;
  }

  /** The bytes of an uploaded file. Not kept in memory: there may be many, and few are asked for. */
  content(id: string): Buffer | undefined {
    const row = this.#db.prepare('SELECT bytes FROM content WHERE id = ?').get(id) as { bytes: Uint8Array } | undefined;
    return row && Buffer.from(row.bytes);
  }

  /** A new entry, not yet stored. */
  make(name: string, mimeType: string, owner: User, more: Partial<FileEntry> = {}): FileEntry {
    const at = this.#now();
    return {
      id: newFileId(),
      name,
      mimeType,
      owner,
      created: at,
      modified: at,
      version: 1,
      trashed: false,
      permissions: [{ id: permissionId(emailOf(owner)), type: 'user', role: 'owner', emailAddress: emailOf(owner) }],
      ...more,
    };
  }

  /** Counts a change of content or properties: `version` grows by one each time and never falls. */
  touch(id: string, change: Partial<FileEntry> = {}): FileEntry {
    const file = this.#all.get(id);
    if (!file) throw notFound();
    return this.put({ ...file, ...change, version: file.version + 1, modified: this.#now() });
  }

  remove(id: string): void {
    this.#db.prepare('DELETE FROM content WHERE id = ?').run(id);
    this.#db.prepare('DELETE FROM file WHERE id = ?').run(id);
    this.#all.delete(id);
  }
}

function fits(permission: Permission, user: User): boolean {
  if (permission.type === 'anyone') return true;
  const email = emailOf(user).toLowerCase();
  if (permission.type === 'domain') return email.endsWith(`@${permission.domain?.toLowerCase()}`);
  const given = permission.emailAddress?.toLowerCase();
  return given === email || given?.split('@')[0] === user.toLowerCase();
}

export const newFileId = (): string => `1${randomBytes(32).toString('base64url')}`;

/** Drive's permission ids are long decimal numbers, the same for the same person. */
export function permissionId(seed: string): string {
  let n = 7n;
  for (const char of seed) n = (n * 1_000_003n + BigInt(char.codePointAt(0) ?? 0)) % 10n ** 20n;
  return n.toString().padStart(20, '1');
}

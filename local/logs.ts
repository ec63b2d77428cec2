import { type FileHandle, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LIMIT = 5_000_000;

export interface LogFile {
  readonly path: string;
  readonly fd: number;
  /** Length when it was opened: what follows was written by this start. */
  readonly start: number;
  close(): Promise<void>;
}

/** Opens `<dataDir>/logs/<name>.log` for a child to write to. One older file is kept once it outgrows 5 MB. */
export async function openLog(dataDir: string, name: string): Promise<LogFile> {
  const folder = join(dataDir, 'logs');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  let start = await size(path);
  if (start > LIMIT) {
    await rename(path, `${path}.1`);
    start = 0;
  }
  const file: FileHandle = await open(path, 'a');
  return { path, fd: file.fd, start, close: () => file.close() };
}

/** The last lines of a log, or of what was written after `from`. Empty when there is none. */
export async function tail(path: string, lines: number, from = 0): Promise<string> {
  const text = await readFrom(path, from);
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** What a log holds from a byte on. */
export async function readFrom(path: string, from: number): Promise<string> {
  if ((await size(path)) === 0) return '';
  return (await readFile(path)).subarray(from).toString('utf8');
}

async function size(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

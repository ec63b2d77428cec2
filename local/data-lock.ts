import { execFile } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A process by number and by when it began, since numbers are used again. */
interface Who {
  readonly pid: number;
  readonly began: string;
}
interface Content extends Who {
  readonly children: readonly Who[];
}

/** The right to use a data folder, held until `release` or until this process ends. */
export interface DataLock {
  /** Notes the processes that must not outlive us; if we are killed, the next start ends them. */
  note(pids: readonly number[]): Promise<void>;
  release(): void;
}

/**
 * Takes `<dataDir>/lock`. A lock whose holder is gone is taken over, after ending what that holder left running.
 * @throws Error with what to do when another program uses the folder.
 */
export async function lockDataFolder(dataDir: string, log: (line: string) => void = () => {}): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'lock');
  const mine = await identify(process.pid);
  if (!mine) throw new Error('this process could not be identified');
  for (;;) {
    if (create(file, { ...mine, children: [] })) break;
    const held = read(file);
    if (held && (await isAlive(held)))
      throw new Error(
        `The data folder ${dataDir} is in use by another start of this program (process ${held.pid}). Stop that one, or choose another folder with --data.`,
      );
    await endLeftOvers(held?.children ?? [], log);
    remove(file, held);
  }
  let released = false;
  const release = (): void => {
    if (released) return;
    released = true;
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return {
    release,
    note: async (pids) => {
      const children = (await Promise.all(pids.map(identify))).filter((who) => who !== undefined);
      if (!released) replace(file, { ...mine, children });
    },
  };
}

/** Made whole under another name and linked: the name appears with its content, and only for one of two who try at once. */
function create(file: string, content: Content): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, content: Content): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content));
  renameSync(draft, file);
}

function read(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    // Gone since we looked, or damaged: nobody is known to hold it.
    return undefined;
  }
}

/** Removes the stale lock we read, and puts back one that another start has taken meanwhile. */
function remove(file: string, stale: Content | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && (moved.pid !== stale?.pid || moved.began !== stale.began)) create(file, moved);
  rmSync(aside, { force: true });
}

async function endLeftOvers(children: readonly Who[], log: (line: string) => void): Promise<void> {
  for (const child of children) {
    if (!(await isAlive(child))) continue;
    log(`Ending process ${child.pid}, left over from a start that was killed.`);
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      signalIfThere(child.pid, signal);
      for (let waited = 0; waited < 5_000 && (await isAlive(child)); waited += 50) await sleep(50);
      if (!(await isAlive(child))) break;
    }
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isAlive(who: Who): Promise<boolean> {
  return (await identify(who.pid))?.began === who.began;
}

/** Undefined when there is no such process (or only its corpse, not yet collected by its parent). */
async function identify(pid: number): Promise<Who | undefined> {
  try {
    if (process.platform === 'linux') {
      // After the name in brackets (which may hold spaces): state first, start time twentieth.
      const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? [];
      return fields[0] === 'Z' || !fields[19] ? undefined : { pid, began: fields[19] };
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() ? { pid, began: stdout.trim() } : undefined;
  } catch {
    // No such file, or `ps` found nothing: the process is gone.
    return undefined;
  }
}

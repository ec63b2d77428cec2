import { type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const GSPREAD = '6.2.1';
const CACHE = fileURLToPath(new URL(`../../../../node_modules/.cache/gspread-${GSPREAD}`, import.meta.url));
const INSTALL_LIMIT = 40_000;

export interface Python {
  /** runs a script and gives what it printed; throws with its errors if it failed */
  run(script: string, ...args: string[]): Promise<string>;
}

/** A Python that can import gspread, got from PyPI once if need be; or the reason why there is none. */
export function pythonWithGspread(): Python | { readonly missing: string } {
  const options: SpawnSyncOptionsWithStringEncoding = { encoding: 'utf8', timeout: INSTALL_LIMIT };
  if (spawnSync('python3', ['--version'], options).status !== 0) return { missing: 'no python3' };
  const own = { ...process.env, PYTHONPATH: CACHE };
  for (const env of [process.env, own])
    if (spawnSync('python3', ['-c', 'import gspread'], { ...options, env }).status === 0) return runner(env);
  const pip = ['-m', 'pip', 'install', '--quiet', '--retries', '0', '--timeout', '5', '--target', CACHE];
  const got = spawnSync('python3', [...pip, `gspread==${GSPREAD}`], options);
  if (got.status !== 0 || !existsSync(CACHE)) return { missing: 'gspread is not installed and pip cannot get it' };
  return runner(own);
}

const runner = (env: NodeJS.ProcessEnv): Python => ({
  run: (script, ...args) =>
    new Promise((resolve, reject) => {
      const child = spawn('python3', [script, ...args], { env });
      let [out, errors] = ['', ''];
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        errors += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(errors))));
    }),
});

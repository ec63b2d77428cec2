import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(import.meta.dirname, 'generated');
export const BUNDLE_FILE = join(OUT, 'workflows.js');
const STAMP_FILE = join(OUT, 'stamp');

export { OUT as BUNDLE_FOLDER, STAMP_FILE };

/** Fingerprint of everything the workflow bundle is made from: the code of workflows and domain, and the SDK's version. */
export function bundleFingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['workflows', 'domain']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  }
  const sdk = createRequire(import.meta.url).resolve('@temporalio/workflow/package.json');
  hash.update((JSON.parse(readFileSync(sdk, 'utf8')) as { version: string }).version);
  return hash.digest('hex');
}

/**
 * The workflows as one file, for `Worker.create`. `npm run build` makes it; where the code has changed since, it is made anew in a
 * process of its own, so that the bundler's memory is not the worker's.
 */
export async function workflowBundle(): Promise<{ readonly codePath: string }> {
  const isFresh =
    existsSync(STAMP_FILE) && existsSync(BUNDLE_FILE) && readFileSync(STAMP_FILE, 'utf8') === bundleFingerprint();
  if (!isFresh) await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'bundle-workflows.ts')]);
  return { codePath: BUNDLE_FILE };
}

/** Bundles the workflows for the worker: part of `npm run build`. Nothing is done when their code is as it was. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { BUNDLE_FILE, BUNDLE_FOLDER, bundleFingerprint, STAMP_FILE } from './workflow-bundle.ts';

/** Never leaves half a file for a worker that starts meanwhile. */
function write(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

const began = performance.now();
const stamp = bundleFingerprint();
if (existsSync(STAMP_FILE) && existsSync(BUNDLE_FILE) && readFileSync(STAMP_FILE, 'utf8') === stamp) {
  console.log(`workflows: fresh (${Math.round(performance.now() - began)} ms)`);
} else {
  mkdirSync(BUNDLE_FOLDER, { recursive: true });
  const silent = () => undefined;
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    logger: { log: silent, trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error },
  });
  write(BUNDLE_FILE, code);
  write(STAMP_FILE, stamp);
  console.log(`workflows: bundled (${Math.round(performance.now() - began)} ms)`);
}

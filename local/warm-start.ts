/**
 * Compiles the parts of the local stack once, after installing: the first start is then as quick and as small as every later one, since
 * the compiler of TypeScript never enters its memory. Each part only says what it is and ends.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compile-cache.mjs';

const ROOT = join(import.meta.dirname, '..');
const PARTS = ['local/main.ts', 'local/server/main.ts', 'worker/main.ts'];

const began = performance.now();
for (const part of PARTS) {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, part), '--help'], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    encoding: 'utf8',
  });
  // Without it everything works all the same, only the first start is slower.
  if (status !== 0) console.warn(`${part} could not be compiled ahead: ${stderr.trim().split('\n').at(-1)}`);
}
console.log(`local stack: compiled (${Math.round(performance.now() - began)} ms)`);

// Loaded before the program, as plain JavaScript: code compiled once is kept for all starts, so that they are quicker and the
// compiler of TypeScript stays out of memory.
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const COMPILE_CACHE = join(tmpdir(), 'alumni-mentorship-compile-cache');
enableCompileCache(COMPILE_CACHE);

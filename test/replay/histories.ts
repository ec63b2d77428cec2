import { join } from 'node:path';

/** One recorded run per path: `<process>-<path>.json`. */
export const HISTORIES: string = join(import.meta.dirname, 'histories');

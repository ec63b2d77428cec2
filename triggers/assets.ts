import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Scripts of pages: each makes a page that works without it more convenient, and nothing more. */
const SCRIPTS = { 'copy.js': script('copy.js'), 'draft.js': script('draft.js') } as const;
export type ScriptName = keyof typeof SCRIPTS;

function script(name: string) {
  const text = readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
  return { text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
}

/** Where a script is served; another one after a release has another address. */
export const scriptPath = (name: ScriptName): string => `/assets/${name}?v=${SCRIPTS[name].hash}`;

/** Answers `/assets/<name>`; false for a name that is none. */
export function sendAsset(res: ServerResponse, name: string): boolean {
  if (!Object.hasOwn(SCRIPTS, name)) return false;
  res.writeHead(200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'public, max-age=86400',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(SCRIPTS[name as ScriptName].text);
  return true;
}

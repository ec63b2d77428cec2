import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Request } from './http.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const tabulator = join(dirname(createRequire(import.meta.url).resolve('tabulator-tables')), '..');
const FOREIGN: Readonly<Record<string, string>> = {
  'tabulator.mjs': join(tabulator, 'js/tabulator_esm.min.mjs'),
  'tabulator.css': join(tabulator, 'css/tabulator.min.css'),
};

/** Serves `/assets/<name>`: our own files of that folder and the grid's library. False when there is no such file. */
export async function serveAsset({ req, res, path }: Request): Promise<boolean> {
  const name = /^\/assets\/((?:[a-z0-9-]+\/)?[a-z0-9-]+\.(?:css|js|mjs|svg))$/.exec(path)?.[1];
  if (name === undefined) return false;
  let bytes: Buffer;
  try {
    bytes = await readFile(FOREIGN[name] ?? join(import.meta.dirname, 'assets', name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
  if (req.headers['if-none-match'] === etag) res.writeHead(304, headers).end();
  else res.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(name)] ?? 'text/plain' }).end(bytes);
  return true;
}

import type { ServerResponse } from 'node:http';
import type { TriggerPorts } from '../ports.ts';
import type { MailingCopy, MailingLook } from '../types.ts';

/** A picture or a poster as it was uploaded; with a name it is kept as a file. */
export function sendFile(
  res: ServerResponse,
  file: { readonly type: string; readonly bytes: Uint8Array } | undefined,
  name = '',
): void {
  if (!file) return void res.writeHead(404, { 'Cache-Control': 'no-store' }).end();
  res.writeHead(200, {
    'Content-Type': file.type,
    'Cache-Control': 'private, max-age=3600',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(name === '' ? {} : { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
  });
  res.end(file.bytes);
}

/** Where links that are made for each reader lead in a preview: nowhere. */
const NOWHERE = 'https://preview.invalid/';

/** What one reader gets. `picture` is where a preview shows its picture from. */
export const copyFor = (look: MailingLook, picture = ''): ReturnType<MailingCopy['fill']> =>
  look.copy(picture).fill({ unsubscribe: NOWHERE, preferences: NOWHERE });

/** The mailing as its readers see it, for a frame of a page: it runs nothing, and its picture comes with it. */
export async function sendCopy(
  { mailings }: TriggerPorts,
  res: ServerResponse,
  look: MailingLook,
  dark: boolean,
): Promise<void> {
  const picture = look.cells.picture === '' ? undefined : await mailings.file(look.id, 'picture');
  const address = picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}` : '';
  const copy = copyFor(look, address);
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  });
  res.end(shade(copy.html, dark));
}

const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;
/** Shows the look for the dark, or the one for the light, whatever the moderator's own device prefers. */
const shade = (document: string, dark: boolean): string =>
  document.replaceAll(DARK, dark ? '(min-width:0)' : '(max-width:0)');

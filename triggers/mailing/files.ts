import type { ServerResponse } from 'node:http';
import type { TriggerPorts } from '../ports.ts';
import type { MailingLook } from '../types.ts';

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

/** The mailing as its readers see it, for a frame of a page: it runs nothing, and its picture comes with it. */
export async function sendRendered(
  { mailings, rendered }: TriggerPorts,
  res: ServerResponse,
  look: MailingLook,
  dark: boolean,
): Promise<void> {
  if (!rendered) return void res.writeHead(404, { 'Cache-Control': 'no-store' }).end();
  const picture = look.cells.picture === '' ? undefined : await mailings.file(look.id, 'picture');
  const address = picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}` : '';
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  });
  res.end(shade(rendered(look, address), dark));
}

const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;
/** Shows the look for the dark, or the one for the light, whatever the moderator's own device prefers. */
const shade = (document: string, dark: boolean): string =>
  document.replaceAll(DARK, dark ? '(min-width:0)' : '(max-width:0)');

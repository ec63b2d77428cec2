import type { ServerResponse } from 'node:http';
import type { TriggerPorts } from '../ports.ts';
import type { MailingLook } from '../types.ts';
import { copyFor, sendPreview } from './preview.ts';

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
export async function sendCopy(
  { mailings }: TriggerPorts,
  res: ServerResponse,
  look: MailingLook,
  dark: boolean,
): Promise<void> {
  const picture = look.cells.picture === '' ? undefined : await mailings.file(look.id, 'picture');
  const address = picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}` : '';
  const copy = copyFor(look, address);
  sendPreview(res, dark ? copy.dark : copy.html);
}

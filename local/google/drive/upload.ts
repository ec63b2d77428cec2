import { invalid } from '../errors.ts';
import { jsonBody } from '../server/call.ts';

export interface Upload {
  readonly body: Record<string, unknown>;
  readonly media: Buffer | undefined;
  readonly type: string | undefined;
}

/** A Drive body: JSON, plain media, or the two as `multipart/related`. */
export function readUpload(raw: Buffer, contentType: string, upload: boolean): Upload {
  const boundary = /multipart\/related.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) {
    const media = upload && raw.length > 0 && !/json/.test(contentType);
    return media
      ? { body: {}, media: raw, type: contentType }
      : { body: jsonBody(raw), media: undefined, type: undefined };
  }
  const parts = split(raw, Buffer.from(`--${boundary}`));
  const [head, media] = parts;
  if (!head) throw invalid('Malformed multipart body.');
  return { body: jsonBody(head.content), media: media?.content, type: media?.type };
}

function split(raw: Buffer, mark: Buffer): { type: string | undefined; content: Buffer }[] {
  const parts: { type: string | undefined; content: Buffer }[] = [];
  let at = raw.indexOf(mark);
  while (at >= 0) {
    const next = raw.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = raw.subarray(at + mark.length, next);
    const gap = part.indexOf('\r\n\r\n');
    const headers = part.subarray(0, gap).toString('latin1');
    const type = /content-type:\s*([^\r\n]+)/i.exec(headers)?.[1];
    parts.push({ type, content: part.subarray(gap + 4, part.length - 2) });
    at = next;
  }
  return parts;
}

import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from './types.ts';

/** The framework reads bodies before us and keeps the raw bytes. */
export interface FunctionRequest extends IncomingMessage {
  readonly rawBody?: Buffer;
}

const USUAL = 64 * 1024;
/** Pages on which mailings are written: a picture and a poster of 5 MB each, and a text. */
const LARGER: Readonly<Record<string, number>> = {
  draft: 12 * 1024 * 1024,
  bounce: 12 * 1024 * 1024,
  moderate: 512 * 1024,
};

/** The largest body that a page takes, in bytes, by the first part of its path. */
export const largestBody = (place: string): number => (Object.hasOwn(LARGER, place) && LARGER[place]) || USUAL;

export const rawBody = (req: FunctionRequest): Buffer => req.rawBody ?? Buffer.alloc(0);

/** Fields of a posted form; a field that came several times keeps its first value. */
export function formFields(req: FunctionRequest): Record<string, string> {
  const params = new URLSearchParams(rawBody(req).toString('utf8'));
  const fields: Record<string, string> = {};
  for (const [name, value] of params) fields[name] ??= value;
  return fields;
}

/** A posted form with files. */
export interface PostedForm {
  /** A field that came several times holds its values separated by commas. */
  readonly fields: Readonly<Record<string, string>>;
  /** Files that were chosen; one of no bytes is there, one that was not chosen is not. */
  readonly files: Readonly<Record<string, UploadedFile>>;
}

/** Reads a form as browsers send it, with files or without. Undefined for a body that is none. */
export async function readForm(req: FunctionRequest): Promise<PostedForm | undefined> {
  const headers = { 'Content-Type': req.headers['content-type'] ?? '' };
  const body = new Uint8Array(rawBody(req));
  let data: FormData;
  try {
    data = await new Request('http://localhost', { method: 'POST', headers, body }).formData();
  } catch (error) {
    // The platform says in many ways, all of them TypeErrors, that a body is no form; anything else is ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string') fields[name] = Object.hasOwn(fields, name) ? `${fields[name]}, ${value}` : value;
    else if (value.name !== '' && !Object.hasOwn(files, name))
      files[name] = { name: value.name, type: value.type, bytes: await value.bytes() };
  }
  return { fields, files };
}

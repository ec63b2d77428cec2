import type { IncomingMessage } from 'node:http';

/** The framework reads bodies before us and keeps the raw bytes. */
export interface FunctionRequest extends IncomingMessage {
  readonly rawBody?: Buffer;
}

/** Nothing that people or hints send is larger. */
export const LARGEST_BODY = 64 * 1024;

export const rawBody = (req: FunctionRequest): Buffer => req.rawBody ?? Buffer.alloc(0);

/** Fields of a posted form; a field that came several times keeps its first value. */
export function formFields(req: FunctionRequest): Record<string, string> {
  const params = new URLSearchParams(rawBody(req).toString('utf8'));
  const fields: Record<string, string> = {};
  for (const [name, value] of params) fields[name] ??= value;
  return fields;
}

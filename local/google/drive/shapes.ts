import { checkBody } from '../shapes/check.ts';
import { BOOLEAN, list, type Message, map, STRING } from '../shapes/shape.ts';

const FILE: Message = {
  id: STRING,
  name: STRING,
  mimeType: STRING,
  description: STRING,
  parents: list(STRING),
  properties: map(STRING),
  appProperties: map(STRING),
  starred: BOOLEAN,
  trashed: BOOLEAN,
};

const PERMISSION: Message = {
  type: STRING,
  role: STRING,
  emailAddress: STRING,
  domain: STRING,
  view: STRING,
  allowFileDiscovery: BOOLEAN,
};

/** The members of a body that this server reads, checked; unlike Sheets, Drive passes over the others. */
function read(body: Record<string, unknown>, shape: Message): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(shape, name)));
  checkBody(kept, shape);
  return kept;
}

export const fileBody = (body: Record<string, unknown>): Record<string, unknown> => read(body, FILE);

export const permissionBody = (body: Record<string, unknown>): Record<string, unknown> => read(body, PERMISSION);

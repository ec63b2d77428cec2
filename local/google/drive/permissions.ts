import { invalid, notFound } from '../errors.ts';
import type { Call } from '../server/call.ts';
import { project } from '../server/fields.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { type FileEntry, type Permission, permissionId } from '../store/files.ts';
import { PERMISSION_DEFAULTS, permissionJson } from './json.ts';
import { mask, open } from './routes.ts';

const TYPES = new Set(['user', 'group', 'domain', 'anyone']);
const ROLES = new Set(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']);

/** `files/{id}/permissions…`: who may read or write the file. */
export function permissionsRoute(
  services: Services,
  call: Call,
  fileId: string,
  id: string | undefined,
  body: Record<string, unknown>,
): Reply {
  const read = call.method === 'GET';
  const file = open(services, call, fileId, read ? 'read' : 'write');
  const answer = (p: Permission): Reply => ({ json: project(permissionJson(p), mask(call, PERMISSION_DEFAULTS)) });
  const keep = (permissions: readonly Permission[]): FileEntry => services.files.put({ ...file, permissions });
  if (id === undefined) {
    if (read) {
      const permissions = file.permissions.map(permissionJson);
      const asked = mask(call, { kind: true, permissions: PERMISSION_DEFAULTS });
      return { json: project({ kind: 'drive#permissionList', permissions }, asked) };
    }
    const fresh = permission(body);
    keep([...file.permissions.filter((p) => p.id !== fresh.id), fresh]);
    return answer(fresh);
  }
  const found = file.permissions.find((p) => p.id === id);
  if (!found) throw notFound(`Permission not found: ${id}.`);
  switch (call.method) {
    case 'GET':
      return answer(found);
    case 'DELETE':
      keep(file.permissions.filter((p) => p !== found));
      return { empty: true };
    case 'PATCH': {
      const changed = { ...found, role: role(body.role) };
      keep(file.permissions.map((p) => (p === found ? changed : p)));
      return answer(changed);
    }
    default:
      throw notFound();
  }
}

function role(value: unknown): string {
  if (typeof value !== 'string' || !ROLES.has(value)) throw invalid('The specified role is invalid or not supported.');
  return value;
}

function permission(body: Record<string, unknown>): Permission {
  const { type, emailAddress, domain, view, allowFileDiscovery } = body;
  if (typeof type !== 'string' || !TYPES.has(type)) throw invalid('The permission type field is required.');
  if ((type === 'user' || type === 'group') && typeof emailAddress !== 'string')
    throw invalid('The emailAddress field is required for user and group permissions.');
  const seed = type === 'anyone' ? 'anyone' : String(emailAddress ?? domain);
  return {
    id: type === 'anyone' ? (view === 'published' ? 'anyoneWithLinkPublished' : 'anyoneWithLink') : permissionId(seed),
    type,
    role: role(body.role),
    ...(typeof emailAddress === 'string' ? { emailAddress } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
    ...(typeof view === 'string' ? { view } : {}),
    ...(type === 'anyone' || type === 'domain' ? { allowFileDiscovery: allowFileDiscovery === true } : {}),
  };
}

import { emailOf, type FileEntry, type Files, FORM, permissionId, SPREADSHEET, type User } from '../store/files.ts';

/** The File resource; which members a reply holds is up to the caller's `fields`. */
export function fileJson(file: FileEntry, files: Files, user: User, origin: string): Record<string, unknown> {
  const owner = {
    kind: 'drive#user',
    displayName: file.owner,
    me: file.owner === user,
    permissionId: permissionId(emailOf(file.owner)),
    emailAddress: emailOf(file.owner),
  };
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: file.starred ?? false,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    parents: file.parents ?? ['root'],
    ...(file.properties ? { properties: file.properties } : {}),
    ...(file.appProperties ? { appProperties: file.appProperties } : {}),
    version: String(file.version),
    ...(file.size === undefined ? {} : { size: String(file.size), md5Checksum: file.md5Checksum }),
    webViewLink: viewLink(file, origin),
    createdTime: new Date(file.created).toISOString(),
    modifiedTime: new Date(file.modified).toISOString(),
    owners: [owner],
    lastModifyingUser: owner,
    shared: file.permissions.length > 1,
    ownedByMe: file.owner === user,
    capabilities: { canEdit: files.may(file, user, 'write'), canShare: files.may(file, user, 'own') },
    permissions: file.permissions.map(permissionJson),
    permissionIds: file.permissions.map((p) => p.id),
  };
}

export const permissionJson = (permission: FileEntry['permissions'][number]): object => ({
  kind: 'drive#permission',
  ...permission,
});

/** What Drive answers when no `fields` are asked. */
export const FILE_DEFAULTS = { kind: true, id: true, name: true, mimeType: true } as const;
export const PERMISSION_DEFAULTS = { kind: true, id: true, type: true, role: true, allowFileDiscovery: true } as const;

function viewLink(file: FileEntry, origin: string): string {
  if (file.mimeType === SPREADSHEET) return `${origin}/sheet?id=${file.id}`;
  if (file.mimeType === FORM) return `${origin}/forms/d/e/${file.id}/viewform`;
  return `${origin}/drive/${file.id}`;
}

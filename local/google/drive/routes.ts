import { ApiError, invalid, notFound } from '../errors.ts';
import type { Call } from '../server/call.ts';
import { type Mask, parseMask, project } from '../server/fields.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { emailOf, type FileEntry, FOLDER, FORM, newFileId, permissionId, SPREADSHEET } from '../store/files.ts';
import { content, copyFile, newContent, replaceWithCsv } from './content.ts';
import { fromCsv, toCsv } from './csv.ts';
import { FILE_DEFAULTS, fileJson } from './json.ts';
import { permissionsRoute } from './permissions.ts';
import { parseQuery } from './query.ts';
import { fileBody, permissionBody } from './shapes.ts';
import { readUpload } from './upload.ts';

/** Answers `/drive/v3/…` and `/upload/drive/v3/files…`; `parts` start after `v3`. */
export function driveRoute(services: Services, call: Call, parts: readonly string[], raw: Buffer): Reply {
  const [kind, id, second, third] = parts;
  if (kind === 'about') return { json: project(about(call), parseMask(call.query.get('fields') ?? 'kind,user')) };
  if (kind !== 'files') throw notFound();
  const upload = call.path.startsWith('/upload/');
  const { body: given, media, type } = readUpload(raw, call.headers['content-type'] ?? '', upload);
  const body = second === 'permissions' ? permissionBody(given) : fileBody(given);
  const answer = (file: FileEntry): Reply => ({
    json: project(fileJson(file, services.files, call.user, call.origin), mask(call, FILE_DEFAULTS)),
  });
  if (id === undefined || id === '') {
    if (call.method === 'GET') return { json: list(services, call) };
    if (call.method === 'POST') return answer(create(services, call, body, media, type));
    throw notFound();
  }
  if (id === 'generateIds') return { json: generated(call) };
  // the older version's way to put CSV into a spreadsheet, still in use; the rest of version 2 is not served
  if (call.path.startsWith('/upload/drive/v2/')) {
    if (call.method !== 'PUT' || second !== undefined) throw notFound();
    const file = open(services, call, id, 'write');
    if (media) replaceWithCsv(services, file, fromCsv(media.toString('utf8')));
    const { name: title, mimeType, version } = open(services, call, id, 'read');
    return { json: project({ kind: 'drive#file', id, title, mimeType, version: String(version) }, mask(call, true)) };
  }
  if (second === 'permissions') return permissionsRoute(services, call, id, third, body);
  if (second === 'comments' && call.method === 'GET') {
    open(services, call, id, 'read');
    return { json: project({ kind: 'drive#commentList', comments: [] }, mask(call, true)) };
  }
  if (second === 'copy' && call.method === 'POST')
    return answer(copyFile(services, call.user, open(services, call, id, 'read'), body));
  if (second === 'export' && call.method === 'GET') return exported(services, call, id);
  if (second !== undefined) throw notFound();
  switch (call.method) {
    case 'GET':
      if (call.query.get('alt') === 'media') return content(services, open(services, call, id, 'read'));
      return answer(open(services, call, id, 'read'));
    case 'DELETE':
      remove(services, open(services, call, id, 'own'));
      return { empty: true };
    case 'PATCH': {
      // only its owner may put a file into the trash, or take it back
      const file = open(services, call, id, body.trashed === undefined ? 'write' : 'own');
      if (media) newContent(services, file, media);
      return answer(update(services, id, body, call));
    }
    default:
      throw notFound();
  }
}

export const mask = (call: Call, defaults: Mask): Mask => {
  const asked = call.query.get('fields');
  return asked === null || asked === '' ? defaults : parseMask(asked);
};

export function open({ files }: Services, call: Call, id: string, how: 'read' | 'write' | 'own'): FileEntry {
  try {
    return files.open(id, call.user, how);
  } catch (error) {
    // Drive hides what one may not see: it says "not found", with the id
    if (error instanceof ApiError && (error.code === 404 || how === 'read')) throw notFound(`File not found: ${id}.`);
    throw error;
  }
}

function within(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  const value = text === null ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000)
    throw invalid(`Invalid value '${text}'. Values must be within the range: [1, 1000]`);
  return value;
}

function generated({ query }: Call): object {
  const count = within(query, 'count', 10);
  return { kind: 'drive#generatedIds', space: 'drive', ids: Array.from({ length: count }, newFileId) };
}

const about = ({ user }: Call): object => ({
  kind: 'drive#about',
  user: {
    kind: 'drive#user',
    displayName: user,
    me: true,
    permissionId: permissionId(emailOf(user)),
    emailAddress: emailOf(user),
  },
  storageQuota: { usage: '0', usageInDrive: '0', usageInDriveTrash: '0' },
});

function list({ files }: Services, call: Call): unknown {
  const { query, user, origin } = call;
  const test = query.get('q') ? parseQuery(query.get('q') ?? '') : () => true;
  const size = within(query, 'pageSize', 100);
  const from = Number(Buffer.from(query.get('pageToken') ?? '', 'base64url').toString() || 0);
  if (!Number.isInteger(from) || from < 0) throw invalid('Invalid Value');
  const found = files
    .list()
    .filter((f) => files.may(f, user, f.trashed ? 'own' : 'read') && test(f))
    .toSorted(order(query.get('orderBy') ?? 'modifiedTime desc'));
  const page = found.slice(from, from + size);
  const more = from + size < found.length;
  return project(
    {
      kind: 'drive#fileList',
      ...(more ? { nextPageToken: Buffer.from(String(from + size)).toString('base64url') } : {}),
      incompleteSearch: false,
      files: page.map((f) => fileJson(f, files, user, origin)),
    },
    mask(call, { kind: true, nextPageToken: true, incompleteSearch: true, files: FILE_DEFAULTS }),
  );
}

function order(orderBy: string): (a: FileEntry, b: FileEntry) => number {
  const [key = '', direction] = orderBy.split(',')[0]?.trim().split(/\s+/) ?? [];
  const of = (f: FileEntry): string | number =>
    key.startsWith('name') ? f.name : key === 'createdTime' ? f.created : f.modified;
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => (of(a) < of(b) ? -sign : of(a) > of(b) ? sign : 0);
}

const DRIVE_MEMBERS = ['description', 'properties', 'appProperties', 'starred', 'trashed'] as const;

function members(body: Record<string, unknown>): Partial<FileEntry> {
  return Object.fromEntries(DRIVE_MEMBERS.flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])));
}

function create(
  services: Services,
  call: Call,
  body: Record<string, unknown>,
  media: Buffer | undefined,
  type: string | undefined,
): FileEntry {
  const { library, files, forms } = services;
  const name = typeof body.name === 'string' ? body.name : 'Untitled';
  const mimeType = typeof body.mimeType === 'string' ? body.mimeType : (type ?? 'application/octet-stream');
  const parents = Array.isArray(body.parents) ? { parents: body.parents as string[] } : {};
  const more = { ...members(body), ...parents };
  if (mimeType === SPREADSHEET) {
    const book = library.create(call.user, { title: name }, []);
    const file = files.put({ ...files.open(book.id, call.user, 'own'), ...more });
    if (media) replaceWithCsv(services, file, fromCsv(media.toString('utf8')));
    return files.open(book.id, call.user, 'own');
  }
  if (mimeType === FORM) {
    const form = forms.create(call.user, { title: name });
    return files.put({ ...files.open(form.formId, call.user, 'own'), ...more });
  }
  const file = files.make(name, mimeType, call.user, more);
  return media && mimeType !== FOLDER ? files.putContent(file, media) : files.put(file);
}

function update({ library, files, forms }: Services, id: string, body: Record<string, unknown>, call: Call): FileEntry {
  const file = files.open(id, call.user, 'write');
  const add = call.query.get('addParents')?.split(',') ?? [];
  const drop = new Set(call.query.get('removeParents')?.split(',') ?? []);
  const parents = [...(file.parents ?? ['root']).filter((p) => !drop.has(p)), ...add];
  const change = { ...members(body), ...(add.length || drop.size ? { parents } : {}) };
  const name = typeof body.name === 'string' ? body.name : undefined;
  if (name !== undefined && file.mimeType === SPREADSHEET) library.rename(id, name);
  else if (name !== undefined && file.mimeType === FORM) forms.rename(id, name);
  return files.touch(id, { ...change, ...(name === undefined ? {} : { name }) });
}

function remove({ library, files, forms }: Services, file: FileEntry): void {
  if (file.mimeType === SPREADSHEET) library.remove(file.id);
  else if (file.mimeType === FORM) forms.remove(file.id);
  else files.remove(file.id);
}

function exported(services: Services, call: Call, id: string): Reply {
  const file = open(services, call, id, 'read');
  const type = call.query.get('mimeType') ?? '';
  if (file.mimeType !== SPREADSHEET) throw invalid('Export only supports Docs Editors files.');
  const separator = { 'text/csv': ',', 'text/tab-separated-values': '\t' }[type];
  if (separator === undefined) throw invalid('The requested conversion is not supported.');
  const book = services.library.get(id);
  const gid = call.query.get('gid');
  const sheet = gid === null ? book.sheets[0] : book.sheets.find((s) => s.id === Number(gid));
  if (!sheet) throw notFound();
  return { bytes: toCsv(book, sheet), type };
}

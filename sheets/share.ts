import type { Caller, DriveClient } from './google.ts';

/**
 * Lets the readers of one file read another one; nobody may change it, and nobody else may see it. A link that anybody can open is not
 * handed on. Repeating it is harmless.
 */
export async function shareAlike(
  { drive, caller }: { readonly drive: DriveClient; readonly caller: Caller },
  original: string,
  fileId: string,
): Promise<void> {
  const fields = 'permissions(type,role,emailAddress,domain)';
  const readersOf = async (id: string) =>
    (await caller.read(() => drive.permissions.list({ fileId: id, fields, pageSize: 100 }), 'drive')).permissions ?? [];
  const there = new Set((await readersOf(fileId)).map(({ emailAddress, domain }) => emailAddress ?? domain));
  for (const { type, role, emailAddress, domain } of await readersOf(original)) {
    const who = emailAddress ?? domain;
    if (role === 'owner' || !who || !type || there.has(who)) continue;
    const requestBody = { role: 'reader', type, ...(emailAddress ? { emailAddress } : { domain: who }) };
    const share = { fileId, requestBody, ...(type === 'domain' ? {} : { sendNotificationEmail: false }) };
    await caller.write(() => drive.permissions.create(share), false, 'drive');
  }
}

import { Readable } from 'node:stream';
import type { FilesPort } from '../activities/ports.ts';
import { answerOf, Caller, type DriveClient } from './google.ts';
import { shareAlike } from './share.ts';

export interface CreateFilesOptions {
  readonly drive: DriveClient;
  /** Where the client was pointed to; uploads have an address of their own, which the client takes from the call alone. */
  readonly rootUrl?: string | undefined;
  /** Spreadsheet whose folder and readers the files share. */
  readonly beside: string;
  /** Real time in milliseconds. */
  readonly now: () => number;
  /** How long a call is tried before `record-unavailable`, in milliseconds; somebody waits in front of a page. */
  readonly patience?: number;
}

/** Files in Drive, beside a workbook and for its readers. Never shared by link: only pages and letters show what is in them. */
export function createFiles({ drive, rootUrl, beside, now, patience = 15_000 }: CreateFilesOptions): FilesPort {
  const caller = new Caller({ now, patience });
  return {
    async put({ name, type, bytes }) {
      const { parents } = await caller.read(() => drive.files.get({ fileId: beside, fields: 'parents' }), 'drive');
      const made = await caller.write(
        () =>
          drive.files.create(
            {
              fields: 'id',
              requestBody: { name, mimeType: type, ...(parents ? { parents } : {}) },
              media: { mimeType: type, body: Readable.from([Buffer.from(bytes)]) },
            },
            rootUrl ? { rootUrl } : {},
          ),
        false,
        'drive',
      );
      const id = made.id ?? '';
      await shareAlike({ drive, caller }, beside, id);
      return id;
    },
    async get(fileId) {
      try {
        const data = await caller.read(
          () =>
            drive.files.get({ fileId, alt: 'media' }, { responseType: 'arraybuffer' }) as Promise<{ data: unknown }>,
          'drive',
        );
        return new Uint8Array(data as ArrayBuffer);
      } catch (error) {
        if (answerOf(error).status === 404) return undefined;
        throw error;
      }
    },
  };
}

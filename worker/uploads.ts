import type { FilesPort, UploadsPort } from '../activities/index.ts';
import type { googleClients } from '../sheets/index.ts';

/**
 * Files in Drive with a way out: its trash, from which people take a file back for 30 days. Deleting at once would break a version of the
 * workbook that somebody restores.
 */
export const withTrash = (
  files: FilesPort,
  drive: ReturnType<typeof googleClients>['drive'],
  log: (line: string) => void,
): UploadsPort => ({
  ...files,
  async trash(fileId) {
    try {
      await drive.files.update({ fileId, fields: 'id', requestBody: { trashed: true } });
    } catch {
      // Gone already, not ours, or Drive does not answer: nothing names the file, so nothing waits for it.
      log(`an upload that nothing names any more stays in Drive: ${fileId}`);
    }
  },
});

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Ties a data folder to the release that made it: the dev server lays its tables once and never migrates them, so another release
 * would misread the file. The version stands in `<dataDir>/temporal.version`.
 * @throws Error when the folder belongs to another release.
 */
export async function checkStamp(dataDir: string, version: string): Promise<void> {
  const file = join(dataDir, 'temporal.version');
  const stamped = await readIfThere(file);
  if (stamped === undefined) {
    if (await exists(join(dataDir, 'temporal.sqlite')))
      throw new Error(
        `The data folder ${dataDir} has a Temporal file but not its version. Use another folder with --data, or delete temporal.sqlite there: the runs are made again from the sheet.`,
      );
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, `${version}\n`);
  } else if (stamped.trim() !== version) {
    throw new Error(
      `The data folder ${dataDir} was written by Temporal ${stamped.trim()}, and this is ${version}, which cannot read it. ` +
        `Set TEMPORAL_CLI to version ${stamped.trim()}, or use another folder with --data.`,
    );
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

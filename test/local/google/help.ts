import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { createGoogle, type Google, type GoogleOptions } from '../../../local/google/index.ts';

export interface Stand {
  readonly google: Google;
  readonly url: string;
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  readonly drive: drive_v3.Drive;
  close(): Promise<void>;
}

/** The stand-in on a free port, with Google's own client pointed at it. */
export async function stand(options: Partial<GoogleOptions> = {}): Promise<Stand> {
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'google-'));
  const google = await createGoogle({ quota: 'off', ...options, dataDir: folder });
  const server = createServer((req, res) => {
    void google.handle(req, res).then((done) => {
      if (!done) res.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/`;
  return {
    google,
    url,
    ...clients(url),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await google.close();
      if (!options.dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Google's clients for a root URL; a token makes them somebody. */
export function clients(rootUrl: string, token?: string) {
  const headers = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  const common = { rootUrl, retry: false, ...headers };
  return {
    sheets: sheets({ version: 'v4', ...common }),
    forms: forms({ version: 'v1', ...common }),
    drive: drive({ version: 'v3', ...common }),
  };
}

export interface Failure {
  readonly code: number;
  readonly message: string;
  readonly body: unknown;
}

/** How a call failed; throws if it did not. */
export async function failure(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    const { status, code, message, response } = error as {
      status?: number;
      code?: number;
      message: string;
      response?: { data?: unknown };
    };
    return { code: Number(status ?? code ?? 0), message, body: response?.data };
  }
  throw new Error('The call was expected to fail.');
}

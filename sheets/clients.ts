import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { auth, sheets } from 'googleapis/build/src/apis/sheets/index.js';

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive',
  'https://www.googleapis.com/auth/forms.body',
  'https://www.googleapis.com/auth/forms.responses.readonly',
];

/**
 * Clients of Google's APIs. A root address points them at another server that speaks the same APIs; nothing else differs.
 * Retries are ours: a repeated write must be planned afresh, never sent again blindly.
 */
export function googleClients(rootUrl: string | undefined, token: string | undefined) {
  const client = rootUrl ? tokenAuth(token) : new auth.GoogleAuth({ scopes: SCOPES });
  const options = {
    retry: false,
    timeout: 30_000,
    ...(rootUrl ? { rootUrl: `${rootUrl.replace(/\/$/, '')}/` } : {}),
    ...(client ? { auth: client as never } : {}),
  };
  return {
    sheets: sheets({ version: 'v4', ...options }),
    drive: drive({ version: 'v3', ...options }),
    forms: forms({ version: 'v1', ...options }),
  };
}

function tokenAuth(token: string | undefined) {
  if (!token) return undefined;
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  return client;
}

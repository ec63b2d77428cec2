import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FORM_KEYS, WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import type { Dkim } from '../mail/index.ts';
import type { Ids } from '../sheets/index.ts';

/** Everything a process is told from outside, read once at start. A missing or wrong value stops the start with its name. */
export interface Config {
  readonly temporal: { readonly address: string; readonly namespace: string; readonly apiKey?: string };
  /** Absent in production: Google itself. */
  readonly googleRoot: string | undefined;
  readonly googleToken: string | undefined;
  readonly ids: Ids;
  readonly smtpUrl: string;
  readonly mailFrom: { readonly name: string; readonly email: string };
  readonly publicUrl: string;
  readonly sheetUrl: string;
  readonly temporalUiUrl: string;
  readonly linkKeys: readonly { readonly kid: string; readonly secret: string }[];
  readonly hintSecret: string;
  /** Connections of their own for mailings. */
  readonly bulkConnections: number;
  /** Mailbox that takes what comes back; absent: nobody counts it. */
  readonly bounceAddress: string | undefined;
  readonly dkim: Dkim | undefined;
  readonly dataDir: string;
  readonly quota: { readonly reads: number; readonly writes: number } | undefined;
  /** Where the frozen clock of a rehearsal is asked for; absent when the clock is real. */
  readonly clockUrl: string | undefined;
}

export class ConfigError extends Error {}

type Env = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Env): Config {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new ConfigError(`${name} is not set. See .env.example for what it means.`);
    return value;
  };
  const email = env.MAIL_FROM ?? 'cac@localhost.localdomain';
  const address = /^(?:(.*)<)?([^<>]+@[^<>]+?)>?$/.exec(email.trim());
  if (!address)
    throw new ConfigError('MAIL_FROM is not a mail address, such as "Career and Advising Center <cac@nu.edu.kz>".');
  const google = env.SHEETS_ROOT_URL;
  return {
    temporal: {
      address: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
      namespace: env.TEMPORAL_NAMESPACE ?? 'default',
      ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY } : {}),
    },
    googleRoot: google,
    googleToken: env.GOOGLE_TOKEN,
    ids: readIds(need('GOOGLE_IDS')),
    smtpUrl: need('SMTP_URL'),
    mailFrom: { name: address[1]?.trim() || 'Career and Advising Center', email: address[2] ?? '' },
    publicUrl: need('PUBLIC_URL').replace(/\/$/, ''),
    sheetUrl: (env.SHEET_URL ?? google ?? 'https://docs.google.com').replace(/\/$/, ''),
    temporalUiUrl: (env.TEMPORAL_UI_URL ?? 'http://127.0.0.1:8233').replace(/\/$/, ''),
    linkKeys: readKeys(need('LINK_KEYS')),
    hintSecret: need('HINT_SECRET'),
    bulkConnections: wholeIn('BULK_CONNECTIONS', env.BULK_CONNECTIONS, 5, 1, 50),
    bounceAddress: bounceIn(env),
    dkim: dkimIn(env),
    dataDir: env.DATA_DIR ?? 'data',
    quota: env.GOOGLE_QUOTA === 'off' ? undefined : { reads: 55, writes: 55 },
    clockUrl: env.CLOCK_URL,
  };
}

function wholeIn(name: string, text: string | undefined, otherwise: number, least: number, most: number): number {
  const value = text ? Number(text) : otherwise;
  if (!Number.isInteger(value) || value < least || value > most)
    throw new ConfigError(`${name} is a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

function bounceIn(env: Env): string | undefined {
  const address = env.BOUNCE_ADDRESS;
  if (address && !/^[a-z0-9._-]+@[a-z0-9.-]+$/i.test(address))
    throw new ConfigError('BOUNCE_ADDRESS is not a mail address, such as "bounces@example.org".');
  return address || undefined;
}

/** All three or none. */
function dkimIn(env: Env): Dkim | undefined {
  const domain = env.DKIM_DOMAIN;
  const selector = env.DKIM_SELECTOR;
  const file = env.DKIM_KEY_FILE;
  if (!domain && !selector && !file) return undefined;
  if (!domain || !selector || !file)
    throw new ConfigError('DKIM needs DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE; set all three or none.');
  try {
    const privateKey = readFileSync(file, 'utf8');
    createPrivateKey(privateKey);
    return { domain, selector, privateKey };
  } catch (cause) {
    throw new ConfigError(`DKIM_KEY_FILE names ${file}, which is no private key in PEM that can be read.`, { cause });
  }
}

function readIds(path: string): Ids {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Ids;
  } catch (cause) {
    throw new ConfigError(
      `GOOGLE_IDS names ${path}, which cannot be read. Run "npm run setup" to make the spreadsheets and forms.`,
      { cause },
    );
  }
}

/** Everything the program works with has to be there; an ids file of an earlier setup may lack what came since. */
export function checkIds(ids: Ids): void {
  const lacks = [
    ...Object.keys(WORKBOOKS).filter((key) => !ids.spreadsheets?.[key as Workbook]),
    ...FORM_KEYS.filter((key) => !ids.forms?.[key] || !ids.responders?.[key]).map((key) => `form ${key}`),
  ];
  if (lacks.length > 0)
    throw new ConfigError(`GOOGLE_IDS lacks ${lacks.join(', ')}. Run "npm run setup": it adds what is missing.`);
}

/** `kid:secret,kid:secret`; the first key signs, all of them are accepted. */
function readKeys(text: string): Config['linkKeys'] {
  return text.split(',').map((pair) => {
    const [kid, secret] = pair.split(':');
    if (!kid || !secret || secret.length < 32)
      throw new ConfigError('LINK_KEYS holds kid:secret pairs; a secret has at least 32 characters.');
    return { kid, secret };
  });
}

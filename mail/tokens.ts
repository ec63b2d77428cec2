import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActionLink } from '../activities/index.ts';
import { fromMs } from '../domain/calendar/index.ts';
import type { CertificateKind } from '../domain/certificates/index.ts';

export interface LinkKey {
  readonly kid: string;
  readonly secret: string;
}
export type TokenReading =
  | { readonly ok: true; readonly link: ActionLink }
  | { readonly ok: false; readonly why: 'malformed' | 'tampered' | 'expired'; readonly link?: ActionLink };

const TAG_BYTES = 16;
const sign = (key: LinkKey, purpose: string, body: string): Buffer =>
  createHmac('sha256', key.secret).update(`${purpose}.${key.kid}.${body}`).digest().subarray(0, TAG_BYTES);
const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** `body.kid.tag`, all of base64url and plain letters: fits a path and survives mail clients. */
export function makeToken(link: ActionLink, [key]: readonly LinkKey[]): string {
  if (!key) throw new Error('no key to sign links with');
  const body = Buffer.from(
    JSON.stringify([
      link.process,
      link.action,
      link.person,
      Math.floor(Date.parse(link.expires) / 1000),
      link.data ?? {},
    ]),
  ).toString('base64url');
  return `${body}.${key.kid}.${sign(key, 'link', body).toString('base64url')}`;
}

/** Reads a token. An expired one still says what it was for, so that a fresh one can be sent to the address on file. */
export function readToken(token: string, keys: readonly LinkKey[], now: string): TokenReading {
  const [body = '', kid = '', tag = '', ...rest] = token.split('.');
  if (!body || !tag || rest.length > 0 || token.length > 4000) return { ok: false, why: 'malformed' };
  const key = keys.find((each) => each.kid === kid);
  if (!key || !sameBytes(Buffer.from(tag, 'base64url'), sign(key, 'link', body))) return { ok: false, why: 'tampered' };
  const [process, action, person, seconds, data] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
    string,
    string,
    string,
    number,
    ActionLink['data'],
  ];
  const link: ActionLink = {
    process,
    action,
    person,
    expires: fromMs(seconds * 1000),
    ...(data ? { data } : {}),
  };
  return seconds * 1000 < Date.parse(now) ? { ok: false, why: 'expired', link } : { ok: true, link };
}

/** Behind the ID in the code of an award; its page says so. */
export const AWARD = '-award';

/** Code of a certificate page: the award's ID and a short tag, readable aloud. */
export function makeCode(id: string, [key]: readonly LinkKey[]): string {
  if (!key) throw new Error('no key to sign codes with');
  return `${id}.${sign(key, 'certificate', id).toString('hex').slice(0, 12)}`;
}
/** The award in a code and which certificate of it, if one of our keys made it. */
export function readCode(
  code: string,
  keys: readonly LinkKey[],
): { readonly award: string; readonly kind: CertificateKind } | undefined {
  const [id = '', tag = '', ...rest] = code.split('.');
  if (rest.length > 0) return undefined;
  const isOurs = keys.some((key) =>
    sameBytes(Buffer.from(tag), Buffer.from(sign(key, 'certificate', id).toString('hex').slice(0, 12))),
  );
  if (!isOurs) return undefined;
  return id.endsWith(AWARD)
    ? { award: id.slice(0, -AWARD.length), kind: 'award' }
    : { award: id, kind: 'appreciation' };
}

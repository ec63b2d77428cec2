import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKey } from './tokens.ts';

export interface BounceOptions {
  /** Mailbox that takes them, `bounces@example.org`. */
  readonly bounces: string | undefined;
  readonly keys: readonly LinkKey[];
}
export type BounceKind = 'bounce' | 'unsubscribe';

/** Some servers write addresses in lower case: tags are hexadecimal. */
const tagOf = (key: LinkKey, kind: BounceKind, name: string): string =>
  createHmac('sha256', key.secret).update(`${kind}.${key.kid}.${name}`).digest('hex').slice(0, 12);

const LETTER: Readonly<Record<BounceKind, string>> = { bounce: 'b', unsubscribe: 'u' };

/**
 * The sender in the envelope of one copy (VERP): `bounces+b.ml-7kq2-m9fx.f3a9c1….12.tag@…` says by itself whose copy came back, whatever the
 * report says. `u` in place of `b` is the address that unsubscribes by mail.
 * @param key `mailing/freeze/ordinal`
 */
export function bounceAddress({ bounces, keys }: BounceOptions, kind: BounceKind, key: string): string | undefined {
  const [first] = keys;
  const [mailbox, domain] = bounces?.split('@') ?? [];
  if (!mailbox || !domain || !first) return undefined;
  const name = key.toLowerCase().replaceAll('/', '.');
  return `${mailbox}+${LETTER[kind]}.${name}.${tagOf(first, kind, name)}@${domain}`;
}

export interface BounceName {
  readonly kind: BounceKind;
  readonly mailing: string;
  readonly freeze: string;
  readonly ordinal: number;
}

/** Whose copy an address names, if one of our keys made it. */
export function readBounceAddress(address: string, keys: readonly LinkKey[]): BounceName | undefined {
  const found = /\+([bu])\.([a-z0-9-]+)\.([a-z0-9]+)\.(\d+)\.([0-9a-f]{12})@/i.exec(address);
  if (!found) return undefined;
  const [, letter = '', mailing = '', freeze = '', ordinal = '', tag = ''] = found.map((part) => part.toLowerCase());
  const kind: BounceKind = letter === 'u' ? 'unsubscribe' : 'bounce';
  const name = `${mailing}.${freeze}.${ordinal}`;
  const isOurs = keys.some((key) => timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(key, kind, name))));
  if (!isOurs) return undefined;
  return { kind, mailing: mailing.toUpperCase(), freeze: freeze.toUpperCase(), ordinal: Number(ordinal) };
}

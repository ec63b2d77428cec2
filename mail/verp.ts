import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKey } from './tokens.ts';

export interface BounceOptions {
  /** Mailbox that takes them, `bounces@example.org`. */
  readonly bounces: string | undefined;
  readonly keys: readonly LinkKey[];
}
/** `bounce`: a copy of a mailing came back; `letter`: a letter to one person did. */
export type BounceKind = 'bounce' | 'unsubscribe' | 'letter';

/** Some servers write addresses in lower case: tags are hexadecimal. */
const tagOf = (key: LinkKey, kind: BounceKind, name: string): string =>
  createHmac('sha256', key.secret).update(`${kind}.${key.kid}.${name}`).digest('hex').slice(0, 12);

const MARK: Readonly<Record<BounceKind, string>> = { bounce: 'b', unsubscribe: 'u', letter: 'l' };

/**
 * The sender in the envelope of one copy or letter (VERP): `bounces+b.ml-7kq2-m9fx.f3a9c1….12.tag@…` says by itself what came back, whatever
 * the report says. `u` in place of `b` is the address that unsubscribes by mail, `l` a letter to one person.
 * @param key `mailing/freeze/ordinal`, or `row of the Mail log/how many times it was sent again`
 */
export function bounceAddress({ bounces, keys }: BounceOptions, kind: BounceKind, key: string): string | undefined {
  const [first] = keys;
  const [mailbox, domain] = bounces?.split('@') ?? [];
  if (!mailbox || !domain || !first) return undefined;
  const name = key.toLowerCase().replaceAll('/', '.');
  return `${mailbox}+${MARK[kind]}.${name}.${tagOf(first, kind, name)}@${domain}`;
}

export type BounceName =
  | {
      readonly kind: 'bounce' | 'unsubscribe';
      readonly mailing: string;
      readonly freeze: string;
      readonly ordinal: number;
    }
  | { readonly kind: 'letter'; readonly letter: string; readonly again: number };

/** Whose copy, or which letter, an address names, if one of our keys made it. */
export function readBounceAddress(address: string, keys: readonly LinkKey[]): BounceName | undefined {
  const [, mark = '', name = '', tag = ''] = (/\+([bul])\.([a-z0-9.-]+)\.([0-9a-f]{12})@/i.exec(address) ?? []).map(
    (part) => part.toLowerCase(),
  );
  const kind = (['bounce', 'unsubscribe', 'letter'] as const).find((each) => MARK[each] === mark);
  if (!kind) return undefined;
  const isOurs = keys.some((key) => timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(key, kind, name))));
  if (!isOurs) return undefined;
  if (kind === 'letter') {
    const [, letter = '', again = ''] = /^([a-z0-9-]+)\.(\d+)$/.exec(name) ?? [];
    return letter === '' ? undefined : { kind, letter: letter.toUpperCase(), again: Number(again) };
  }
  const [, mailing = '', freeze = '', ordinal = ''] = /^([a-z0-9-]+)\.([a-z0-9]+)\.(\d+)$/.exec(name) ?? [];
  return mailing === ''
    ? undefined
    : { kind, mailing: mailing.toUpperCase(), freeze: freeze.toUpperCase(), ordinal: Number(ordinal) };
}

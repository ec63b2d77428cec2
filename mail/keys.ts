import { createHash } from 'node:crypto';

/** Hash of a business key, as it stands in Message-IDs: says nothing about the person. */
const businessHash = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);
/** The same letter always has the same Message-ID, so that a repetition can be recognised anywhere (RFC 5322 §3.6.4). */
export const messageIdOf = (key: string, domain: string): string => `<${businessHash(key)}@${domain}>`;

/**
 * Letters on their way: SMTP, Message-IDs, signed links, the journal of hand-overs, certificates. No words (templates/) and
 * no decisions (domain/).
 */
export { readBounce } from './bounces.ts';
export { createBulkMail, type Dkim } from './bulk.ts';
export { openBulkJournal } from './bulk-journal.ts';
export { certificatePdf } from './certificate/index.ts';
export { openJournal } from './journal.ts';
export { messageIdOf } from './keys.ts';
export { createLinks, type LinkOptions } from './links.ts';
export { type LinkKey, readCode, readToken, type TokenReading } from './tokens.ts';
export { createMail, type MailOptions } from './transport.ts';

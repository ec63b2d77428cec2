import type { ParsedMail } from 'mailparser';
import type { BounceNews } from '../activities/index.ts';
import type { LinkKey } from './tokens.ts';
import { type BounceName, readBounceAddress } from './verp.ts';

/** Where the address that a mail was sent to stands, whoever handed it on. */
const ADDRESSED = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);

/**
 * What a mail to the mailbox of bounces says: which copy or letter came back for good or is late (RFC 3464), or who leaves the mailings. Undefined for
 * everything else, answers of absence above all: they name a copy of ours, but no delivery status.
 * @param raw the whole mail, as it came
 */
export async function readBounce(raw: Buffer, keys: readonly LinkKey[]): Promise<BounceNews | undefined> {
  // Read when the first bounce comes: of the processes that hold this code only one ever gets any.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipImageLinks: true, skipTextToHtml: true });
  const name = nameIn(mail, keys);
  if (!name) return undefined;
  if (name.kind === 'unsubscribe') return isByMachine(mail) ? undefined : { ...name, kind: name.kind };
  const report = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  const found = report && worst(report.content.toString('utf8'));
  return found && { ...name, ...found };
}

function nameIn({ headerLines }: ParsedMail, keys: readonly LinkKey[]): BounceName | undefined {
  for (const { key, line } of headerLines) {
    if (!ADDRESSED.has(key)) continue;
    for (const [address] of line.matchAll(/[^\s<>,:;"]+@[^\s<>,;"]+/g)) {
      const name = readBounceAddress(address, keys);
      if (name) return name;
    }
  }
  return undefined;
}

/** RFC 3834: whatever says so was sent by no person. */
const isByMachine = ({ headers }: ParsedMail): boolean =>
  !['no', ''].includes(String(headers.get('auto-submitted') ?? '').toLowerCase()) || headers.has('x-autoreply');

/** The gravest of the reported recipients; ours was one, but lists hand on to many. */
function worst(report: string): { readonly kind: 'hard' | 'soft'; readonly status: string } | undefined {
  let found: ReturnType<typeof worst>;
  for (const group of report.split(/\r?\n[ \t]*\r?\n/)) {
    const action = /^action:\s*(\w+)/im.exec(group)?.[1]?.toLowerCase();
    const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(group)?.[1] ?? '';
    if (action === 'failed' && status.startsWith('5')) return { kind: 'hard', status };
    if (action === 'delayed' || (action === 'failed' && status.startsWith('4'))) found ??= { kind: 'soft', status };
  }
  return found;
}

import { createTransport } from 'nodemailer';
import type { MailPort, OutgoingLetter, SendResult } from '../activities/index.ts';
import { Fault } from '../domain/errors.ts';
import { headersOf } from '../domain/letters/index.ts';
import { smtpOptions } from './smtp.ts';
import { type BounceOptions, bounceAddress } from './verp.ts';

export interface MailOptions extends Partial<BounceOptions> {
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly email: string };
}

/** Sends letters by SMTP. Throws only when the server took nothing; a refused address is an answer, not an error. */
export function createMail(options: MailOptions): MailPort & { check(): Promise<void>; close(): void } {
  const transport = createTransport({
    ...smtpOptions(options.smtpUrl),
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
  });
  return {
    async send(letter) {
      try {
        const info = await transport.sendMail(envelope(options, letter));
        return { status: 'sent', reply: String(info.response) };
      } catch (error) {
        return refusal(error);
      }
    },
    /** Asks the server whether it lets us in. @throws Fault `mail-refused-us` or `mail-unavailable`. */
    async check() {
      try {
        await transport.verify();
      } catch (error) {
        const refused = (error as { code?: string }).code === 'EAUTH';
        throw new Fault(refused ? 'mail-refused-us' : 'mail-unavailable', { cause: error });
      }
    },
    close: () => transport.close(),
  };
}

/** Without a mailbox for them, letters come back to the sender and nobody notes it. */
const returnPath = ({ bounces, keys = [] }: MailOptions, key: string) =>
  bounceAddress({ bounces, keys }, 'letter', key);

const envelope = (options: MailOptions, letter: OutgoingLetter) => ({
  from: { name: options.from.name, address: options.from.email },
  to: { name: letter.to.name, address: letter.to.email },
  ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
  subject: letter.subject,
  text: letter.text,
  html: letter.html,
  messageId: letter.messageId,
  envelope: { from: returnPath(options, letter.bounceKey) ?? options.from.email, to: letter.to.email },
  headers: headersOf(letter.key.split('/')[0] ?? '', letter.language),
  ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'invitation.ics' } } : {}),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** 5xx for the recipient or the message is final; anything else is tried again (RFC 5321 §4.2.1). */
function refusal(error: unknown): SendResult {
  const { code, responseCode, response } = error as { code?: string; responseCode?: number; response?: string };
  if (code === 'EAUTH') throw new Fault('mail-refused-us', { cause: error });
  if ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500)
    return { status: 'failed', reply: response ?? String(responseCode) };
  throw new Fault('mail-unavailable', { cause: error });
}

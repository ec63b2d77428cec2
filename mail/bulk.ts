import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { BulkAnswer, BulkMailing, BulkMailPort, CopyTo } from '../activities/index.ts';
import { Rate } from './rate.ts';
import { smtpOptions } from './smtp.ts';
import { bounceAddress } from './verp.ts';

export interface Dkim {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}
export interface BulkOptions {
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly email: string };
  /** Copies at the same time; connections of their own, so that a letter to one person never waits behind a mailing. */
  readonly connections: number;
  /** Mailbox that takes what comes back, `bounces@example.org`; without one it comes back to the sender and nobody counts it. */
  readonly bounces: string | undefined;
  readonly keys: readonly { readonly kid: string; readonly secret: string }[];
  readonly dkim: Dkim | undefined;
}

/** Receivers ask that the unsubscribe headers are signed (RFC 8058 §4); the usual list leaves one out. */
const SIGNED =
  'from:to:subject:date:message-id:reply-to:mime-version:content-type:list-id:list-unsubscribe:list-unsubscribe-post';

/** Sends copies of mailings over a few connections of their own. */
export function createBulkMail(options: BulkOptions): BulkMailPort & { close(): void } {
  const { connections, from, dkim } = options;
  const transport = createTransport({
    ...smtpOptions(options.smtpUrl),
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // A message is tried on another connection only if not a byte of it was sent; how often is ours to decide.
    maxRequeues: 1,
    ...(dkim
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
            headerFieldNames: SIGNED,
          },
        }
      : {}),
  });
  transport.use('stream', (mail, callback) => {
    const make = mail.message.createReadStream.bind(mail.message);
    const { track } = mail.data as { track?: Tracked };
    mail.message.createReadStream = () => {
      const body = make();
      if (track) track.body = body;
      return body;
    };
    callback();
  });
  const rate = new Rate();
  const encodings = new WeakMap<BulkMailing, TextEncoding>();
  /** Left to itself the library reads every text several times over to find this out. */
  const encodingFor = (mailing: BulkMailing, html: string): TextEncoding => {
    const known = encodings.get(mailing) ?? shorterEncoding(html);
    encodings.set(mailing, known);
    return known;
  };
  return {
    connections,
    turns: (perMinute, most, signal) => rate.turns(perMinute, most, signal),
    async send(mailing, to) {
      const track: Tracked = {};
      const { html, text } = mailing.copy.fill(to.links);
      const parts = { html, text, encoding: encodingFor(mailing, html) };
      const message = { ...messageOf(options, from, mailing, to), ...parts, track };
      try {
        const info = await transport.sendMail(message);
        return { status: 'sent', reply: String(info.response) };
      } catch (error) {
        return answerTo(error, track.body?.readableDidRead === true);
      }
    },
    close: () => transport.close(),
  };
}

type TextEncoding = 'quoted-printable' | 'base64';

/** Quoted-printable takes three characters for each byte beyond ASCII, base64 four for any three bytes (RFC 2045 §6.7, §6.8). */
function shorterEncoding(text: string): TextEncoding {
  const bytes = Buffer.from(text);
  const beyond = bytes.reduce((sum, byte) => sum + (byte > 126 ? 1 : 0), 0);
  return bytes.length + 2 * beyond <= (bytes.length * 4) / 3 ? 'quoted-printable' : 'base64';
}

/** The body on its way: once a byte of it was read for the connection, a lost connection leaves the copy in doubt. */
interface Tracked {
  body?: Readable;
}

function messageOf(options: BulkOptions, from: BulkOptions['from'], mailing: BulkMailing, to: CopyTo) {
  const { copy, unit, picture } = mailing;
  const domain = from.email.split('@')[1] ?? 'localhost';
  const list = (unit || 'mailings').toLowerCase();
  const leave = bounceAddress(options, 'unsubscribe', to.bounceKey);
  return {
    from: { name: from.name, address: from.email },
    to: { name: to.to.name, address: to.to.email },
    replyTo: mailing.replyTo,
    subject: copy.subject,
    messageId: to.messageId,
    envelope: { from: bounceAddress(options, 'bounce', to.bounceKey) ?? from.email, to: to.to.email },
    headers: {
      // As a list, not as something sent by accident: answers of absence and of other lists stay away (RFC 3834, RFC 2076).
      Precedence: 'bulk',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': copy.language,
      'List-Id': `Mailings of ${unit || 'the university'} to alumni <${list}.mailings.${domain}>`,
      'List-Unsubscribe': `<${to.links.unsubscribe}>${leave ? `, <mailto:${leave}?subject=unsubscribe>` : ''}`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': `${to.mailing}:${list}:mailing:${domain.replaceAll('.', '-')}`,
      'X-Letter': 'mailing',
    },
    ...(picture
      ? {
          attachments: [
            {
              cid: 'picture',
              filename: picture.name,
              contentType: picture.type,
              content: Buffer.from(picture.bytes),
              contentDisposition: 'inline' as const,
            },
          ],
        }
      : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * What an error of the server means (RFC 5321 §4.2.1): a no to our login or our address concerns everybody, a 4xx asks to come again, a 5xx
 * is this recipient's. Without any reply it depends on whether the copy was on its way.
 */
function answerTo(error: unknown, begun: boolean): BulkAnswer {
  const { code, command, responseCode, response, message } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
    response?: string;
    message?: string;
  };
  const reply = response ?? message ?? String(code);
  if (code === 'EAUTH' || code === 'ENOAUTH') return { status: 'refused us', reply };
  if (responseCode !== undefined && responseCode >= 400) {
    const isOurs = command === 'MAIL FROM' || responseCode === 530;
    if (responseCode >= 500) return { status: isOurs ? 'refused us' : 'failed', reply };
    // 421: the server is closing for everybody.
    if (responseCode === 421 || command === 'CONN') return { status: 'unavailable', reply };
    return { status: 'deferred', reply };
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { status: 'failed', reply };
  return { status: begun ? 'unknown' : 'unavailable', reply };
}

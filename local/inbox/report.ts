import { randomUUID } from 'node:crypto';
import type { Letter } from './index.ts';

/** For good, because there is no such mailbox; or late, because it is full. */
export type CameBack = 'hard' | 'soft';

const WORDS: Readonly<Record<CameBack, { readonly subject: string; readonly text: string; readonly fields: string }>> =
  {
    hard: {
      subject: 'Undelivered mail returned to sender',
      text: 'there is no such mailbox, and it was given up.',
      fields: 'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such mailbox',
    },
    soft: {
      subject: 'Mail still on its way',
      text: 'the mailbox is full; it is tried again.',
      fields: 'Action: delayed\r\nStatus: 4.2.2\r\nDiagnostic-Code: smtp; 452 4.2.2 mailbox full',
    },
  };

/** The report of a mail server on a letter that it could not deliver (RFC 3464), as a mail to the sender in its envelope. */
export function reportOf({ to, at, subject, messageId }: Letter, sender: string, how: CameBack): Buffer {
  const { fields, ...words } = WORDS[how];
  const host = to.split('@')[1] ?? 'mail.example';
  const boundary = randomUUID();
  const part = (type: string, body: string): string => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const inAscii = (text: string): string =>
    [...text].every((letter) => letter >= ' ' && letter <= '~')
      ? text
      : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  return Buffer.from(
    [
      `From: Mail server <mailer-daemon@${host}>`,
      `To: <${sender}>`,
      `Subject: ${words.subject}`,
      `Date: ${new Date(at).toUTCString()}`,
      `Message-ID: <${boundary}@${host}>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      part('text/plain; charset=utf-8', `Your letter to ${to} was not delivered: ${words.text}`) +
        part(
          'message/delivery-status',
          `Reporting-MTA: dns; ${host}\r\n\r\nFinal-Recipient: rfc822; ${to}\r\n${fields}`,
        ) +
        part('message/rfc822', `Subject: ${inAscii(subject)}\r\nMessage-ID: ${messageId}\r\nTo: <${to}>`),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}

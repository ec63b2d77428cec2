/** Of RFC 3463, what tells a coordinator what to do; the most exact one first. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^\d\.1\.[1236]$/, 'there is no such address'],
  [/^\d\.1\./, 'the address is not accepted'],
  [/^\d\.2\.1$/, 'the mailbox is closed'],
  [/^\d\.2\.2$/, 'the mailbox is full'],
  [/^\d\.2\./, 'the mailbox takes nothing'],
  [/^\d\.[34]\./, "the reader's mail server cannot be reached or is not working"],
  [/^\d\.7\./, "the reader's mail server refuses our letters"],
];

/** Why a letter came back or is late, in words and with its code, from a status of RFC 3463 such as `5.1.1` (lifecycle §9). */
export function reasonOf(status: string): string {
  const words = REASONS.find(([pattern]) => pattern.test(status))?.[1] ?? 'the mail server gives no clear reason';
  return status === '' ? words : `${words} (${status})`;
}

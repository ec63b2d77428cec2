import type { LetterKey } from './catalogue.ts';

const TO_STAFF: ReadonlySet<string> = new Set<LetterKey>([
  'case-opened',
  'case-decision',
  'daily',
  'mailing-to-moderate',
  'mailing-to-coordinate',
  'mailing-half-time',
  'mailing-alarm',
  'mailing-page',
  'mailing-stopped',
  'social-request',
  'social-reminder',
  'social-cancelled',
]);

/** Whether a letter goes to participants or to staff. */
export const categoryOf = (key: LetterKey): 'person' | 'staff' => (TO_STAFF.has(key) ? 'staff' : 'person');

/**
 * Headers of a letter besides addresses, subject and Message-ID. `Auto-Submitted` keeps out-of-office answers away (RFC 3834); there
 * is no `List-Unsubscribe`, since a letter about somebody's own pair or application is no mailing (Q25, Q27).
 */
export const headersOf = (key: string, language: string): Readonly<Record<string, string>> => ({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'Content-Language': language,
  'X-Letter': key,
});

import { mailbox } from './audience.ts';

/** Words of the tab "Do not write". */
export const UNSUBSCRIBED = 'Unsubscribed';
export const BOUNCED = 'Bounced';
/** Its owner asked for mailings again: the row stays, and binds nobody. */
const ASKED_AGAIN = 'Asked for mailings again';
const ALL_MAILINGS = 'All mailings';
export const OWN_SCHOOL = 'All but those of the own School';

/** What somebody wants to get: all mailings, those of their own School, or none. */
export const MAILING_CHOICES = ['all', 'own', 'none'] as const;
export type MailingChoice = (typeof MAILING_CHOICES)[number];
export const isMailingChoice = (text: string | undefined): text is MailingChoice =>
  MAILING_CHOICES.some((choice) => choice === text);

/** A row of "Do not write", as far as it binds. */
export interface SuppressedLine {
  readonly id: string;
  readonly email: string;
  readonly why: string;
  readonly scope: string;
  /** Staff ticked "Write again". */
  readonly lifted: boolean;
}

const isInForce = ({ why, lifted }: SuppressedLine): boolean => !lifted && why === UNSUBSCRIBED;
const ownersOf = (lines: readonly SuppressedLine[], email: string): readonly SuppressedLine[] =>
  lines.filter((line) => line.why !== BOUNCED && mailbox(line.email) === mailbox(email));

export function choiceOf(lines: readonly SuppressedLine[], email: string): MailingChoice {
  const inForce = ownersOf(lines, email).filter(isInForce);
  if (inForce.length === 0) return 'all';
  return inForce.every(({ scope }) => scope === OWN_SCHOOL) ? 'own' : 'none';
}

export interface SuppressionChange {
  /** Row to change; `new/<n>` makes one, the n-th of this address. */
  readonly row: { readonly id: string } | { readonly nth: number };
  readonly why: string;
  readonly scope: string;
}

/** What a choice changes; nothing when it stands already. A row that staff lifted stays lifted: a newer wish gets a row of its own. */
export function choose(
  lines: readonly SuppressedLine[],
  email: string,
  choice: MailingChoice,
): readonly SuppressionChange[] {
  if (choiceOf(lines, email) === choice) return [];
  const own = ownersOf(lines, email);
  const open = own.filter(({ lifted }) => !lifted);
  if (choice === 'all') return own.filter(isInForce).map(({ id }) => ({ row: { id }, why: ASKED_AGAIN, scope: '' }));
  const scope = choice === 'own' ? OWN_SCHOOL : ALL_MAILINGS;
  const [first, ...others] = open;
  return [
    { row: first ? { id: first.id } : { nth: own.length }, why: UNSUBSCRIBED, scope },
    ...others.filter(isInForce).map(({ id }) => ({ row: { id }, why: ASKED_AGAIN, scope: '' })),
  ];
}

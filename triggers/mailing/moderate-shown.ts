import { socialOf } from '../../domain/mailing/request/index.ts';
import type { DraftStage } from '../../domain/words/index.ts';
import type { MailingLook } from '../types.ts';
import type { Desk } from './staff.ts';

/** A request as a moderator or the Center has it before them. */
export interface Opened extends Desk {
  readonly look: MailingLook;
  /** Answer to the last press. */
  readonly said?: { readonly kind: 'done' | 'problem'; readonly words: string };
  /** What was typed with a press that did nothing. */
  readonly unsent?: string;
}

export const stageOf = ({ row }: MailingLook): string => (row.cells.stage === '' ? 'Draft' : row.cells.stage);
export const stageIn = ({ words }: Desk, look: MailingLook): string =>
  words.stages[stageOf(look) as DraftStage] ?? stageOf(look);
export const isPost = (look: MailingLook): boolean => socialOf(look.cells) === 'only';

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
/** Nobody decides about a mailing of their own. */
export const isOwn = ({ view, link, look }: Opened): boolean => {
  const mine = view.row('staff', link.person)?.cells.email ?? '';
  return mine !== '' && isSame(mine, look.row.cells.initiatorEmail);
};
export const isModerator = ({ roles }: Desk): boolean => roles.has('Moderator');
export const isApprover = ({ roles }: Desk): boolean => roles.has('Center approver');

/** Time left of the clock in words: working hours, or that it stands (Q8). */
export function timeLeft({ words }: Desk, { desk, due }: MailingLook): string {
  if (due === '') return words.stands;
  return desk.hoursLeft < 0 ? words.overdue(-desk.hoursLeft) : words.left(desk.hoursLeft);
}
/** How a list of errors and warnings is told: not those called mistaken by two people (Q28). */
export const isSetAside = (key: string, { memory }: MailingLook): boolean => (memory?.mistaken[key]?.length ?? 0) >= 2;

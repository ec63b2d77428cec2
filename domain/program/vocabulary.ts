/** The words of choices, once. Staff and people see them; rules compare with them. */

/** The four topics of the programme (M3). */
export const TOPICS = ['Continuing education', 'Job search', 'Career conversations', 'Networking'] as const;
/** Degrees that make an alumnus (P1). */
export const DEGREES = ["Bachelor's", "Master's", 'Doctor of Medicine', 'Residency', 'PhD'] as const;
export const SCHOOLS = ['SEDS', 'SSH', 'SMG', 'GSB', 'GSE', 'GSPP', 'NUSOM', 'FP', 'Other'] as const;
/** Years of study. */
export const YEARS = ['Foundation', '1', '2', '3', '4', "Master's", 'PhD', 'MD', 'Other'] as const;
export const LANGUAGES = ['English', 'Kazakh', 'Russian'] as const;
export const INDUSTRIES = [
  'Education and research',
  'Energy and mining',
  'Engineering and construction',
  'Finance and consulting',
  'Government and public policy',
  'Health and life sciences',
  'Information technology',
  'Law',
  'Media and culture',
  'Trade and services',
  'Other',
] as const;
export const CONTACT_METHODS = ['Email', 'Phone', 'Video call', 'In person', 'Messenger'] as const;
export const YES_NO = ['Yes', 'No'] as const;
export const OFFSETS = [
  'UTC-8',
  'UTC-7',
  'UTC-6',
  'UTC-5',
  'UTC-4',
  'UTC-3',
  'UTC+0',
  'UTC+1',
  'UTC+2',
  'UTC+3',
  'UTC+4',
  'UTC+5',
  'UTC+6',
  'UTC+7',
  'UTC+8',
  'UTC+9',
  'UTC+10',
] as const;
/** Minutes east of Greenwich of a choice such as UTC+5; Almaty when nothing was answered. */
export function offsetOf(zone: string): number {
  const match = /^UTC([+-]\d+)$/.exec(zone);
  return match ? Number(match[1]) * 60 : 300;
}

export const ROLES = [
  'Coordinator',
  'Case officer',
  'Moderator',
  'Center approver',
  'Communication officer',
  'Director',
] as const;
export type Role = (typeof ROLES)[number];

export const CASE_DECISIONS = ['Pause pair', 'End pair', 'Partner told', 'Close case', 'Reopen'] as const;

export const PARTICIPANT_STAGES = [
  'Applied',
  'Incomplete',
  'Training',
  'Eligible',
  'Choosing',
  'Waiting',
  'Matched',
  'Paused',
  'Withdrawn',
  'Declined',
  'Lapsed',
] as const;
export type ParticipantStage = (typeof PARTICIPANT_STAGES)[number];

export const PAIR_STAGES = [
  'Proposed',
  'Asking mentee',
  'Asking mentor',
  'Agreement',
  'Active',
  'Paused',
  'Closing',
  'Completed',
  'Continued informally',
  'Ended early',
  'Lapsed',
  'Declined',
  'Rejected',
] as const;
export type PairStage = (typeof PAIR_STAGES)[number];

/** Stages after which a run has nothing left to do. */
export const PAIR_END_STAGES: readonly PairStage[] = [
  'Completed',
  'Continued informally',
  'Ended early',
  'Lapsed',
  'Declined',
  'Rejected',
];

/** What a mailing may be about (R1, Q12, Q26): the word in front matter, and the words staff read. */
export const DIRECTIONS = {
  digest: 'News digest of a School',
  'graduation-year': 'Mailing by year of graduation',
  vacancy: 'Vacancy',
  event: 'Invitation to an event',
  research: 'Research or expert project',
  'open-day': 'Open Day',
  'board-decision': 'Decision of the Governing Board',
  center: 'Other, by the Center',
} as const;
export type Direction = keyof typeof DIRECTIONS;

/** Whether a request goes to social networks (R23). */
export const SOCIAL_CHOICES = ['No', 'With the mailing', 'Only a post'] as const;
export const MAILING_DECISIONS = ['Send me the page', 'Withdraw'] as const;

export const MAILING_STAGES = [
  'Draft',
  'In moderation',
  'Returned',
  'Scheduled',
  'Sending',
  'Sent',
  'Done',
  'Refused',
  'Rejected',
  'Withdrawn',
] as const;
export type MailingStage = (typeof MAILING_STAGES)[number];

/** Stages after which a mailing's run has nothing left to do. */
export const MAILING_END_STAGES: readonly MailingStage[] = ['Done', 'Refused', 'Rejected', 'Withdrawn'];

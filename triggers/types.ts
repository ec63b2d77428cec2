/** Types of the activities' ports that the functions share. */
export type {
  ActionLink,
  BounceOutcome,
  MailingCopy,
  MailingLook,
  MailingPagesPort,
  MailingWeek,
  PreferencesPort,
  Row,
  RunsPort,
  UploadedFile,
  UploadKind,
  View,
  Written,
} from '../activities/index.ts';
export type { Clock, Instant } from '../domain/calendar/index.ts';
export type { TabKey } from '../domain/program/index.ts';

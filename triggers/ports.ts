import type { CertificateKind } from '../domain/certificates/index.ts';
import type { LetterKey } from '../domain/letters/index.ts';
import type {
  ActionLink,
  BounceOutcome,
  Instant,
  MailingPagesPort,
  PreferencesPort,
  RunsPort,
  TabKey,
  View,
} from './types.ts';

/** What the functions ask of the outside: runs to tell, a reading for pages that show people, and the program's time. */
export interface TriggerPorts {
  readonly runs: Pick<RunsPort, 'tell' | 'leave' | 'hint'>;
  /** A fresh reading of these tabs. */
  readonly read: (tabs: readonly TabKey[]) => Promise<View>;
  readonly readToken: (token: string, now: Instant) => TokenReading;
  /** Award named by the code of a certificate page; undefined when the code is not ours. */
  readonly readCertificate: (code: string) => { readonly award: string; readonly kind: CertificateKind } | undefined;
  /** Page that shows a certificate is real, as its QR code says. */
  readonly certificateUrl: (award: string, kind: CertificateKind) => string;
  readonly now: () => Promise<ProgramTime>;
  readonly hintSecret: string;
  readonly realNow: () => number;
  /** A prefilled form with a code for whoever followed the link. */
  readonly form: (form: 'issue' | 'ending', link: ActionLink) => string;
  /** A letter with sample data in words of staff, or what is wrong with them. `language` as the sheet names it. */
  readonly preview: (
    letter: LetterKey,
    language: string,
    own: { readonly subject: string; readonly text: string },
  ) => { readonly faults: readonly string[]; readonly document: string };
  /** What the pages of mailings read and write. */
  readonly mailings: MailingPagesPort;
  /** Takes a mail that came to the mailbox of bounces. */
  readonly bounce: (raw: Buffer) => Promise<BounceOutcome>;
  /** What alumni want to get. */
  readonly preferences: PreferencesPort;
  readonly log: (line: string) => void;
}
export interface ProgramTime {
  readonly now: Instant;
  readonly clock?: import('./types.ts').Clock;
}
export type TokenReading =
  | { readonly ok: true; readonly link: ActionLink }
  | { readonly ok: false; readonly why: 'malformed' | 'tampered' | 'expired'; readonly link?: ActionLink };

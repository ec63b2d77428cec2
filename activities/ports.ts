import type { CivilDate, Clock, Instant } from '../domain/calendar/index.ts';
import type { CertificateKind } from '../domain/certificates/index.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { LetterKey, MergedItem } from '../domain/letters/index.ts';
import type { Limits } from '../domain/mailing/check/index.ts';
import type { DeliveryStage } from '../domain/mailing/delivery/index.ts';
import type { MailingChoice, MailingMemory } from '../domain/mailing/index.ts';
import type { Assessment, DraftFields, DraftProblem } from '../domain/mailing/request/index.ts';
import type { Market, Result, Way } from '../domain/matching/index.ts';
import type { Message, Outcome, RunInput, WorkflowName } from '../domain/messages.ts';
import type { Cells, FormKey, RawCell, TabKey, Workbook } from '../domain/program/index.ts';
import type { Language } from '../domain/words/index.ts';
import type { BulkPorts } from './delivery/ports.ts';

/** The ports of the activities: what they ask of the outside world. `sheets`, `mail` and the worker implement them. */

/** One row as it stands: staff and person cells from the sheet, program cells from the book. */
export interface Row<T extends TabKey = TabKey> {
  readonly tab: T;
  readonly id: string;
  /** Revision of the program cells in the book. */
  readonly rev: number;
  readonly cells: Cells<T>;
  /** Cells that could not be read as their column declares: header and problem in plain words. */
  readonly problems: readonly { readonly column: string; readonly problem: string }[];
  /** False when the book knows the record but no row of the sheet shows it. */
  readonly inSheet: boolean;
}

/** One moment of all workbooks, read afresh. */
export interface View {
  row<T extends TabKey>(tab: T, id: string): Row<T> | undefined;
  /** Rows in the order of their IDs, so that nothing ever depends on the order of the sheet. */
  rows<T extends TabKey>(tab: T): readonly Row<T>[];
}

/** What the program writes: its own columns of a row that exists, or a new row with its staff and person cells. */
export interface RowChange<T extends TabKey = TabKey> {
  readonly tab: T;
  readonly id: string;
  /** Program cells to set; cells not named stay. */
  readonly cells: Partial<Cells<T>>;
  /** Present for a row that may not exist yet: its staff and person cells, written only when the row is inserted. */
  readonly create?: Partial<Cells<T>>;
}
export type AnyChange = { [T in TabKey]: RowChange<T> }[TabKey];

export interface CommitResult<R> {
  readonly result: R;
  /** IDs whose change is in the book but which no row of the sheet shows (deleted by staff). */
  readonly gone: readonly string[];
}

/** An edit by staff that the book has seen. Applied once, under `key`. */
export interface Edit {
  /** ID and fingerprint of the cells as they now stand. */
  readonly key: string;
  readonly tab: TabKey;
  readonly id: string;
  /** True for a row typed by staff that got its ID just now. */
  readonly isNew: boolean;
  /** Keys of the columns that changed; empty when only the program's own columns had been typed over (put back by now). */
  readonly columns: readonly string[];
  /** Headers of program columns that somebody typed over and the program put back. */
  readonly restored: readonly string[];
}

/** Something only staff can put right, found while reading: a held row, a vanished row, a misprint, a missing tab. */
export interface Trouble {
  /** Present when it is found once and stays found: it comes again until it is marked as told. */
  readonly key?: string;
  readonly kind:
    | 'vanished'
    | 'held'
    | 'copied'
    | 'misprint'
    | 'missing tab'
    | 'missing column'
    | 'restored version'
    | 'no copy'
    | 'unreadable';
  readonly tab: TabKey;
  readonly id: string;
  readonly detail: string;
}

/** What became of a deleted row. */
export type BroughtBack =
  /** Headers of cells that no copy has as they were last seen; they are empty now. */
  | { readonly status: 'back'; readonly lost: readonly string[] }
  /** A row shows the record; one may, but only staff can say; no copy has its row; the book does not know it. */
  | { readonly status: 'there' | 'held' | 'no copy' | 'unknown' };

/** The record: the spreadsheets as a database that staff own. */
export interface RecordPort {
  /** One fresh reading, shared by all who wait for one: of all tabs, or of those named (the view has no others then). */
  read(tabs?: readonly TabKey[]): Promise<View>;
  /**
   * Answers a question from one fresh reading of just the tabs it looks at, shared with whoever reads or commits in the same
   * moment. `select` is pure and may run more than once.
   */
  ask<T>(select: (view: View) => T): Promise<T>;
  /**
   * Reads afresh, lets `plan` decide on that reading, and commits its changes in one guarded batch per workbook, grouped with
   * other callers'. `plan` is pure and runs again when somebody else committed in between. Resolves when the book has the changes.
   */
  commit<R>(
    plan: (view: View) => { readonly changes: readonly AnyChange[]; readonly result: R },
  ): Promise<CommitResult<R>>;
  /** Edits of staff that were not told yet, and troubles. Marks edits as seen, not told. */
  edits(workbook: Workbook): Promise<{ readonly edits: readonly Edit[]; readonly troubles: readonly Trouble[] }>;
  /** Brings the rows of a workbook up to date now, for one whose edits nobody reads. */
  show(workbook: Workbook): Promise<void>;
  /** Marks edits and troubles as told, by their keys; what is not marked comes again. */
  told(workbook: Workbook, keys: readonly string[]): Promise<void>;
  /** Inserts the row of a deleted record anew, with what its newest copies show of the cells as last seen. */
  bringBack(tab: TabKey, id: string): Promise<BroughtBack>;
  /**
   * Makes the day's copy of a workbook unless it stands, for the readers of the original, and deletes older ones.
   * @param day civil date
   * @param days how long copies are kept
   */
  keepCopy(workbook: Workbook, day: string, days: number): Promise<void>;
  /** Drive's version of a workbook: moves on with every change, by anybody. */
  version(workbook: Workbook): Promise<string>;
}

export interface FormAnswer {
  readonly responseId: string;
  /** When it was last submitted. */
  readonly at: Instant;
  /** By question key; absent when not answered. Several values for checkboxes. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}
export interface FormsPort {
  /** Answers submitted at or after an instant, oldest first. */
  answers(form: FormKey, since: Instant | undefined): Promise<readonly FormAnswer[]>;
  answer(form: FormKey, responseId: string): Promise<FormAnswer | undefined>;
}

/** A letter ready to be sent. Bodies were rendered by templates; addresses come from the row at the moment of sending. */
export interface OutgoingLetter {
  readonly key: string;
  readonly messageId: string;
  /** Names the letter in the envelope's sender, so that a bounce says which it is (VERP); nothing about the person. */
  readonly bounceKey: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: 'en' | 'kk' | 'ru';
  readonly category: 'person' | 'staff';
  /** What calendars take from the letter by themselves. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}
export type SendResult =
  | { readonly status: 'sent'; readonly reply: string }
  /** The address was refused for good (5xx). */
  | { readonly status: 'failed'; readonly reply: string };
export interface MailPort {
  /** Throws a retryable error when the server could not be reached or asked to wait; nothing was sent then. */
  send(letter: OutgoingLetter): Promise<SendResult>;
}

/** Signed links for letters. */
export interface LinksPort {
  /** Page where somebody acts: GET shows, POST acts. It speaks the language of the letter that leads there. */
  action(link: ActionLink, language?: Language): string;
  /** Prefilled form with a signed code, and with answers already given, by the keys of their questions. */
  form(form: FormKey, code: ActionLink, answers?: Readonly<Record<string, readonly string[]>>): string;
  /** Page that shows a certificate is real. */
  certificate(awardId: string, kind: CertificateKind, language?: Language): string;
  /** One certificate as a PDF, or all of a season for print. Only who has the link can make it: codes of pages do not lead there. */
  certificateFile(of: { readonly award: string; readonly kind: CertificateKind } | { readonly season: string }): string;
  /** A row in the spreadsheet. */
  sheet(tab: TabKey, id?: string): string;
  /** A spreadsheet that is none of the workbooks. */
  file(id: string): string;
  /** A run in the Temporal UI, without run id. */
  run(workflowId: string): string;
  calendar(attendanceId: string): string;
  /** Preview of a letter in the words of a row of Letters. */
  words(rowId: string): string;
}
/** What a signed link says: who may do what, on which process, until when. */
export interface ActionLink {
  /** Run that the press goes to. */
  readonly process: string;
  readonly action: string;
  /** ID of the person who may press. */
  readonly person: string;
  readonly expires: Instant;
  /** Codes that go with the press, such as the month of a check. */
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Files of mailings: beside the workbook of the mailings, for its readers and nobody else. */
export interface FilesPort {
  /** Keeps a file and answers its id. Asked twice it keeps two; nothing is ever overwritten. */
  put(file: UploadedFile): Promise<string>;
  /** The bytes of a file; undefined when it is gone. */
  get(id: string): Promise<Uint8Array | undefined>;
}

/** Files that people upload, of which those go that nothing names any more. */
export interface UploadsPort extends FilesPort {
  /** Puts a file into the trash of Drive, which keeps it for 30 days. Never throws: a file that stays is only left over. */
  trash(id: string): Promise<void>;
}

/** What the initiator or a moderator uploads on a page. */
export interface UploadedFile {
  readonly name: string;
  /** Media type as the browser says; what counts is what the bytes are. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
export type UploadKind = 'picture' | 'poster' | 'table';

/**
 * What became of a write. `stale`: somebody else wrote meanwhile. `gone`: no such request. `closed`: not to be changed at its stage.
 * `unreadable`: some values cannot be kept, and nothing was.
 */
export interface Written {
  readonly status: 'saved' | 'stale' | 'gone' | 'closed' | 'unreadable';
  readonly problems: readonly DraftProblem[];
}

/** The pages of mailings: what stands in a request's row at this moment, and writing there what people typed. Free text travels here and never in messages. */
export interface MailingPagesPort {
  look(id: string): Promise<MailingLook | undefined>;
  /** Open requests, the one whose clock runs out first on top; then by the last day on which they may go out. */
  list(): Promise<readonly MailingLook[]>;
  /** The request as it would be with these fields, from a reading that may be some seconds old; nothing is written. */
  tryOut(id: string, fields: DraftFields): Promise<(MailingLook & Pick<Written, 'problems'>) | undefined>;
  /** Writes what the initiator typed, in a draft or a returned request; `seen` is `typed` as the page showed it, so that nobody overwrites what came meanwhile. */
  save(id: string, fields: DraftFields, seen: string): Promise<Written>;
  /**
   * Keeps a moderator's version beside the request (R21); `seen` is `typed` as the page showed it. Where it was saved, `content` is the
   * fingerprint that the message `fix` carries as `fixed`.
   */
  proposeFix(id: string, fields: DraftFields, seen: string): Promise<Written & { readonly content: string }>;
  /** The moderator's version becomes the request, when that gives what was seen: `fixed` is its content. Again, it changes nothing. */
  takeFix(id: string, fixed: string): Promise<Written>;
  /** Keeps an upload and names it in the row; answers a code of the catalogue of errors, `upload-kept` when it was kept. */
  attach(id: string, kind: UploadKind, file: UploadedFile): Promise<ErrorCode>;
  remove(id: string, kind: UploadKind): Promise<Written>;
  /** The uploaded picture or poster as it counts now. */
  file(
    id: string,
    kind: 'picture' | 'poster',
  ): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined>;
  /** Words of a moderator, the Center or the officer for the initiator; newest first in the row. The same words again on the same day are kept once. */
  comment(id: string, by: string, words: string): Promise<'saved' | 'gone' | 'too long' | 'empty'>;
  /** Where the post stands; only http and https are links. */
  posted(id: string, url: string): Promise<'saved' | 'gone' | 'no link'>;
  /** So many weeks from the one in which a day lies: what goes out when, and what waits for a day (P8). */
  weeks(day: CivilDate, many: number): Promise<readonly MailingWeek[]>;
}
/** What a mail to the mailbox of bounces says. */
export type BounceNews = CopyNews | LetterNews;
/** About one copy of a mailing. */
export interface CopyNews {
  /** `hard`: it came back for good; `soft`: late, or refused for now; `unsubscribe`: its reader leaves. */
  readonly kind: 'hard' | 'soft' | 'unsubscribe';
  readonly mailing: string;
  readonly freeze: string;
  readonly ordinal: number;
  /** By RFC 3463, `5.1.1`. */
  readonly status?: string;
}
/** About a letter to one person. */
export interface LetterNews {
  readonly kind: 'hard' | 'soft';
  /** ID of its row in the Mail log; of the first, where several subjects were merged. */
  readonly letter: string;
  /** How many times staff had it sent again by then. */
  readonly again: number;
  /** By RFC 3463; empty where the report of a late letter names none. */
  readonly status: string;
}
/** What alumni want to get, by their ID in the register. Undefined for somebody who is not there any more. */
export interface PreferencesPort {
  look(
    alumnus: string,
  ): Promise<{ readonly email: string; readonly school: string; readonly choice: MailingChoice } | undefined>;
  /** @param mailing the one whose link was followed */
  choose(alumnus: string, choice: MailingChoice, mailing: string): Promise<MailingChoice | undefined>;
}
/** A request with what its process remembers: for pages and letters. Holds personal data. */
export interface MailingLook extends Assessment {
  readonly row: Row<'mailings'>;
  readonly memory: MailingMemory | undefined;
  /** Where its delivery stands, once there is one: it also pauses by itself. */
  readonly delivery: DeliveryStage | undefined;
  /** The letter its readers would get; `picture` is the address at which a page shows the picture. */
  readonly copy: (picture: string) => MailingCopy;
  /** Fingerprint of everything that is typed, the audience included. */
  readonly typed: string;
  /** Units that may be chosen. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** Numbers of the rules in force. */
  readonly limits: Limits;
  /** When moderation is due; '' while its clock stands still. */
  readonly due: Instant;
  /** What was handed in the time before, to compare with. */
  readonly before: DraftFields | undefined;
  /** A moderator's version that waits for consent: what it changes, and the content it gives. Absent once the request moved on. */
  readonly fix: { readonly fields: DraftFields; readonly content: string } | undefined;
  /** What moderators want to know besides. */
  readonly desk: {
    /** Working hours of each span of the clock (R26, Q8), oldest first, and what is left of it; below zero when it was breached. */
    readonly spans: readonly { readonly from: Instant; readonly to?: Instant; readonly hours: number }[];
    readonly hoursLeft: number;
    /** Reason of the entry of force majeure in force now, or '' (P14). */
    readonly forceMajeure: string;
    readonly mailsPerWeek: number;
    /** Percentage of an audience that may get more than that. */
    readonly overlapMost: number;
  };
}

/** A week of the calendar of mailings. */
export interface MailingWeek {
  readonly monday: CivilDate;
  /** Days of the week on which nobody sends, by the Holidays tab, and Saturdays and Sundays on which somebody works. */
  readonly daysOff: readonly CivilDate[];
  readonly movedDays: readonly CivilDate[];
  /** What goes out or went out, by day. `over`: its readers who get more mailings that week than they should. */
  readonly planned: readonly (MailingBrief & {
    readonly day: CivilDate;
    readonly over: number;
    readonly held: boolean;
  })[];
  /** Requests without a day whose window touches the week. */
  readonly waiting: readonly (MailingBrief & { readonly earliest: CivilDate; readonly latest: CivilDate })[];
  /** Everybody who gets a mailing that week, and how many of them get more than they should. */
  readonly readers: number;
  readonly over: number;
  /** Most mailings that somebody should get in a week. */
  readonly mailsPerWeek: number;
}
export interface MailingBrief {
  readonly id: string;
  readonly subject: string;
  readonly unit: string;
  readonly stage: string;
  readonly recipients: number;
}

export type CodeReading =
  | { readonly ok: true; readonly link: ActionLink }
  | { readonly ok: false; readonly why: 'malformed' | 'tampered' | 'expired'; readonly link?: ActionLink };

/** Matching, away from the thread that serves everybody else: a large season takes seconds. */
export interface MatchingPort {
  bothWays(market: Market): Promise<Readonly<Record<Way, Result>>>;
}

/** Reaching runs: starts and messages. */
export interface RunsPort {
  /** Waits 3 s for the outcome, then leaves the message as a signal and answers `pending`. Starts nothing. */
  tell(workflowId: string, message: Message): Promise<Outcome>;
  /** Leaves a message without waiting for its outcome; starts the run from its row if it is not open. */
  leave(workflowId: string, message: Message): Promise<void>;
  /** Starts a run unless it runs already. */
  start(name: WorkflowName, input: RunInput): Promise<void>;
  /** Ids of the runs that are open, as far as they are listed yet. */
  openRuns(): Promise<ReadonlySet<string>>;
  hint(workflowId: string): Promise<void>;
}

export interface Ports {
  readonly record: RecordPort;
  readonly forms: FormsPort;
  readonly mail: MailPort;
  readonly letters: LettersPort;
  readonly journal: JournalPort;
  readonly messageId: (key: string) => string;
  readonly links: LinksPort;
  readonly runs: RunsPort;
  readonly matching: MatchingPort;
  /** Mailings on their way to many. */
  readonly bulk: BulkPorts;
  /** Reads the signed code of a prefilled form; an expired one still says whose it was. */
  readonly readCode: (code: string, now: Instant) => CodeReading;
  /** Real time in milliseconds: quotas and retries, never due dates. */
  readonly realNow: () => number;
  /** Aborted when this worker is asked to go: whoever only waits gives up. */
  readonly stopping: AbortSignal;
  /** The frozen clock of a rehearsal as it stands now; nothing in production. */
  readonly clock: () => Promise<Clock | undefined>;
}
export type { Clock, RawCell };

/** Letters rendered from their templates: words and looks, no addresses. */
export interface LettersPort {
  render(key: LetterKey, language: Language, input: LetterInput, own?: OwnWords): RenderedLetter;
  /** What is wrong with words of staff, in words for them; nothing when they fit. */
  faults(key: LetterKey, language: Language, own: OwnWords): readonly string[];
  /** A letter's line and buttons, for a merged one. */
  item(key: LetterKey, language: Language, input: LetterInput): MergedItem;
  /** Words of codes in the reader's language: stages, roles, reasons, labels of profile lines. */
  word(code: string, language: Language): string;
  /** A civil date in words, with its weekday; an empty one stays empty. */
  day(date: string, language: Language): string;
  /** A mailing, rendered once for all who get it. Never throws for what somebody typed. */
  mailing(input: MailingInput): MailingCopy;
}
/** What a mailing is rendered from. */
export interface MailingInput {
  readonly subject: string;
  /** Text and signature in Markdown, as they were checked: `source` of the document. */
  readonly source: string;
  /** `cid:picture` in a mail; in a preview any address the page may show. Sizes in pixels. */
  readonly picture?: { readonly src: string; readonly alt: string; readonly width: number; readonly height: number };
  /** Name of the initiating unit; empty where the Center asks itself. */
  readonly unit: string;
  readonly common: {
    readonly university: string;
    readonly center: string;
    /** Postal address of who sends it. */
    readonly address: string;
    /** Help contacts (M39), in the language of the mailing. */
    readonly help: (language: Language) => readonly string[];
  };
}
/** A mailing rendered once; a copy costs no more than joining a few strings. */
export interface MailingCopy {
  readonly subject: string;
  readonly preheader: string;
  readonly language: Language;
  /** One recipient's copy. Throws when a link is none a letter may hold. */
  fill(links: { readonly unsubscribe: string; readonly preferences: string }): {
    readonly html: string;
    readonly text: string;
  };
}
export type { Language };
/** Words of staff instead of the shipped ones: a subject, and paragraphs with an empty line between them. */
export interface OwnWords {
  readonly subject: string;
  readonly text: string;
}
export interface LetterInput {
  readonly slots: Readonly<Record<string, unknown>>;
  readonly buttons: Readonly<Record<string, string>>;
  readonly pairLinks?: {
    readonly meet: string;
    readonly silent: string;
    readonly pause: string;
    readonly end: string;
    readonly issue: string;
  };
  readonly common: {
    readonly name: string;
    readonly university: string;
    readonly center: string;
    readonly centerEmail: string;
    readonly help: readonly string[];
    readonly offsetMinutes: number;
  };
}
export interface RenderedLetter {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** What this worker already handed to the mail server, kept beside the worker so that a crash is told from a doubt. */
export interface JournalPort {
  /** Names this journal: a letter that another one reserved may have been handed over there. */
  readonly id: string;
  state(
    key: string,
  ):
    | { readonly status: 'unknown here' }
    | { readonly status: 'sending' }
    | { readonly status: 'sent' | 'failed'; readonly reply: string };
  sending(key: string): void;
  /** The server took nothing: the next try starts clean. */
  forget(key: string): void;
  done(key: string, status: 'sent' | 'failed', reply: string): void;
}

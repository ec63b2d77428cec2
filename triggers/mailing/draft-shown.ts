import type { ServerResponse } from 'node:http';
import { type DraftField, type DraftProblem, fieldsOf } from '../../domain/mailing/request/index.ts';
import { readNewAnswers } from '../../domain/program/index.ts';
import { type DraftWords, draftWords, type Language } from '../../domain/words/index.ts';
import type { PostedForm } from '../body.ts';
import type { ProgramTime, TriggerPorts } from '../ports.ts';
import type { Reader } from '../reader.ts';
import type { MailingLook } from '../types.ts';
import { copyFor } from './preview.ts';

/** Everything that a draft page shows. */
export interface Shown {
  readonly look: MailingLook;
  readonly reader: Reader;
  readonly draft: DraftWords;
  readonly language: Language;
  /** Path of the page, without its query. */
  readonly path: string;
  /** What stands in the fields: what was typed where that is not kept yet, else what counts. */
  readonly fields: Readonly<Record<DraftField, string>>;
  /** The mailing as plain text. */
  readonly plain: string;
  readonly problems: readonly DraftProblem[];
  /** What was saved meanwhile by somebody else, where that differs. */
  readonly stored?: Readonly<Partial<Record<DraftField, string>>>;
  /** What was typed and came too late to be kept, to be copied. */
  readonly lost?: Readonly<Record<string, string>>;
  /** Answer to the last press. */
  readonly said?: { readonly kind: 'done' | 'problem'; readonly words: string };
}

/** A press on a button of the page, with everything that was in the form. */
export interface Press {
  readonly ports: TriggerPorts;
  readonly res: ServerResponse;
  readonly id: string;
  readonly shown: Shown;
  readonly time: ProgramTime;
  readonly form: PostedForm;
}

/** The stage as the page names it; a request whose run has not begun yet is a draft. */
export const stageOf = ({ row }: MailingLook) => (row.cells.stage === '' ? 'Draft' : row.cells.stage);
/** Stages in which the initiator writes. */
export const isOpen = (look: MailingLook): boolean => ['Draft', 'Returned'].includes(stageOf(look));
/** Until it is being sent it may be taken back. */
export const isWithdrawable = (look: MailingLook): boolean =>
  isOpen(look) || ['In moderation', 'Scheduled'].includes(stageOf(look));

/** What the form's answer said in a field that could not read it, in the initiator's own words; '' for all others. */
export function unreadIn({ look, fields }: Shown, name: DraftField): string {
  const said = readNewAnswers('mailings', look.row.cells.newAnswers)[name] ?? '';
  return fields[name] === '' ? said : '';
}

/** The page of a request as it stands. */
export function shownOf(look: MailingLook, reader: Reader, path: string): Shown {
  const { language } = reader;
  const plain = copyFor(look, '').text;
  return {
    plain,
    look,
    reader,
    language,
    draft: draftWords(language),
    path,
    fields: fieldsOf(look.cells),
    problems: [],
  };
}

import type { Instant } from '../../domain/calendar/index.ts';
import { rowId, writeNewAnswers } from '../../domain/program/index.ts';
import { readApplication } from '../answers.ts';
import type { ActionLink, AnyChange, Clock, FormAnswer, Ports } from '../ports.ts';

interface Asked {
  readonly now: Instant;
  readonly clock?: Clock;
}

/**
 * A request for a mailing: a new row and its run. Answered again (the same answer read twice, or edited by its writer) it stays one request;
 * what changes afterwards is changed on the draft page.
 */
export async function takeRequest(
  ports: Ports,
  { clock }: Asked,
  answer: FormAnswer,
  link: ActionLink | undefined,
): Promise<string[]> {
  const { cells, unread, note } = readApplication('mailing', answer);
  const id = link?.person.startsWith('ML-') ? link.person : rowId('mailings', answer.responseId);
  await ports.record.commit((view) => ({
    result: undefined,
    changes: view.row('mailings', id)
      ? []
      : [
          {
            tab: 'mailings',
            id,
            create: cells,
            cells: note
              ? { newAnswers: writeNewAnswers('mailings', unread), systemNote: note }
              : { systemNote: 'Taken from the form; the initiator gets a letter.' },
          } as AnyChange,
        ],
  }));
  await ports.runs.start('mailing', { row: id, ...(clock ? { clock } : {}) });
  return [`mailing/${id}`];
}

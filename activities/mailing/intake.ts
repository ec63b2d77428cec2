import type { Instant } from '../../domain/calendar/index.ts';
import { counted, readNewAnswers, rowId, writeNewAnswers } from '../../domain/program/index.ts';
import { readApplication } from '../answers.ts';
import type { ActionLink, AnyChange, Clock, FormAnswer, Ports, Row, View } from '../ports.ts';

interface Asked {
  readonly now: Instant;
  readonly clock?: Clock;
}

/** Stages in which the initiator may still change the request; after that it is moderated as it was handed in. */
const OPEN: ReadonlySet<string> = new Set(['', 'Draft', 'Returned']);

/**
 * A request for a mailing: a new row and its run. The same answer read twice changes nothing; one that its writer edited changes the request
 * as the draft page does, as long as it is the initiator's. What came too late is said in the row, and nothing of it counts.
 */
export async function takeRequest(
  ports: Ports,
  { now, clock }: Asked,
  answer: FormAnswer,
  link: ActionLink | undefined,
): Promise<string[]> {
  const id = link?.person.startsWith('ML-') ? link.person : rowId('mailings', answer.responseId);
  const key = `${answer.responseId}/${answer.at}`;
  const { result } = await ports.record.commit(
    (view): { changes: readonly AnyChange[]; result: 'new' | 'known' | 'edited' } => {
      const row = view.row('mailings', id);
      if (wasTaken(view, key)) return { changes: [], result: row ? 'known' : 'new' };
      return {
        changes: [row ? edited(row, answer) : asked(id, answer), taken(id, key, now)],
        result: row ? 'edited' : 'new',
      };
    },
  );
  const run = `mailing/${id}`;
  if (result === 'edited')
    await ports.runs.leave(run, {
      id: key,
      kind: 'edit',
      by: 'initiator',
      at: answer.at,
      ...(clock ? { clock } : {}),
    });
  else await ports.runs.start('mailing', { row: id, ...(clock ? { clock } : {}) });
  return [run];
}

/** Answers are read again after a restart, when what they said may have been changed long since. */
const wasTaken = (view: View, key: string): boolean => view.row('history', rowId('history', key)) !== undefined;
const taken = (row: string, key: string, at: Instant): AnyChange => ({
  tab: 'history',
  id: rowId('history', key),
  create: {},
  cells: { at, row, change: 'The form was answered', by: 'initiator', why: '' },
});

function asked(id: string, answer: FormAnswer): AnyChange {
  const { cells, unread, note } = readApplication('mailing', answer);
  return {
    tab: 'mailings',
    id,
    create: cells,
    cells: note
      ? { newAnswers: writeNewAnswers('mailings', unread), systemNote: note }
      : { systemNote: 'Taken from the form; the initiator gets a letter.' },
  } as AnyChange;
}

function edited(row: Row<'mailings'>, answer: FormAnswer): AnyChange {
  const change = (cells: Partial<Row<'mailings'>['cells']>): AnyChange => ({ tab: 'mailings', id: row.id, cells });
  if (!OPEN.has(row.cells.stage))
    return change({
      systemNote: 'The form was answered again after the hand-in; nothing of that counts. It stands in the form.',
    });
  const { cells, unread, note } = readApplication('mailing', answer);
  const now = counted(row) as unknown as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
  // Whoever it comes from, letters go on to the address that asked first.
  const said = Object.entries({ ...cells, ...unread }).filter(([column]) => column !== 'initiatorEmail');
  const changed = said.filter(([column, value]) => text(value) !== text(now[column]));
  const answers = { ...readNewAnswers('mailings', row.cells.newAnswers) };
  for (const [column, value] of changed) answers[column] = text(value);
  return change({
    newAnswers: writeNewAnswers('mailings', answers),
    systemNote: note || 'The form was answered again; what it says now stands in New answers and counts.',
  });
}

import { readWaiting } from '../domain/letters/index.ts';
import { isMailingOver } from '../domain/mailing/index.ts';
import { isPairOver, isParticipantOver, type ParticipantMemory } from '../domain/mentorship/index.ts';
import { runId } from '../domain/messages.ts';
import { type ProcessName, tabOf, tabsOf, type Workbook } from '../domain/program/index.ts';
import { keepCopies } from './copies.ts';
import { deliveryOf } from './delivery/row.ts';
import { contextOf } from './facts/context.ts';
import { readMemory } from './facts/memory.ts';
import type { Ports, Row, View } from './ports.ts';
import { atPresent } from './present.ts';
import { readable } from './readable.ts';
import type { SyncInput } from './sync.ts';
import { troublesGone } from './trouble.ts';

/**
 * Starts a run for every open row of a workbook that has none, so that a lost Temporal database is rebuilt from the sheet. Whether
 * something already happened is read from the row; a run that is there already is left alone. Rows of the queue about deleted rows close
 * once the rows are back.
 */
export async function reviveRuns(ports: Ports, asked: SyncInput): Promise<{ readonly touched: readonly string[] }> {
  const input = await atPresent(ports, asked);
  const open = await ports.runs.openRuns();
  const { rows, back, days, waiting } = await ports.record.ask((fresh) => {
    const view = readable(fresh);
    return {
      days: contextOf(view).settings.copiesKept,
      rows: openRows(view, input.workbook),
      waiting: input.workbook === 'mailings' ? openDeliveries(view) : [],
      back: troublesGone(view, input.workbook, undefined).length > 0,
    };
  });
  if (back)
    await ports.record.commit((view) => ({
      changes: troublesGone(readable(view), input.workbook, undefined),
      result: undefined,
    }));
  const missing = rows.filter(({ name, row }) => !open.has(runId(name, row)));
  for (const { name, row } of missing)
    await ports.runs.start(name, { row, ...(input.clock ? { clock: input.clock } : {}) });
  const deliveries = waiting.filter(({ row }) => !open.has(runId('delivery', row)));
  for (const { row, isBegun } of deliveries) await reviveDelivery(ports, input, row, isBegun);
  await keepCopies(ports, input, days);
  return {
    touched: [
      ...missing.map(({ name, row }) => runId(name, row)),
      ...deliveries.map(({ row }) => runId('delivery', row)),
    ],
  };
}

/**
 * Deliveries that are to go on; of one that never began the word of its mailing was lost with its run. Those in doubt may be sent again
 * when the mailing is long done.
 */
const openDeliveries = (view: View): { readonly row: string; readonly isBegun: boolean }[] =>
  view.rows('mailings').flatMap((row) => {
    const stage = deliveryOf(row)?.stage;
    if (stage === undefined || stage === 'done') return [];
    const isBegun = stage !== 'frozen';
    return isBegun || row.cells.stage === 'Sending' ? [{ row: row.id, isBegun }] : [];
  });

async function reviveDelivery(ports: Ports, input: SyncInput, row: string, isBegun: boolean): Promise<void> {
  const { now, clock } = input;
  const where = clock ? { clock } : {};
  if (isBegun) return ports.runs.start('delivery', { row, ...where });
  const id = `${row}/revived/send`;
  await ports.runs.leave(runId('delivery', row), { id, kind: 'send', by: 'program', at: now, ...where });
}

function openRows(view: View, workbook: Workbook): { readonly name: ProcessName; readonly row: string }[] {
  return tabsOf(workbook).flatMap((tab) => {
    const { process } = tabOf(tab);
    if (!process || process === 'desk') return [];
    return view
      .rows(tab)
      .filter((row) => isOpen(process, row as Row))
      .map((row) => ({ name: process, row: row.id }));
  });
}

function isOpen(process: ProcessName, { cells }: Row): boolean {
  const { stage = '', memory = '', waiting = '' } = cells as Readonly<Record<string, string | undefined>>;
  if (stage === '') return false;
  if (process === 'mentorship') return !isPairOver(stage);
  if (process === 'participant')
    return !isParticipantOver(stage, readMemory<ParticipantMemory>(memory), readWaiting(waiting).length);
  if (process === 'mailing') return !isMailingOver(stage);
  return stage !== 'Closed';
}

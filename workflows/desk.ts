import { ActivityFailure, continueAsNew, log, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { RunInput } from '../domain/messages.ts';
import { Inbox } from './inbox.ts';
import { acts, attempted } from './profiles.ts';

/** The staff queue: rows that stand for many, the letter of each working day, and actions on letters in doubt. */
export async function desk(input: RunInput): Promise<void> {
  const inbox = new Inbox(input.clock, input.carried);
  const where = () => ({ now: inbox.now(), ...(inbox.clock ? { clock: inbox.clock } : {}) });
  let { nextLetter } = await acts.refreshDesk(where());
  for (;;) {
    inbox.due = nextLetter;
    setCurrentDetails(`Next letter to staff: ${nextLetter}`);
    inbox.shown = { stage: 'Open', waitingFor: 'the next working day', due: nextLetter, queued: 0 };
    if (inbox.isEmpty && workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<typeof desk>({ row: input.row, carried, ...(inbox.clock ? { clock: inbox.clock } : {}) });
    }
    await inbox.wait('letter of the day');
    const message = inbox.next();
    if (message) {
      if (message.kind === 'need') await acts.handleNeed({ message, now: inbox.now() });
      if (message.kind === 'fresh-link') await acts.sendFreshCalendar({ message, now: inbox.now() });
      if (message.kind === 'season') await count(inbox);
      ({ nextLetter } = await acts.refreshDesk(where()));
      inbox.settleMessage(message, { status: 'done', code: 'done' });
    } else if (nextLetter <= inbox.now()) {
      const [done] = await Promise.all([acts.writeDailyLetters(where()), count(inbox)]);
      nextLetter = done.nextLetter;
      inbox.touch(done.touched ?? []);
    }
  }
}

/** The Dashboard. Numbers that cannot be written today must not keep staff from their letters. */
async function count(inbox: Inbox): Promise<void> {
  try {
    await attempted.writeFigures({ now: inbox.now() });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('the figures could not be written; they are counted again on the next working day');
  }
}

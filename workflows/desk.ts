import { continueAsNew, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { RunInput } from '../domain/messages.ts';
import { Inbox } from './inbox.ts';
import { acts } from './profiles.ts';

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
      ({ nextLetter } = await acts.refreshDesk(where()));
      inbox.settleMessage(message, { status: 'done', code: 'done' });
    } else if (nextLetter <= inbox.now()) {
      const done = await acts.writeDailyLetters(where());
      nextLetter = done.nextLetter;
      inbox.touch(done.touched ?? []);
    }
  }
}

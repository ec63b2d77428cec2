import { condition, continueAsNew, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Newest } from '../activities/index.ts';
import type { Clock } from '../domain/calendar/index.ts';
import type { RunInput } from '../domain/messages.ts';
import { Inbox } from './inbox.ts';
import { hint } from './messages.ts';
import { acts } from './profiles.ts';

/** Between readings without a hint; hints start one at once. */
const EVERY = '30 seconds';

export interface IntakeInput extends RunInput {
  /** How far each form was read. */
  readonly newest?: Newest;
}

/** Reads the forms: every answer becomes a row with a run, or a message to one. A hint only says when to look. */
export async function intake(input: IntakeInput): Promise<void> {
  const inbox = new Inbox(input.clock, input.carried);
  let newest = input.newest ?? {};
  let hints = 1;
  let read = 0;
  setHandler(hint, () => void hints++);
  for (;;) {
    const upTo = hints;
    const asked = inbox.asked;
    const taken = await acts.takeAnswers({ newest, now: inbox.now(), ...clockOf(inbox) });
    inbox.adopt(taken.clock);
    inbox.touch(taken.touched);
    newest = taken.newest;
    read = upTo;
    inbox.due = null;
    setCurrentDetails(`Read to ${latest(newest)}; ${taken.count} new`);
    if (inbox.isEmpty && workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<typeof intake>({ row: '', carried, newest, ...clockOf(inbox) });
    }
    if (hints === read) {
      inbox.rest(asked);
      await condition(() => hints > read || inbox.asked > asked, EVERY, { summary: 'next reading of the forms' });
      inbox.wake();
    }
  }
}

const latest = (newest: Newest): string =>
  Object.values(newest)
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? 'the end';
const clockOf = (inbox: Inbox): { clock?: Clock } => (inbox.clock ? { clock: inbox.clock } : {});

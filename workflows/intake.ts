import { condition, continueAsNew, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Clock, Instant } from '../domain/calendar/index.ts';
import type { RunInput } from '../domain/messages.ts';
import { FORM_KEYS, type FormKey } from '../domain/program/index.ts';
import { Inbox } from './inbox.ts';
import { hint } from './messages.ts';
import { acts } from './profiles.ts';

/** Between readings without a hint; hints start one at once. */
const EVERY = '30 seconds';

export interface IntakeInput extends RunInput {
  /** Newest answer taken, by form. */
  readonly newest?: Readonly<Partial<Record<FormKey, Instant>>>;
}

/** Reads the forms: every answer becomes a row with a run, or a message to one. A hint only says when to look. */
export async function intake(input: IntakeInput): Promise<void> {
  const inbox = new Inbox(input.clock, input.carried);
  const newest: Partial<Record<FormKey, Instant>> = { ...input.newest };
  let hints = 1;
  let read = 0;
  setHandler(hint, () => void hints++);
  for (;;) {
    const upTo = hints;
    const asked = inbox.asked;
    const taken = await readForms(inbox, newest);
    read = upTo;
    inbox.due = null;
    setCurrentDetails(`Read to ${Object.values(newest).sort().at(-1) ?? 'the end'}; ${taken} new`);
    if (inbox.isEmpty && workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<typeof intake>({ row: '', carried, newest, ...(inbox.clock ? { clock: inbox.clock } : {}) });
    }
    if (hints === read) {
      inbox.rest(asked);
      await condition(() => hints > read || inbox.asked > asked, EVERY, { summary: 'next reading of the forms' });
      inbox.wake();
    }
  }
}

async function readForms(inbox: Inbox, newest: Partial<Record<FormKey, Instant>>): Promise<number> {
  let count = 0;
  for (const form of FORM_KEYS) {
    const taken = await acts.takeAnswers({ form, since: newest[form] ?? null, now: inbox.now(), ...clockOf(inbox) });
    inbox.adopt(taken.clock);
    inbox.touch(taken.touched);
    if (taken.newest !== null) newest[form] = taken.newest;
    count += taken.count;
  }
  return count;
}
const clockOf = (inbox: Inbox): { clock?: Clock } => (inbox.clock ? { clock: inbox.clock } : {});

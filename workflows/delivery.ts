import {
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { SteerInput } from '../activities/index.ts';
import { type DeliveryState, freezeKey, progressWords } from '../domain/mailing/delivery/index.ts';
import { type Ended, type Message, type Outcome, type RunInput, runId } from '../domain/messages.ts';
import { Inbox } from './inbox.ts';
import { acts, patient, sending } from './profiles.ts';

export interface DeliveryInput extends RunInput {
  /** Carried through continue-as-new: it is newer than the row. */
  readonly state?: DeliveryState;
}

/**
 * The delivery of one mailing: recipients frozen at approval, sent in batches when the mailing says so, those whose server asks to come again
 * once more later, then the report. Its row remembers how far it is; every copy is claimed in a journal before it goes.
 */
export async function delivery(input: DeliveryInput): Promise<Ended> {
  const inbox = new Inbox(input.clock, input.carried);
  const run = new Delivery(input.row, inbox);
  run.state = input.state ?? (await acts.lookDelivery({ row: input.row }));
  // Started from its row alone, with nobody saying why: it goes on where the row stands.
  for (;;) {
    run.show();
    const isIdle = !run.state || run.state.stage === 'done';
    if (isIdle && inbox.isEmpty) {
      const { touched, slots = {} } = await inbox.close();
      return { touched, slots };
    }
    if (inbox.isEmpty && workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<typeof delivery>({
        row: input.row,
        carried,
        ...(run.state ? { state: run.state } : {}),
        ...(inbox.clock ? { clock: inbox.clock } : {}),
      });
    }
    if (inbox.isEmpty && run.state?.stage === 'sending') {
      await run.step();
      continue;
    }
    inbox.due = run.state?.stage === 'waiting' ? (run.state.due ?? null) : null;
    if (inbox.isEmpty) await inbox.wait(inbox.shown.waitingFor);
    const message = inbox.next();
    if (message) inbox.settleMessage(message, await run.handle(message));
    else if (inbox.due !== null && inbox.due <= inbox.now()) await run.comeAgain();
  }
}

class Delivery {
  state: DeliveryState | undefined;
  private readonly row: string;
  private readonly inbox: Inbox;

  constructor(row: string, inbox: Inbox) {
    this.row = row;
    this.inbox = inbox;
  }

  private where() {
    const { row, inbox } = this;
    return { row, now: inbox.now(), ...(inbox.clock ? { clock: inbox.clock } : {}) };
  }

  /** One message of the mailing or of the queue. What comes too late or twice changes nothing. */
  async handle(message: Message): Promise<Outcome> {
    const { state } = this;
    switch (message.kind) {
      case 'freeze':
        if (!state || state.stage === 'frozen') await this.freeze(message);
        return NOTED;
      case 'thaw':
        if (state?.stage === 'frozen') this.state = await acts.thawRecipients({ row: this.row });
        return NOTED;
      case 'send':
        if (!this.state) await this.freeze(message);
        if (this.state?.stage === 'frozen') await this.steer({ kind: 'begin' });
        return this.state ? NOTED : UNFIT;
      case 'pause':
        if (!isOn(state)) return UNFIT;
        await this.steer({ kind: 'pause', why: 'asked' });
        return NOTED;
      case 'resume':
        if (state?.stage !== 'paused') return UNFIT;
        await this.steer({ kind: 'resume' });
        return NOTED;
      case 'stop':
        return this.stop();
      case 'need':
        return this.answer(message);
      default:
        return { status: 'refused', code: 'unknown-message' };
    }
  }

  private async freeze(message: Message): Promise<void> {
    this.state = await patient.freezeRecipients({
      ...this.where(),
      freeze: freezeKey(this.row, message.id),
      content: String(message.data?.content ?? ''),
      audience: String(message.data?.audience ?? ''),
    });
  }

  private async stop(): Promise<Outcome> {
    const { state } = this;
    if (!isOn(state) && state?.stage !== 'paused') return UNFIT;
    await this.steer({ kind: 'stop' });
    return NOTED;
  }

  /** An action chosen in the queue. */
  private async answer(message: Message): Promise<Outcome> {
    const { state } = this;
    switch (message.data?.action) {
      case 'Resume':
        return this.handle({ ...message, kind: 'resume' });
      case 'Stop sending':
        return this.stop();
      case 'Mark sent':
        if (!state || state.counts.unknown === 0) return UNFIT;
        this.state = (await acts.markUnknownSent({ ...this.where(), freeze: state.freeze })) ?? state;
        return NOTED;
      case 'Send again':
        if (!state || state.counts.unknown === 0) return UNFIT;
        // Those still to come go first; afterwards it can be chosen again.
        if (state.stage !== 'done') return { status: 'refused', code: 'delivery-under-way' };
        await this.steer({ kind: 'again' });
        return this.state?.stage === 'sending' ? NOTED : { status: 'refused', code: 'delivery-changed' };
      default:
        return UNFIT;
    }
  }

  async comeAgain(): Promise<void> {
    this.inbox.due = null;
    await this.steer({ kind: 'resume' });
  }

  /** The next batch, or the end of this pass. A message that comes meanwhile calls the batch off; it says how far it came. */
  async step(): Promise<void> {
    const { state, inbox } = this;
    if (!state) return;
    if (state.at >= state.count) return this.steer({ kind: 'pass over' });
    let over = false;
    const scope = new CancellationScope();
    const batch = scope
      .run(() => sending.sendBatch({ ...this.where(), state }))
      .catch((error: unknown) => {
        if (isCancellation(error)) return undefined;
        throw error;
      })
      .finally(() => {
        over = true;
      });
    await condition(() => over || !inbox.isEmpty);
    if (!over) scope.cancel();
    const done = await batch;
    if (!done) return;
    this.state = done.state;
    inbox.touch(done.touched);
    if (done.status === 'refused us') await this.steer({ kind: 'pause', why: 'refused-us' });
    else if (done.status === 'changed') await this.steer({ kind: 'pause', why: 'changed' });
    else if (done.status === 'gone') this.state = undefined;
  }

  private async steer(act: SteerInput['act']): Promise<void> {
    const { state, inbox } = this;
    if (!state) return;
    this.state = await acts.steerDelivery({ ...this.where(), freeze: state.freeze, state, act });
    if (this.state?.stage === 'done' || !this.state) inbox.touch([runId('mailing', this.row)]);
  }

  /** What operators see. */
  show(): void {
    const { state, inbox } = this;
    const stage = state?.stage ?? 'new';
    const waitingFor = WAITS[stage] ?? 'nothing';
    const isNew = inbox.shown.stage !== stage;
    inbox.shown = { stage, waitingFor, due: state?.due ?? null, queued: 0 };
    setCurrentDetails(
      `**${stage}**, waits for ${waitingFor}\n\n${state ? progressWords(state) : ''}\n\n${state?.due ? `Next date ${state.due}` : ''}`,
    );
    if (isNew)
      upsertSearchAttributes({
        Process: ['delivery'],
        Stage: [stage],
        WaitingFor: [waitingFor],
        NeedsStaff: [stage === 'paused' || (state?.counts.unknown ?? 0) > 0],
      });
  }
}

const NOTED: Outcome = { status: 'done', code: 'noted' };
const UNFIT: Outcome = { status: 'refused', code: 'unfit' };
const isOn = (state: DeliveryState | undefined): boolean => state?.stage === 'sending' || state?.stage === 'waiting';
const WAITS: Readonly<Record<string, string>> = {
  new: 'recipients',
  frozen: 'its hour',
  sending: 'the mail server',
  waiting: 'servers that asked to come again',
  paused: 'staff',
};

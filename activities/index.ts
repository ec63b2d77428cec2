/**
 * What workflows ask of the outside world. A factory over ports: this folder decides nothing and builds no clients; rules
 * live in domain/, the record in sheets/, letters in mail/ and templates/.
 */
import { type FreezeInput, freezeRecipients, lookDelivery, thawRecipients } from './delivery/freeze.ts';
import { type BatchInput, sendBatch } from './delivery/send.ts';
import { markUnknownSent, type SteerInput, steerDelivery } from './delivery/steer.ts';
import * as desk from './desk.ts';
import { writeFigures } from './figures.ts';
import { type TakeInput, takeAnswers } from './intake.ts';
import { createBounces } from './mailing/bounce.ts';
import { sendFreshCalendar } from './mailing/fresh-calendar.ts';
import { createMailingPages } from './mailing/pages.ts';
import { createPreferences } from './mailing/preferences.ts';
import { type LookInput, look, type PerformInput, perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { type ProposeInput, proposePairs } from './propose.ts';
import { type RaiseInput, raiseNeed } from './raise.ts';
import { reviveRuns } from './revive.ts';
import { applyEdits, type SyncInput } from './sync.ts';
import { type TellInput, tell } from './tell.ts';
import { type WatchInput, watchWorkbook } from './watch.ts';

export type * from './delivery/ports.ts';
export type { SteerInput } from './delivery/steer.ts';
export type { DeskDone, DeskInput } from './desk.ts';
export type { FactsOf, RowProcess } from './facts/index.ts';
export type { Newest, TakeInput, Taken } from './intake.ts';
export type { BounceOutcome } from './mailing/bounce.ts';
export type { Known, LookInput, Performed, PerformInput } from './perform.ts';
export type * from './ports.ts';
export { createBounces, createMailingPages, createPreferences };

export const createActivities = (ports: Ports) => ({
  look: (input: LookInput) => look(ports, input),
  perform: (input: PerformInput) => perform(ports, input),
  raiseNeed: (input: RaiseInput) => raiseNeed(ports, input),
  tell: (input: TellInput) => tell(ports, input),
  proposePairs: (input: ProposeInput) => proposePairs(ports, input),
  takeAnswers: (input: TakeInput) => takeAnswers(ports, input),
  applyEdits: (input: SyncInput) => applyEdits(ports, input),
  reviveRuns: (input: SyncInput) => reviveRuns(ports, input),
  watchWorkbook: (input: WatchInput) => watchWorkbook(ports, input),
  refreshDesk: (input: desk.DeskInput) => desk.refreshDesk(ports, input),
  writeDailyLetters: (input: desk.DeskInput) => desk.writeDailyLetters(ports, input),
  writeFigures: (input: Parameters<typeof writeFigures>[1]) => writeFigures(ports, input),
  lookDelivery: (input: { readonly row: string }) => lookDelivery(ports, input),
  freezeRecipients: (input: FreezeInput) => freezeRecipients(ports, input),
  thawRecipients: (input: { readonly row: string }) => thawRecipients(ports, input),
  sendBatch: (input: BatchInput) => sendBatch(ports, input),
  steerDelivery: (input: SteerInput) => steerDelivery(ports, input),
  markUnknownSent: (input: Parameters<typeof markUnknownSent>[1]) => markUnknownSent(ports, input),
  sendFreshCalendar: (input: Parameters<typeof sendFreshCalendar>[1]) => sendFreshCalendar(ports, input),
  handleNeed: (input: Parameters<typeof desk.handleNeed>[1]) => desk.handleNeed(ports, input),
});
export type Activities = ReturnType<typeof createActivities>;

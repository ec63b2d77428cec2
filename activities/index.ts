/**
 * What workflows ask of the outside world. A factory over ports: this folder decides nothing and builds no clients; rules
 * live in domain/, the record in sheets/, letters in mail/ and templates/.
 */
import * as desk from './desk.ts';
import { takeAnswers, type TakeInput } from './intake.ts';
import { look, type LookInput, perform, type PerformInput } from './perform.ts';
import type { Ports } from './ports.ts';
import { proposePairs } from './propose.ts';
import { applyEdits, type SyncInput } from './sync.ts';
import { raiseNeed, type RaiseInput } from './raise.ts';
import { tell, type TellInput } from './tell.ts';
import { type WatchInput, watchWorkbook } from './watch.ts';

export type * from './ports.ts';
export type { DeskDone, DeskInput } from './desk.ts';
export type { TakeInput, Taken } from './intake.ts';
export type { Known, LookInput, Performed, PerformInput } from './perform.ts';
export type { FactsOf, RowProcess } from './facts/index.ts';

export const createActivities = (ports: Ports) => ({
  look: (input: LookInput) => look(ports, input),
  perform: (input: PerformInput) => perform(ports, input),
  raiseNeed: (input: RaiseInput) => raiseNeed(ports, input),
  tell: (input: TellInput) => tell(ports, input),
  proposePairs: (input: { readonly row: string }) => proposePairs(ports, input),
  takeAnswers: (input: TakeInput) => takeAnswers(ports, input),
  applyEdits: (input: SyncInput) => applyEdits(ports, input),
  watchWorkbook: (input: WatchInput) => watchWorkbook(ports, input),
  refreshDesk: (input: desk.DeskInput) => desk.refreshDesk(ports, input),
  writeDailyLetters: (input: desk.DeskInput) => desk.writeDailyLetters(ports, input),
  handleNeed: (input: Parameters<typeof desk.handleNeed>[1]) => desk.handleNeed(ports, input),
});
export type Activities = ReturnType<typeof createActivities>;

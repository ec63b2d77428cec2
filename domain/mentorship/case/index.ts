import type { Instant } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import {
  Effects,
  type Event,
  type Memory,
  type Moment,
  momentWords,
  type Plan,
  recomputed,
  workingDeadline,
} from '../../process/index.ts';

/** An issue that a mentor or mentee reported (M33): receipt, owner, first response, outcome. The partner never hears of it. */

export interface CaseFacts {
  readonly id: string;
  readonly season: string;
  readonly stage: string;
  readonly reporter: string;
  readonly pair: string;
  readonly category: string;
  readonly responded: boolean;
  readonly decision: string;
  readonly memory: CaseMemory | undefined;
  readonly inSheet: boolean;
}
export interface CaseMemory extends Memory {
  readonly version: 1;
  readonly late?: Instant;
}

export function decideCase(facts: CaseFacts, event: Event, moment: Moment): Plan<CaseMemory> {
  const out = new Effects<CaseMemory>(moment, facts.id, facts.stage, facts.memory ?? { version: 1, timers: {} });
  if (event.type === 'start') {
    if (!facts.stage) open(out, facts);
  } else if (event.type === 'due') {
    out.stop(event.timer);
    out.remember({ late: out.now });
  } else if (event.type === 'message') receive(out, facts, event.message);
  if (out.stage === 'Reported')
    out.need({
      cause: `case/${facts.id}`,
      what: 'A reported issue waits for a first response',
      role: 'Case officer',
      actions: ['Done'],
      why: out.memory.late
        ? 'The time for a first response has passed. Speak with the reporter, then tick "First response given".'
        : 'Speak with the reporter, then tick "First response given".',
      ...(out.memory.timers.response ? { due: out.memory.timers.response.at } : {}),
    });
  out.waitingFor = out.stage === 'Reported' ? 'first response' : out.stage === 'Closed' ? 'nothing' : 'outcome';
  out.nextStep =
    out.stage === 'Reported' && out.memory.timers.response
      ? `First response due: ${momentWords(out.memory.timers.response.at)}`
      : out.stage === 'In progress'
        ? 'Write the outcome, then choose Close case.'
        : '';
  return out.plan();
}

type CaseEffects = Effects<CaseMemory>;

function open(out: CaseEffects, facts: CaseFacts): void {
  out.moveTo('Reported', 'program', facts.category);
  const response = workingDeadline(out.moment, 'caseResponse');
  out.start('response', response);
  out.cells.due = response.at;
  out.letter('case-receipt', facts.reporter, 'receipt', { due: response.at });
  out.letter('case-opened', 'role:Case officer', 'opened', { due: response.at });
}

function receive(out: CaseEffects, facts: CaseFacts, message: Message): void {
  if (message.kind === 'recheck') return out.remember({ timers: recomputed(out.memory.timers, out.moment) });
  if (message.kind === 'need') return respond(out);
  if (message.kind !== 'edit') return out.refuse('unknown-message');
  if (facts.responded && out.stage === 'Reported') respond(out);
  if (facts.decision === (out.memory.decision ?? '')) return;
  out.remember({ decision: facts.decision });
  const safety = facts.category === 'Safety or ethics';
  switch (facts.decision) {
    case 'Pause pair':
      return tellPair(out, facts, 'decide', { decision: 'Pause' });
    case 'End pair':
      return tellPair(out, facts, 'decide', { decision: 'End', ...(safety ? { safety: true } : {}) });
    case 'Partner told':
      return tellPair(out, facts, 'need', { cause: 'tell-partner', action: 'Mark told' });
    case 'Close case': {
      out.stop('*');
      out.moveTo('Closed', 'staff', 'Closed by the case officer');
      out.letter('case-closed', facts.reporter, `closed/${out.now}`);
      out.cells.systemNote = 'Closed. The reporter has been told that it is.';
      return;
    }
    case 'Reopen':
      return out.moveTo('In progress', 'staff', 'Opened again');
  }
}

function respond(out: CaseEffects): void {
  out.stop('response');
  out.moveTo('In progress', 'staff', 'First response given');
  out.cells.systemNote = 'Noted. Write the outcome when there is one.';
}

function tellPair(
  out: CaseEffects,
  facts: CaseFacts,
  kind: string,
  data: Readonly<Record<string, string | boolean>>,
): void {
  if (!facts.pair) {
    out.cells.systemNote = 'This case names no pair.';
    return;
  }
  out.tell(`mentorship/${facts.pair}`, kind, `${kind}/${out.now}`, data);
  out.cells.systemNote = 'Passed on to the pair.';
}

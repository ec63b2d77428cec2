import { DAY_MS, fromMs, type Instant, toMs } from '../../calendar/index.ts';
import type { Actor, Message } from '../../messages.ts';
import {
  Effects,
  type Event,
  exactly,
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
  /** Who may decide, by the Staff tab: case officers and those who stand in for one. */
  readonly officers: readonly string[];
  readonly inSheet: boolean;
}
export interface CaseMemory extends Memory {
  readonly version: 1;
  readonly late?: Instant;
  /** A decision chosen in the row, which waits for its signed page. */
  readonly asked?: string;
}

/** The page of a decision works this long. */
const PAGE_DAYS = 7;

/** Nothing is left to do; a decision whose page is out may still be taken. */
export const isCaseOver = ({ stage, memory }: CaseFacts): boolean => stage === 'Closed' && memory?.asked === undefined;

export function decideCase(facts: CaseFacts, event: Event, moment: Moment): Plan<CaseMemory> {
  const out = new Effects<CaseMemory>(moment, facts.id, facts.stage, facts.memory ?? { version: 1, timers: {} });
  if (event.type === 'start') {
    if (!facts.stage) open(out, facts);
  } else if (event.type === 'due') {
    out.stop(event.timer);
    if (event.timer === 'asked') pageExpired(out);
    else out.remember({ late: out.now });
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
  out.waitingFor = out.memory.asked
    ? 'decision of a case officer'
    : out.stage === 'Reported'
      ? 'first response'
      : out.stage === 'Closed'
        ? 'nothing'
        : 'outcome';
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
  switch (message.kind) {
    case 'recheck':
      return out.remember({ timers: recomputed(out.memory.timers, out.moment) });
    case 'need':
      return respond(out);
    case 'case-decide':
      return decideByPage(out, facts, message);
    case 'edit':
      return edited(out, facts);
    default:
      return out.refuse('unknown-message');
  }
}

/**
 * Google does not tell who edited a cell, and a decision about a case needs a name: the cell sends a page to the case officers,
 * each with a link of their own, and the decision counts when one of them takes it there.
 */
function edited(out: CaseEffects, facts: CaseFacts): void {
  if (facts.responded && out.stage === 'Reported') respond(out);
  const { asked, ...rest } = out.memory;
  if (facts.decision === (asked ?? out.memory.decision ?? '')) return;
  out.memory = rest;
  out.stop('asked');
  if (facts.decision === '') {
    out.remember({ decision: '' });
    out.cells.systemNote = asked ? 'Taken back; nothing was decided.' : '';
    return;
  }
  if (isAboutPair(facts.decision) && !facts.pair) {
    out.remember({ decision: facts.decision });
    out.cells.systemNote = 'This case names no pair.';
    return;
  }
  const expires = fromMs(toMs(out.now) + PAGE_DAYS * DAY_MS);
  out.remember({ asked: facts.decision });
  out.start('asked', exactly(expires));
  out.letter('case-decision', 'role:Case officer', `decision/${facts.decision}/${out.now}`, {
    expires,
    data: { decision: facts.decision },
  });
  out.cells.systemNote =
    'Not decided yet: each case officer has a letter with a page, and it counts when one of them decides there.';
}

const isAboutPair = (decision: string): boolean => ['Pause pair', 'End pair', 'Partner told'].includes(decision);

/** Nobody used the page: choosing the decision again sends another one. */
function pageExpired(out: CaseEffects): void {
  const { asked = '', ...rest } = out.memory;
  out.memory = { ...rest, decision: asked };
  out.cells.systemNote = 'Nobody decided on the page in time. Clear the cell and choose again for a new one.';
}

function decideByPage(out: CaseEffects, facts: CaseFacts, message: Message): void {
  const decision = String(message.data?.decision ?? '');
  const officer = message.by.replace(/^person /, '');
  if (!facts.officers.includes(officer)) return out.refuse('not-case-officer');
  if (out.memory.asked === undefined && out.memory.decision === decision) return out.refuse('decided-already');
  if (out.memory.asked !== decision || facts.decision !== decision) return out.refuse('decision-changed');
  const { asked: _, ...rest } = out.memory;
  out.memory = { ...rest, decision };
  out.stop('asked');
  out.cells.decidedBy = officer;
  out.answer('decided');
  carryOut(out, facts, decision, message.by);
}

function carryOut(out: CaseEffects, facts: CaseFacts, decision: string, by: Actor): void {
  const safety = facts.category === 'Safety or ethics';
  if (isAboutPair(decision)) out.note(decision, by);
  switch (decision) {
    case 'Pause pair':
      return tellPair(out, facts, 'decide', { decision: 'Pause' });
    case 'End pair':
      return tellPair(out, facts, 'decide', { decision: 'End', ...(safety ? { safety: true } : {}) });
    case 'Partner told':
      return tellPair(out, facts, 'need', { cause: 'tell-partner', action: 'Mark told' });
    case 'Close case': {
      out.stop('*');
      out.moveTo('Closed', by, 'Closed by the case officer');
      out.letter('case-closed', facts.reporter, `closed/${out.now}`);
      out.cells.systemNote = 'Closed. The reporter has been told that it is.';
      return;
    }
    case 'Reopen':
      out.cells.systemNote = 'Opened again.';
      return out.moveTo('In progress', by, 'Opened again');
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
  out.tell(`mentorship/${facts.pair}`, kind, `${kind}/${out.now}`, data);
  out.cells.systemNote = 'Passed on to the pair.';
}

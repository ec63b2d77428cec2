import { instantAt } from '../../../../domain/calendar/index.ts';
import { decideMailing, isMailingOver, type MailingFacts, type MailingPlan } from '../../../../domain/mailing/index.ts';
import type { Code, Message } from '../../../../domain/messages.ts';
import { dueTimer, type Event, nextDue } from '../../../../domain/process/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/program/index.ts';
import { HOLIDAYS } from '../samples.ts';

export const at = instantAt;
/** An event on Thursday 12 November 2026: the window is 22 October (Thursday) to 5 November, with Republic Day on Monday 26 October. */
export const EVENT = '2026-11-12';

/** A request as the loop of processes leads it: facts from a row, plans applied to it, dates visited in order. */
export class Request {
  facts: MailingFacts;
  now: string;
  settings: Settings = DEFAULT_SETTINGS;
  holidays = HOLIDAYS;
  readonly letters: string[] = [];
  readonly tells: string[] = [];
  readonly history: string[] = [];
  plan: MailingPlan | undefined;
  /** Stage and instant of every move. */
  readonly moves: (readonly [stage: string, at: string])[] = [];
  /** All letters, stages and words of History that any request of this file has seen. */
  static readonly seen = { letters: new Set<string>(), stages: new Set<string>(), history: new Set<string>() };
  #messages = 0;

  constructor(facts: Partial<MailingFacts> = {}, now = at('2026-10-19', '11:00')) {
    this.now = now;
    this.facts = {
      id: 'ML-0000-0001',
      season: '',
      stage: '',
      inSheet: true,
      memory: undefined,
      direction: 'event',
      unit: 'SEDS',
      eventDate: EVENT,
      wished: '',
      missing: [],
      content: 'C1',
      rulesVersion: '2026-11',
      findings: [],
      audience: { fingerprint: 'A1', count: 120, scope: 'own' },
      overloaded: [],
      suggested: '',
      social: 'none',
      forceMajeure: '',
      moderators: ['SF-MOD', 'SF-TWO'],
      approvers: ['SF-CEN'],
      directors: ['SF-DIR'],
      officers: ['SF-COM'],
      initiator: '',
      decision: '',
      ...facts,
    };
  }

  static started(facts: Partial<MailingFacts> = {}, now?: string): Request {
    const request = new Request(facts, now);
    request.wake({ type: 'start' });
    return request;
  }
  /** At moderation since a moment. */
  static handedIn(facts: Partial<MailingFacts> = {}, now?: string): Request {
    const request = Request.started(facts, now);
    request.say('hand-in', 'initiator');
    return request;
  }
  /** Approved and waiting for its day. */
  static scheduled(facts: Partial<MailingFacts> = {}, now?: string): Request {
    const request = Request.handedIn(facts, now);
    if (request.facts.audience.scope === 'broad') request.press('coordinate', 'SF-CEN', { answer: 'yes' });
    request.press('approve', 'SF-MOD');
    return request;
  }

  get stage(): string {
    return this.facts.stage;
  }
  get code(): string {
    return this.plan?.outcome.code ?? '';
  }
  get waits(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.facts.memory?.timers ?? {}).map(([name, timer]) => [name, timer.at]));
  }
  get needs(): string[] {
    return this.plan?.needs.map(({ cause, role }) => `${cause.split('/')[0]}: ${role}`) ?? [];
  }

  wake(event: Event): MailingPlan {
    const plan = decideMailing(this.facts, event, {
      version: '',
      settings: this.settings,
      holidays: this.holidays,
      now: this.now,
    });
    if (plan.stage !== this.stage) this.moves.push([plan.stage, this.now]);
    this.facts = { ...this.facts, stage: plan.stage, memory: plan.memory };
    this.letters.push(...plan.letters.map(({ key, to }) => `${key} → ${to === this.facts.id ? 'initiator' : to}`));
    this.tells.push(...plan.tells.map(({ kind }) => kind));
    this.history.push(...plan.history.map(({ change, by }) => `${change} (${by})`));
    for (const { change, by, why } of plan.history)
      for (const text of [change, by, why]) Request.seen.history.add(text);
    for (const { key } of plan.letters) Request.seen.letters.add(key);
    Request.seen.stages.add(plan.stage);
    this.plan = plan;
    return plan;
  }

  say(kind: string, by: Message['by'], data: Readonly<Record<string, Code>> = {}): string {
    this.wake({ type: 'message', message: { id: `m${this.#messages++}`, kind, by, at: this.now, data } });
    return this.code;
  }
  /** A press on a signed page, which says what the person saw. */
  press(kind: string, who: string, data: Readonly<Record<string, Code>> = {}): string {
    return this.say(kind, `person ${who}`, {
      content: this.facts.content,
      audience: this.facts.audience.fingerprint,
      ...data,
    });
  }
  edit(facts: Partial<MailingFacts>): void {
    this.facts = { ...this.facts, ...facts };
    this.say('edit', 'staff');
  }
  /** Visits every date up to an instant, as the program clock does. */
  move(to: string): void {
    for (let steps = 0; ; steps++) {
      if (steps > 500) throw new Error(`it never rests: ${JSON.stringify(this.waits)}`);
      const next = nextDue(this.facts.memory?.timers ?? {});
      if (next === null || next > to || isMailingOver(this.stage)) break;
      if (next > this.now) this.now = next;
      const timer = dueTimer(this.facts.memory?.timers ?? {}, this.now);
      if (timer === undefined) break;
      this.wake({ type: 'due', timer });
    }
    if (to > this.now) this.now = to;
  }
  /** Letters since the last call. */
  post(): string[] {
    return this.letters.splice(0);
  }
}

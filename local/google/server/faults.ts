import { ApiError } from '../errors.ts';
import { exceeded, type Kind } from './quota.ts';

/** What can go wrong with a call; `after` means that it was carried out and only the answer is lost. */
export type Fault =
  | '429'
  | '500-before'
  | '503-before'
  | '503-after'
  | '500-after'
  | 'cut-before'
  | 'cut-after'
  | 'html-503';

export interface FaultPlan {
  readonly rates: ReadonlyMap<Fault, number>;
  /** calls that fail in a row once a 429 came */
  readonly burst: number;
  /** milliseconds, from and to */
  readonly latency: readonly [number, number];
  readonly seed: number;
}

export const FAULT_HELP = `latency=MS or MS-MS · 429=RATE[xBURST] · 500-before, 500-after, 503-before, 503-after, cut-before, cut-after, html-503 =RATE · seed=N
RATE is a share of calls between 0 and 1; "after" faults answer badly although the call was carried out.
Example: latency=50-200,429=0.02x5,503-after=0.05,cut-before=0.01,seed=7`;

const KINDS: readonly Fault[] = [
  '429',
  '500-before',
  '503-before',
  '503-after',
  '500-after',
  'cut-before',
  'cut-after',
  'html-503',
];

/** Reads a fault specification; throws an Error in plain words when it cannot. */
export function parseFaults(spec: string): FaultPlan {
  const rates = new Map<Fault, number>();
  let latency: [number, number] = [0, 0];
  let burst = 1;
  let seed = 1;
  for (const item of spec.split(',').map((s) => s.trim())) {
    if (item === '') continue;
    const [name = '', value = ''] = item.split('=');
    const kind = KINDS.find((k) => k === name);
    if (name === 'latency') {
      const [from, to = from] = value.split('-').map(Number);
      latency = [number(from, item), number(to, item)];
    } else if (name === 'seed') seed = number(Number(value), item);
    else if (kind) {
      const [rate, times] = value.split('x').map(Number);
      rates.set(kind, share(rate, item));
      if (kind === '429' && times !== undefined) burst = Math.max(1, number(times, item));
    } else throw new Error(`Unknown fault "${item}". Known: ${FAULT_HELP}`);
  }
  return { rates, burst, latency, seed };
}

function number(value: number | undefined, item: string): number {
  if (value === undefined || !Number.isFinite(value) || value < 0) throw new Error(`"${item}" needs a number.`);
  return value;
}

function share(value: number | undefined, item: string): number {
  if (number(value, item) > 1) throw new Error(`"${item}" needs a share between 0 and 1.`);
  return value ?? 0;
}

interface Planned {
  readonly fault: Fault;
  readonly match: RegExp | undefined;
  times: number;
}

/** Decides which calls go wrong: by seeded chance, or the next one that somebody asked to fail. */
export class Faults {
  #plan: FaultPlan | undefined;
  #state = 1;
  #burst = 0;
  #next: Planned[] = [];

  constructor(spec?: string | FaultPlan) {
    this.set(spec);
  }

  set(spec?: string | FaultPlan): void {
    this.#plan = typeof spec === 'string' ? parseFaults(spec) : spec;
    this.#state = this.#plan?.seed ?? 1;
  }

  /** Makes the next call whose `METHOD path` matches fail so. */
  failNext(fault: Fault, match?: RegExp, times = 1): void {
    this.#next.push({ fault, match, times });
  }

  pick(call: string): Fault | undefined {
    const planned = this.#next.find((p) => !p.match || p.match.test(call));
    if (planned) {
      planned.times--;
      if (planned.times <= 0) this.#next = this.#next.filter((p) => p !== planned);
      return planned.fault;
    }
    if (this.#burst > 0) {
      this.#burst--;
      return '429';
    }
    for (const [fault, rate] of this.#plan?.rates ?? []) {
      if (this.#chance() >= rate) continue;
      if (fault === '429') this.#burst = (this.#plan?.burst ?? 1) - 1;
      return fault;
    }
    return undefined;
  }

  delay(): number {
    const [from, to] = this.#plan?.latency ?? [0, 0];
    return from + (to > from ? this.#chance() * (to - from) : 0);
  }

  #chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

export const isFault = (text: unknown): text is Fault => KINDS.some((kind) => kind === text);

/** The error a fault answers with; a 429 is about reads or writes, whichever the call was. */
export function faultError(fault: Fault, kind: Kind): ApiError {
  if (fault === '429') return exceeded(kind, 'User');
  return fault.startsWith('500')
    ? new ApiError(500, 'INTERNAL', 'Internal error encountered.')
    : new ApiError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
}

import type { Instant } from '../../domain/calendar/index.ts';
import type { CopyResult, RecipientLine } from '../../domain/mailing/delivery/index.ts';
import type { ActionLink, Language, Ports } from '../ports.ts';
import type { BulkMailing, BulkRun, CopyTo } from './ports.ts';

export interface HandOverInput {
  readonly run: BulkRun;
  readonly lines: readonly RecipientLine[];
  readonly mailing: BulkMailing;
  readonly now: Instant;
  readonly perMinute: number;
  /** Real time in milliseconds after which no more are begun. */
  readonly until: number;
  /** Those in doubt may be claimed: staff say so. */
  readonly again: boolean;
  /** It was tried often enough: a server that still asks to come again is taken for a no. */
  readonly last: boolean;
}
export interface HandedOver {
  readonly results: readonly CopyResult[];
  /** First recipient that was not begun; undefined when all were. */
  readonly next: number | undefined;
  readonly trouble?: 'unavailable' | 'refused us';
}

/** Claimed together: few enough that a crash leaves few in doubt, many enough that the disk does not set the pace. */
const BLOCK = 8;

/**
 * Hands copies over, each claimed in the journal before and marked after. Ends early when time is up, when it is called off, or when the
 * server lets nothing through; whoever was begun is finished.
 */
export async function handOver(ports: Ports, input: HandOverInput): Promise<HandedOver> {
  const { run, lines, perMinute, until, again } = input;
  const { journal, mail } = ports.bulk;
  const results: CopyResult[] = [];
  const underWay = new Set<Promise<void>>();
  let trouble: HandedOver['trouble'];
  const stop = AbortSignal.any([
    ports.bulk.calledOff(),
    ports.stopping,
    AbortSignal.timeout(Math.max(1, until - Date.now())),
  ]);
  let begun = 0;
  while (begun < lines.length && !trouble && !stop.aborted) {
    const free = await mail.turns(perMinute, Math.min(BLOCK, lines.length - begun), stop);
    if (free === 0) break;
    const block = lines.slice(begun, begun + free);
    await journal.claim(
      run,
      block.map(({ ordinal }) => ordinal),
      again,
    );
    begun += block.length;
    for (const line of block) {
      const sending = one(ports, input, line).then((done) => {
        underWay.delete(sending);
        if (typeof done === 'string') trouble = done;
        else results.push(done);
      });
      underWay.add(sending);
    }
    while (underWay.size > 3 * mail.connections) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return { results, next: lines[begun]?.ordinal, ...(trouble ? { trouble } : {}) };
}

async function one(
  ports: Ports,
  { run, mailing, now, last }: HandOverInput,
  line: RecipientLine,
): Promise<CopyResult | 'unavailable' | 'refused us'> {
  const { ordinal } = line;
  const { status, reply } = await ports.bulk.mail.send(mailing, copyTo(ports, run, mailing.copy.language, line));
  if (status === 'unavailable' || status === 'refused us') {
    ports.bulk.journal.release(
      run,
      [ordinal],
      line.status === 'deferred' || line.status === 'unknown' ? line.status : undefined,
    );
    return status;
  }
  const result: CopyResult = { ordinal, status: status === 'deferred' && last ? 'failed' : status, reply, at: now };
  ports.bulk.journal.mark(run, [result]);
  return result;
}

/** Whoever keeps a mailing for years may still leave. */
const NEVER = '2099-01-01T00:00:00Z';

function copyTo(
  ports: Ports,
  { mailing, freeze }: BulkRun,
  language: Language,
  { ordinal, id, name, email }: RecipientLine,
): CopyTo {
  const link = (action: string): ActionLink => ({ process: `mailing/${mailing}`, action, person: id, expires: NEVER });
  return {
    mailing,
    to: { name, email },
    messageId: ports.messageId(`${mailing}/${freeze}/${ordinal}`),
    bounceKey: `${mailing}/${freeze}/${ordinal}`,
    links: {
      unsubscribe: ports.links.action(link('unsubscribe'), language),
      preferences: ports.links.action(link('preferences'), language),
    },
  };
}

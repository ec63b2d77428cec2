import type { Instant } from '../../domain/calendar/index.ts';
import { Fault } from '../../domain/errors.ts';
import {
  addResults,
  CHUNK,
  type CopyResult,
  chunkHash,
  chunkOf,
  type DeliveryMemory,
  type DeliveryState,
  isLastLater,
  type RecipientLine,
} from '../../domain/mailing/delivery/index.ts';
import { BOUNCED, mailbox, OWN_SCHOOL, UNSUBSCRIBED } from '../../domain/mailing/index.ts';
import { type Around, contentPrint } from '../../domain/mailing/request/index.ts';
import { runId } from '../../domain/messages.ts';
import { counted, type Settings } from '../../domain/program/index.ts';
import { contextOf } from '../facts/context.ts';
import { unitsIn } from '../mailing/around.ts';
import type { Clock, Ports, Row, View } from '../ports.ts';
import { writtenOnce } from './copy.ts';
import { handOver } from './hand-over.ts';
import { deliveryChanges, deliveryOf, withState } from './row.ts';
import { countsFor } from './steer.ts';

/** Recipients of one activity, and how long it may take before it says how far it is. */
const BATCH = 200;
const LONGEST_MS = 10_000;
/** The mailing's own row says how far it is at most this often. */
const TELL_MS = 10_000;

export interface BatchInput {
  readonly row: string;
  readonly now: Instant;
  readonly clock?: Clock;
  readonly state: DeliveryState;
}
export interface BatchDone {
  /** `refused us`, `changed`: nothing goes on before somebody acted. `gone`: the row knows no such delivery. */
  readonly status: 'done' | 'refused us' | 'changed' | 'gone';
  readonly state: DeliveryState;
  readonly touched: readonly string[];
}

/** By mailing: a batch that runs in this process, and when its mailing was last told. */
const running = new Map<string, Promise<unknown>>();
const told = new Map<string, number>();

/** The next batch. One at a time: a try that Temporal has given up may still be handing over here. */
export async function sendBatch(ports: Ports, input: BatchInput): Promise<BatchDone> {
  const before = running.get(input.row);
  const work = (async () => {
    await before?.catch(() => undefined); // Its own caller hears of it.
    return batch(ports, input);
  })();
  running.set(input.row, work);
  try {
    return await work;
  } finally {
    if (running.get(input.row) === work) running.delete(input.row);
  }
}

async function batch(ports: Ports, input: BatchInput): Promise<BatchDone> {
  const { row, state, now } = input;
  const { at, count, pass } = state;
  const until = Date.now() + LONGEST_MS;
  const end = Math.min(count, pass.kind === 'first' ? at + BATCH : (chunkOf(at) + 1) * CHUNK);
  const reserved = await reserve(ports, input, end);
  if (reserved.status !== 'ok') return { status: reserved.status, state, touched: [] };
  const { memory, before } = reserved;
  const isAgain = before?.pass === pass.number && before.from === at && before.journal !== ports.bulk.journal.id;
  const lines = await readLines(ports, memory, at, end, isAgain);
  if (!lines) return release(ports, input, { status: 'changed', state, touched: [] });
  const todo = sorted(ports, input, lines, { elsewhere: isAgain ? before.to : 0, isOut: reserved.isOut });
  const mailing = await writtenOnce(ports, reserved.line, memory.content, reserved);
  const handed = await handOver(ports, {
    run: { mailing: row, freeze: state.freeze },
    lines: todo.open,
    mailing,
    now,
    perMinute: reserved.settings.mailsPerMinute,
    until,
    again: pass.kind === 'again',
    // After those in doubt no pass follows: who is asked to come again then did not get it.
    last: pass.kind === 'again' || (pass.kind === 'later' && isLastLater(state.later)),
  });
  const next = handed.next ?? todo.rest ?? end;
  const results = [...todo.settled, ...handed.results];
  await ports.bulk.recipients.results(
    memory.file,
    results.filter(({ ordinal, status }) => lines[ordinal - at]?.status !== status),
  );
  if (handed.trouble) {
    // What was handed over stands in journal and file, and is counted when this batch comes again.
    const done = await release(ports, input, { status: 'refused us', state, touched: [] });
    if (handed.trouble === 'unavailable') throw new Fault('mail-unavailable');
    return done;
  }
  const counts = addResults(
    state.counts,
    pass.kind,
    results.filter(({ ordinal }) => ordinal < next),
  );
  const after = { ...state, at: next, counts };
  if (next === at) return release(ports, input, { status: 'done', state: after, touched: [] });
  return { status: 'done', state: after, touched: await tellProgress(ports, input, withState(memory, after)) };
}

type Reserved =
  | { readonly status: 'gone' | 'changed' }
  | {
      readonly status: 'ok';
      readonly line: Row<'mailings'>;
      readonly memory: DeliveryMemory;
      readonly before: DeliveryMemory['reserved'];
      readonly isOut: (line: RecipientLine) => string | undefined;
      readonly settings: Settings;
      readonly units: Around['units'];
    };

/** Says in the row, before anything is handed over, how far this worker may come, and how far it is. */
async function reserve(ports: Ports, { row, state, now }: BatchInput, to: number): Promise<Reserved> {
  const { result } = await ports.record.commit((view) => {
    const line = view.row('mailings', row);
    const memory = deliveryOf(line);
    if (!line || memory?.freeze !== state.freeze) return { changes: [], result: { status: 'gone' } as Reserved };
    if (contentPrint(counted(line)) !== memory.content)
      return { changes: [], result: { status: 'changed' } as Reserved };
    const { settings } = contextOf(view);
    const next: DeliveryMemory = {
      ...withState(memory, state),
      reserved: { pass: state.pass.number, from: state.at, to, journal: ports.bulk.journal.id },
    };
    return {
      changes: deliveryChanges(view, row, next, now),
      result: {
        status: 'ok',
        line,
        memory: next,
        before: memory.reserved,
        isOut: leftOutBy(view, memory.unit),
        settings,
        units: unitsIn(view),
      } as Reserved,
    };
  });
  return result;
}

/** Nothing of this reservation was handed over without being written down: whoever comes next need not doubt it. */
async function release(ports: Ports, { row, state, now }: BatchInput, done: BatchDone): Promise<BatchDone> {
  await ports.record.commit((view) => {
    const memory = deliveryOf(view.row('mailings', row));
    if (memory?.freeze !== state.freeze || memory.reserved?.journal !== ports.bulk.journal.id)
      return { changes: [], result: undefined };
    const { reserved: _, ...rest } = memory;
    return { changes: deliveryChanges(view, row, rest, now), result: undefined };
  });
  return done;
}

/** Why somebody gets nothing any more: unsubscribed or bounced since they were frozen. */
function leftOutBy(view: View, unit: string): (line: RecipientLine) => string | undefined {
  const out = new Map<string, (school: string) => string | undefined>();
  for (const { cells } of view.rows('suppressed')) {
    if (cells.lifted || ![UNSUBSCRIBED, BOUNCED].includes(cells.why)) continue;
    const isPartly = cells.why === UNSUBSCRIBED && cells.scope === OWN_SCHOOL;
    const box = mailbox(cells.email);
    const before = out.get(box);
    out.set(box, (school) => (isPartly && school === unit ? before?.(school) : cells.why.toLowerCase()));
  }
  return ({ email, school }) => out.get(mailbox(email))?.(school);
}

/** The chunk as it was frozen, kept for the next batches; where somebody else may have written results it is read anew. */
let kept: { readonly chunk: string; readonly lines: readonly RecipientLine[] } | undefined;

async function readLines(
  ports: Ports,
  memory: DeliveryMemory,
  from: number,
  to: number,
  isRead: boolean,
): Promise<readonly RecipientLine[] | undefined> {
  const out: RecipientLine[] = [];
  for (let number = chunkOf(from); number * CHUNK < to; number++) {
    const first = number * CHUNK;
    const name = `${memory.file}/${number}`;
    const known = kept?.chunk === name && from > first && memory.pass.kind === 'first' && !isRead ? kept : undefined;
    const lines = known
      ? known.lines
      : await ports.bulk.recipients.read(memory.file, first, Math.min(memory.count, first + CHUNK));
    if (!known && chunkHash(lines) !== memory.chunks[number]) return undefined;
    kept = { chunk: name, lines };
    out.push(...lines.filter(({ ordinal }) => ordinal >= from && ordinal < to));
  }
  return out;
}

interface Todo {
  readonly open: readonly RecipientLine[];
  readonly settled: readonly CopyResult[];
  /** Where the next batch goes on, when this one has enough before its end. */
  readonly rest: number | undefined;
}

/** What is known already, what is in doubt, who is left out, and who is still to get it. */
function sorted(
  ports: Ports,
  { row, state, now }: BatchInput,
  lines: readonly RecipientLine[],
  { elsewhere, isOut }: { readonly elsewhere: number; readonly isOut: (line: RecipientLine) => string | undefined },
): Todo {
  const { pass, at } = state;
  const open: RecipientLine[] = [];
  const settled: CopyResult[] = [];
  const entries = ports.bulk.journal.entries({ mailing: row, freeze: state.freeze }, at, at + lines.length);
  const wanted = { first: '', later: 'deferred', again: 'unknown' }[pass.kind];
  for (const line of lines) {
    const { ordinal } = line;
    if (open.length === BATCH) return { open, settled, rest: ordinal };
    const entry = entries.get(ordinal);
    const settle = (status: CopyResult['status'], reply: string) =>
      settled.push({ ordinal, status, reply, at: entry?.at || now });
    if (line.status !== wanted) {
      // A first pass that comes again finds what it wrote before; a later one has nothing to do with the others.
      if (pass.kind === 'first' && line.status !== '') settle(line.status, line.reply);
      continue;
    }
    if (entry?.status === 'sending' || (ordinal < elsewhere && !entry)) {
      const doubt: CopyResult = { ordinal, status: 'unknown', reply: DOUBT, at: now };
      ports.bulk.journal.mark({ mailing: row, freeze: state.freeze }, [doubt]);
      settled.push(doubt);
    } else if (entry && entry.status !== wanted) settle(entry.status, entry.reply);
    else {
      const why = isOut(line);
      if (why) settle('left out', why);
      else open.push(line);
    }
  }
  return { open, settled, rest: undefined };
}
const DOUBT = 'the program stopped while handing it over';

async function tellProgress(ports: Ports, { row, now, clock, state }: BatchInput, memory: DeliveryMemory) {
  const real = ports.realNow();
  if (memory.at >= memory.count || real - (told.get(row) ?? 0) < TELL_MS) return [];
  told.set(row, real);
  const run = runId('mailing', row);
  await ports.runs.leave(run, {
    id: `${row}/${state.freeze}/${state.pass.number}/${memory.at}/progress`,
    kind: 'progress',
    by: 'program',
    at: now,
    data: countsFor(memory),
    ...(clock ? { clock } : {}),
  });
  return [run];
}

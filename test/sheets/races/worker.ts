/** A worker of a race, in a process of its own so that it can be killed: carries out writes and reads edits meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ids } from '../../../setup/index.ts';
import { createRecord, googleClients } from '../../../sheets/index.ts';

/** One write: the record's next step. */
export interface Write {
  readonly id: string;
  readonly step: number;
}
export type ToWorker = Write | 'stop';
export type FromWorker =
  | { readonly done: Write }
  | { readonly failed: Write }
  /** A poll found nothing to do. */
  | { readonly quiet: boolean }
  | { readonly stats: { readonly reads: number; readonly writes: number } };

export const stepOf = ({ id, step }: Write): string => `${id}#${step}`;

const say = (message: FromWorker): void => {
  process.send?.(message);
};

async function main(): Promise<void> {
  const { url, ids } = JSON.parse(process.argv[2] ?? '{}') as { readonly url: string; readonly ids: Ids };
  const record = createRecord({
    ...googleClients(url, 'service-account'),
    ids,
    now: Date.now,
    patience: 20_000,
    runUrl: (_tab, id) => `run/${id}`,
  });
  let stopped = false;
  const write = (asked: Write): Promise<unknown> =>
    record.commit((view) => {
      const shown = view.row('mentors', asked.id)?.cells.nextStep ?? '';
      const now = Number(shown.split('#')[1] ?? 0);
      if (now >= asked.step) return { changes: [], result: undefined };
      return { changes: [{ tab: 'mentors', id: asked.id, cells: { nextStep: stepOf(asked) } }], result: undefined };
    });
  process.on('message', (message: ToWorker) => {
    if (message === 'stop') stopped = true;
    else
      void write(message).then(
        () => say({ done: message }),
        () => say({ failed: message }),
      );
  });
  // The race is over, however it ended.
  process.on('disconnect', () => process.exit());
  say({ quiet: false });
  while (!stopped) {
    await sleep(300 + Math.random() * 300);
    const before = record.stats().writes;
    try {
      const { edits, troubles } = await record.edits('programme');
      await record.told(
        'programme',
        [...edits, ...troubles].flatMap(({ key }) => key ?? []),
      );
      await record.settle();
      say({ quiet: record.stats().writes === before });
    } catch {
      // The network is bad on purpose; the next poll finds the same.
      say({ quiet: false });
    }
    say({ stats: record.stats() });
  }
  process.disconnect();
}

if (process.send) await main();

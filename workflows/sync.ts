import {
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Clock } from '../domain/calendar/index.ts';
import type { RunInput } from '../domain/messages.ts';
import type { Workbook } from '../domain/program/index.ts';
import { Inbox } from './inbox.ts';
import { hint } from './messages.ts';
import { acts, watching } from './profiles.ts';

/** Drive's version is asked for this often; its quota is not that of Sheets. */
const EVERY_SECONDS = 10;
const WATCH_SECONDS = 600;
/** Open rows without a run are looked for this often: after a loss of Temporal's database the sheet starts them anew. */
const REVIVE_EVERY_MS = WATCH_SECONDS * 1000;

/**
 * Reads the edits of staff in one workbook and answers each. A hint reads at once; without hints a watch on Drive's version
 * does. `row` is the workbook's name.
 */
export async function sync(input: RunInput): Promise<void> {
  const inbox = new Inbox(input.clock, input.carried);
  const workbook = input.row as Workbook;
  const watch = new Watch(workbook);
  let hints = 1;
  let read = 0;
  setHandler(hint, () => void hints++);
  let revived = Number.NEGATIVE_INFINITY;
  for (;;) {
    const upTo = hints;
    const asked = inbox.asked;
    if (Date.now() - revived >= REVIVE_EVERY_MS) {
      const { touched } = await acts.reviveRuns({ workbook, now: inbox.now(), ...clockOf(inbox) });
      inbox.touch(touched);
      revived = Date.now();
    }
    watch.taken();
    const done = await acts.applyEdits({ workbook, now: inbox.now(), ...clockOf(inbox) });
    inbox.adopt(done.clock);
    inbox.touch(done.touched);
    read = upTo;
    if (done.again) continue;
    inbox.rest(asked);
    setCurrentDetails(`Read to the end of ${workbook}`);
    if (workflowInfo().continueAsNewSuggested) {
      watch.stop();
      const carried = await inbox.close();
      await continueAsNew<typeof sync>({ row: input.row, carried, ...clockOf(inbox) });
    }
    watch.keep();
    await condition(() => hints > read || inbox.asked > asked || watch.hasMoved);
    inbox.wake();
  }
}

/** One watch on Drive's version at a time; it goes on while edits are read, so that what comes meanwhile is seen by the next. */
class Watch {
  hasMoved = false;
  private readonly workbook: Workbook;
  private version: string | null = null;
  private scope: CancellationScope | undefined;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** What moved so far is being read. */
  taken(): void {
    this.hasMoved = false;
  }

  keep(): void {
    if (this.scope) return;
    const scope = new CancellationScope();
    this.scope = scope;
    const { workbook, version } = this;
    void scope
      .run(() => watching.watchWorkbook({ workbook, version, everySeconds: EVERY_SECONDS, forSeconds: WATCH_SECONDS }))
      .then((answer) => {
        this.version = answer.version;
        this.hasMoved = true;
        this.scope = undefined;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  stop(): void {
    this.scope?.cancel();
  }
}

const clockOf = (inbox: Inbox): { clock?: Clock } => (inbox.clock ? { clock: inbox.clock } : {});

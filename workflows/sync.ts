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
  let hints = 1;
  let read = 0;
  let version: string | null = null;
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
    const done = await acts.applyEdits({ workbook, now: inbox.now(), ...clockOf(inbox) });
    inbox.adopt(done.clock);
    inbox.touch(done.touched);
    read = upTo;
    if (done.again) continue;
    inbox.rest(asked);
    setCurrentDetails(`Read to the end of ${workbook}`);
    if (workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<typeof sync>({ row: input.row, carried, ...clockOf(inbox) });
    }
    version = await watchUntilHint(workbook, version, () => hints > read || inbox.asked > asked);
    inbox.wake();
  }
}

/** Ends with the watch, or with a hint, which cancels it. */
async function watchUntilHint(
  workbook: Workbook,
  version: string | null,
  hinted: () => boolean,
): Promise<string | null> {
  let seen = version;
  await CancellationScope.cancellable(async () => {
    const scope = CancellationScope.current();
    const watch = watching
      .watchWorkbook({ workbook, version, everySeconds: EVERY_SECONDS, forSeconds: WATCH_SECONDS })
      .then((answer) => {
        seen = answer.version;
      });
    await Promise.race([watch, condition(hinted)]);
    scope.cancel();
  }).catch((error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
  return seen;
}

const clockOf = (inbox: Inbox): { clock?: Clock } => (inbox.clock ? { clock: inbox.clock } : {});

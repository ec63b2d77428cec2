import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

/** A worker that died is noticed by its missing heartbeat; every activity beats by itself (worker/heartbeat.ts). */
const HEARTBEAT = '10 seconds';

/**
 * Work on the record and the mail: tried for ever, since a sheet out of quota or a mail server that is down come back, and
 * a code error waits for a fixed build. Ninety seconds hold a commit that waits for its turn under Google's quota.
 */
export const acts = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A watch returns by itself within ten minutes; a worker that died is noticed by its missing heartbeat. */
export const watching = proxyActivities<Activities>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '5 seconds', maximumInterval: '1 minute' },
});

/** Work that comes again by itself the next day: tried a few times, so that a workbook that is missing stops nothing else. */
export const attempted = proxyActivities<Activities>({
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

/** The recipients of a large mailing take minutes to write under Google's quota; repeated, they are written to the same places. */
export const patient = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** A batch of copies: called off it says how far it came, so its end is waited for. */
export const sending = proxyActivities<Activities>({
  startToCloseTimeout: '3 minutes',
  // Shorter: while a batch is missed, nobody gets anything.
  heartbeatTimeout: '6 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

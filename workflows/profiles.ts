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

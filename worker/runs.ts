import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { RunsPort } from '../activities/index.ts';
import {
  fromRunId,
  type Message,
  type Outcome,
  type RunInput,
  runId,
  TASK_QUEUE,
  type WorkflowName,
} from '../domain/messages.ts';
import { deliver, deliverLater, hint } from '../workflows/messages.ts';

/** A caller waits this long for an outcome; then the message is left behind. */
const PATIENCE_MS = 3_000;
const AGAIN = 20;

const SUMMARY: Readonly<Record<WorkflowName, string>> = {
  participant: 'A mentor or mentee',
  cohort: 'A season',
  mentorship: 'A pair',
  case: 'A reported issue',
  mailing: 'A mailing',
  delivery: 'The delivery of a mailing',
  desk: 'The staff queue',
  intake: 'Reads the forms',
  sync: 'Reads the edits of staff',
};

/** Reaches runs through Temporal. Starting one that runs already, or telling the same message twice, changes nothing. */
export function createRuns(client: Client, patienceMs = PATIENCE_MS): RunsPort {
  const options = (name: WorkflowName, input: RunInput) => ({
    workflowId: runId(name, input.row),
    taskQueue: TASK_QUEUE,
    args: [input] as [RunInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    staticSummary: `${SUMMARY[name]} ${input.row}`.trim(),
  });
  const isGone = (error: unknown) => error instanceof WorkflowNotFoundError;
  const isLate = (error: unknown) =>
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    (isGrpcServiceError(error) && (error.code === 4 || error.code === 1));

  async function leave(workflowId: string, message: Message): Promise<void> {
    const { name, key } = fromRunId(workflowId);
    await client.workflow.signalWithStart(name, {
      ...options(name, { row: key, ...(message.clock ? { clock: message.clock } : {}) }),
      signal: deliverLater,
      signalArgs: [message],
    });
  }

  async function ask(workflowId: string, message: Message): Promise<Outcome> {
    try {
      return await client.withDeadline(Date.now() + patienceMs, () =>
        client.workflow.getHandle(workflowId).executeUpdate(deliver, { args: [message], updateId: message.id }),
      );
    } catch (error) {
      if (isGone(error)) return { status: 'refused', code: 'unknown-run' };
      if (!isLate(error)) throw error;
      await leave(workflowId, message);
      return { status: 'pending', code: 'kept' };
    }
  }

  return {
    leave,
    async tell(workflowId, message) {
      for (let i = 0; i < AGAIN; i++) {
        const outcome = await ask(workflowId, message);
        if (outcome.status !== 'again') return outcome;
        await sleep(50);
      }
      await leave(workflowId, message);
      return { status: 'pending', code: 'kept' };
    },
    async start(name, input) {
      await client.workflow.start(name, { ...options(name, input), workflowIdConflictPolicy: 'USE_EXISTING' });
    },
    async openRuns() {
      const open = new Set<string>();
      for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' }))
        open.add(workflowId);
      return open;
    },
    async hint(workflowId) {
      const { name, key } = fromRunId(workflowId);
      await client.workflow.signalWithStart(name, { ...options(name, { row: key }), signal: hint, signalArgs: [] });
    },
  };
}

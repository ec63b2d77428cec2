import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { SEARCH_ATTRIBUTES } from '../../domain/messages.ts';
import { addSearchAttributes } from '../../worker/search-attributes.ts';

const RETENTION_HOURS = 720;
const PATIENCE_MS = 10_000;
/** google.rpc.Code */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Makes a namespace if there is none, keeps its closed runs for 30 days (the dev server's own default is one day) and adds the
 * search attributes it lacks. What is there is left alone, so it may run at every start.
 */
export async function prepareNamespace(
  connection: Connection,
  namespace: string,
  attributes: Readonly<Record<string, string>> = SEARCH_ATTRIBUTES,
): Promise<void> {
  // Made without asking first: the server remembers "no such namespace" for some seconds.
  const workflowExecutionRetentionPeriod = msToTs(RETENTION_HOURS * 3_600_000);
  const service = connection.workflowService;
  const made = await service.registerNamespace({ namespace, workflowExecutionRetentionPeriod }).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, ALREADY_EXISTS)) return false;
      throw error;
    },
  );
  if (!made)
    await service.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: workflowExecutionRetentionPeriod },
    });
  await untilSeen(() => addSearchAttributes(connection, namespace, attributes));
}

/** A namespace just made is not known to every part of the server at once. */
async function untilSeen(act: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!hasCode(error, NOT_FOUND) || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

const hasCode = (error: unknown, code: number): boolean => (error as { code?: unknown } | null)?.code === code;

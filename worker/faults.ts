import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { isErrorCode } from '../domain/errors.ts';

/** Details of errors for the log of this machine; never sent to Temporal. */
export type FaultLog = (code: string, error: unknown) => void;

/**
 * Replaces every error of an activity by its catalogue code, without message, stack or cause: errors of SMTP and Google quote
 * addresses and cells, and histories must not hold them.
 */
export const hideFaults = (log: FaultLog): ActivityInboundCallsInterceptor => ({
  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>) {
    try {
      return await next(input);
    } catch (error) {
      if (isCancellation(error)) throw error;
      const code = codeOf(error);
      log(code, error);
      const failure = ApplicationFailure.create({ message: code, type: code, nonRetryable: false });
      failure.stack = '';
      throw failure;
    }
  },
});

const isCancellation = (error: unknown): boolean => error instanceof Error && error.name === 'CancelledFailure';

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return isErrorCode(code) ? code : 'unexpected';
}

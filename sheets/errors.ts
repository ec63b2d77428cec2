import { type ErrorCode, Fault } from '../domain/errors.ts';

/** A write that was not applied: the baton had moved on, or Google refuses its content. */
export class Refused extends Error {
  readonly why: 'baton' | 'content';
  constructor(why: 'baton' | 'content', options?: ErrorOptions) {
    super(`write refused: ${why}`, options);
    this.name = 'Refused';
    this.why = why;
  }
}

/** A write of which nobody knows whether it was or will be applied. */
export class Unanswered extends Error {
  constructor(options?: ErrorOptions) {
    super('write unanswered', options);
    this.name = 'Unanswered';
  }
}

/** A plan wants a tab that this reading does not hold; it is read and the plan runs again. */
export class Unread extends Error {
  constructor() {
    super('tab not read');
    this.name = 'Unread';
  }
}

/** An error of the catalogue. Google's own words stay in `cause`, cut of anything a cell may have held. */
export const fault = (code: ErrorCode, cause?: unknown): Fault => new Fault(code, cause === undefined ? {} : { cause });

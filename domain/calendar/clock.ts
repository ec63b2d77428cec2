import { fromMs, type Instant } from './instants.ts';

/** The program clock of a rehearsal: frozen at an instant; a higher epoch is a later move. Absent in production. */
export interface Clock {
  readonly epoch: number;
  readonly at: Instant;
  readonly rate: 0;
}

/** Program time: the frozen clock if there is one, else real time. */
export const programNow = (clock: Clock | undefined, realMs: number): Instant => (clock ? clock.at : fromMs(realMs));

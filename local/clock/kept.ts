import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../domain/calendar/index.ts';

export type ClockMode = 'real' | 'frozen';

/** Something the clock cannot do, in words for whoever asked. */
export class ClockError extends Error {}

export const clockFile = (dataDir: string): string => join(dataDir, 'clock.json');

/**
 * The frozen clock that a data folder keeps; undefined for a new folder and for the real time.
 * @throws ClockError where the folder cannot go on in this mode: what was done ahead of the real time would wait for it.
 */
export function keptClock(dataDir: string, mode: ClockMode): Clock | undefined {
  const file = clockFile(dataDir);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { clock?: Clock }) : undefined;
  if (mode === 'real' && kept?.clock)
    throw new ClockError(
      `The data folder ${dataDir} was run with a frozen clock. Start it with --clock frozen, or choose another folder with --data.`,
    );
  return kept?.clock;
}

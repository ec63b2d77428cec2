import { Unanswered } from '../../../sheets/errors.ts';
import type { Wire } from '../../../sheets/types.ts';
import type { VirtualClock } from './clock.ts';
import type { Chance } from './random.ts';
import type { World } from './world.ts';

export interface Weather {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  /** Share of calls that are refused, lost, late, or whose answer is lost; 0 once it is calm. */
  faults(): number;
  say(line: string): void;
}

/** A network between a worker and a workbook. A dead worker hears nothing any more, but what it sent may still arrive. */
export function networkTo(world: World, alive: { readonly yes: boolean }, weather: Weather): Wire {
  const { clock, chance } = weather;
  const latency = (): number => chance.between(10, 90);
  const call = <T>(name: string, write: boolean, work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const fault = chance.maybe(weather.faults()) ? chance.int(4) : -1;
      const answer = (ms: number, reply: () => void): void =>
        clock.after(ms, () => {
          if (alive.yes) reply();
        });
      if (fault === 0) return answer(latency(), () => reject(new Unanswered()));
      if (fault === 1) return answer(latency() * 2, () => reject(new Unanswered()));
      const late = write && fault === 2 ? chance.between(100, 900) : 0;
      // A reading may be answered long after the moment that it shows.
      const slow = !write && fault === 2 ? chance.between(200, 1200) : 0;
      if (late > 0 || fault === 3) answer(400, () => reject(new Unanswered()));
      clock.after(latency() + late, () => {
        try {
          const result = work();
          if (write) weather.say(`${name} applied${late ? ' LATE' : ''}${fault === 3 ? ', answer lost' : ''}`);
          if (fault !== 3) answer(latency() + slow, () => resolve(result));
        } catch (error) {
          weather.say(`${name} refused`);
          if (fault !== 3) answer(latency(), () => reject(error));
        }
      });
    });
  return {
    read: (ask) => call('read', false, () => world.reading(ask.book)),
    commit: (batch) =>
      call(
        `commit ${batch.lines.map(({ entry }) => `${entry.id}.${entry.rev}${entry.seen ? '' : '?'}`).join(' ')}`,
        true,
        () => world.commit(batch),
      ),
    show: (cells) =>
      call(`show ${cells.map((cell) => `${cell.row}.${cell.column}=${cell.value}`).join(' ')}`, true, () =>
        world.show(cells),
      ),
    version: async () => '1',
  };
}

import { decideMailing, isMailingOver } from '../domain/mailing/index.ts';
import type { Ended, RunInput } from '../domain/messages.ts';
import { runProcess } from './process.ts';

/** A request for a mailing: receipt, moderation within a working day, its day, the report. What is sent goes through a run of its own. */
export const mailing = (input: RunInput): Promise<Ended> =>
  runProcess(
    {
      name: 'mailing',
      decide: (facts, [event], moment) => {
        if (!event) throw new Error('a mailing is decided one event at a time');
        return decideMailing(facts, event, moment);
      },
      isOver: (facts) => isMailingOver(facts.stage),
    },
    input,
  );

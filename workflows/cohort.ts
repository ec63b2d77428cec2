import { decideCohort, type Matching, matchingFor } from '../domain/mentorship/index.ts';
import type { Ended, RunInput } from '../domain/messages.ts';
import { runProcess } from './process.ts';
import { acts } from './profiles.ts';

/** A season: applications, choice rounds, matching, next choices. It alone writes proposed pairs. */
export const cohort = (input: RunInput): Promise<Ended> =>
  runProcess(
    {
      name: 'cohort',
      looksAround: true,
      prepare: async (facts, event) => {
        const order = matchingFor(facts, event);
        return order && acts.proposePairs({ row: facts.id, ...order });
      },
      decide: (facts, [event], moment, matching) => {
        if (!event) throw new Error('a season is decided one event at a time');
        return decideCohort(facts, event, moment, matching as Matching | undefined);
      },
      isOver: (facts) => facts.stage === 'Closed',
    },
    input,
  );

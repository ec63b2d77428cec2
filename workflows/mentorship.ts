import type { PairFacts } from '../domain/mentorship/index.ts';
import { decidePair, isPairOver, needsPlaces } from '../domain/mentorship/index.ts';
import type { Ended, Message, RunInput } from '../domain/messages.ts';
import type { Places } from '../domain/process/index.ts';
import type { Inbox } from './inbox.ts';
import { runProcess } from './process.ts';
import { acts } from './profiles.ts';

/**
 * A pair, six months and more: proposed, asked, agreed, at work with a check each month, closing, over. What each stage does
 * stands in domain/mentorship/pair; here it meets time and the other runs.
 */
export const mentorship = (input: RunInput): Promise<Ended> =>
  runProcess(
    {
      name: 'mentorship',
      prepare: (facts, event, inbox) =>
        needsPlaces(facts, event) ? takePlaces(facts, inbox) : Promise.resolve(undefined),
      decide: (facts, [event], moment, places) => {
        if (!event) throw new Error('a pair is decided one event at a time');
        return decidePair(
          facts,
          event.type === 'start' ? event : { ...event, ...(places ? { places: places as Places } : {}) },
          moment,
        );
      },
      isOver: (facts) => isPairOver(facts.stage),
    },
    input,
  );

/** Asks each person's own run for a place, the mentee first; if the mentor has none, the mentee's is given back. */
async function takePlaces(facts: PairFacts, inbox: Inbox): Promise<Places> {
  if (!(await held(facts, facts.mentee, inbox))) return 'mentee';
  if (await held(facts, facts.mentor, inbox)) return 'taken';
  await acts.tell({
    to: `participant/${facts.mentee}`,
    message: message(facts, 'free', inbox, { pair: facts.id, result: 'given-back' }),
  });
  return 'mentor';
}

async function held(facts: PairFacts, person: string, inbox: Inbox): Promise<boolean> {
  const outcome = await acts.tell({
    to: `participant/${person}`,
    message: message(facts, 'hold', inbox, { pair: facts.id }),
  });
  inbox.touch([`participant/${person}`]);
  return outcome.status === 'done' && outcome.code === 'held';
}

const message = (facts: PairFacts, kind: string, inbox: Inbox, data: NonNullable<Message['data']>): Message => ({
  id: `${facts.id}/${kind}/${facts.memory?.wake ?? 0}`,
  kind,
  by: 'program',
  at: inbox.now(),
  data,
  ...(inbox.clock ? { clock: inbox.clock } : {}),
});

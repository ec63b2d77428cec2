import { sleep } from '@temporalio/workflow';
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
  await giveBack(facts, facts.mentee, inbox);
  return 'mentor';
}

/** How often a person's run is asked again that does not answer; each question waits a few seconds by itself. */
const PATIENCE = 20;

/**
 * Whether this person's run gave the place. A run that is busy answers later, under the same message; one that stays silent
 * hears, behind that message, that the place is not wanted any more, so that none stays taken for nothing.
 */
async function held(facts: PairFacts, person: string, inbox: Inbox): Promise<boolean> {
  const to = `participant/${person}`;
  const asking = message(facts, 'hold', inbox, { pair: facts.id });
  inbox.touch([to]);
  for (let i = 0; i < PATIENCE; i++) {
    const outcome = await acts.tell({ to, message: asking });
    if (outcome.status === 'done') return outcome.code === 'held';
    if (outcome.status === 'refused') return false;
    await sleep('1 second');
  }
  await giveBack(facts, person, inbox);
  return false;
}

const giveBack = (facts: PairFacts, person: string, inbox: Inbox): Promise<unknown> =>
  acts.tell({
    to: `participant/${person}`,
    message: message(facts, 'free', inbox, { pair: facts.id, result: 'given-back' }),
  });

const message = (facts: PairFacts, kind: string, inbox: Inbox, data: NonNullable<Message['data']>): Message => ({
  id: `${facts.id}/${kind}/${facts.memory?.wake ?? 0}`,
  kind,
  by: 'program',
  at: inbox.now(),
  data,
  ...(inbox.clock ? { clock: inbox.clock } : {}),
});

import { isLetterKey } from '../domain/letters/index.ts';
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
        const plan = decideMailing(facts, event, moment);
        const letters = plan.posts.flatMap((post) => (isLetterKey(post.key) ? [{ ...post, key: post.key }] : []));
        return { ...plan, letters };
      },
      isOver: (facts) => isMailingOver(facts.stage),
    },
    input,
  );

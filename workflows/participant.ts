import { decideParticipant, isParticipantOver, participantDues, withWaiting } from '../domain/mentorship/index.ts';
import type { Ended, RunInput } from '../domain/messages.ts';
import { runProcess } from './process.ts';

/** A mentor or mentee, from application to the end of the programme year: places and letters of one person are kept here. */
export const participant = (input: RunInput): Promise<Ended> =>
  runProcess(
    {
      name: 'participant',
      decide: (facts, events, moment) => decideParticipant(facts, events, moment),
      isOver: (facts) => isParticipantOver(facts.stage, facts.memory, facts.waiting.length),
      absorb: withWaiting,
      dues: participantDues,
    },
    input,
  );

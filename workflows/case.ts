import { decideCase, isCaseOver } from '../domain/mentorship/index.ts';
import type { Ended, RunInput } from '../domain/messages.ts';
import { runProcess } from './process.ts';

/** An issue somebody reported: receipt, first response, outcome. A closed one may be opened again from its row. */
export const caseWorkflow = (input: RunInput): Promise<Ended> =>
  runProcess(
    {
      name: 'case',
      decide: (facts, [event], moment) => {
        if (!event) throw new Error('a case is decided one event at a time');
        return decideCase(facts, event, moment);
      },
      isOver: isCaseOver,
    },
    input,
  );

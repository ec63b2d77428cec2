import type { Column, Kind, Owner } from './types.ts';

/** Makes one column; the rest of the declaration is optional. */
export const column = <const K extends Kind, const O extends Owner, const R extends Partial<Column> = object>(
  header: string,
  kind: K,
  owner: O,
  help: string,
  rest?: R,
) => ({ header, kind, owner, help, ...rest }) as { header: string; kind: K; owner: O; help: string } & R;

const program = <const K extends Kind, const R extends Partial<Column> = object>(
  header: string,
  kind: K,
  help: string,
  rest?: R,
) => column(header, kind, 'program', help, rest);

/** Every row's first column. */
export const ID = program('ID', 'text', 'The name of this row. Made by the program; leave it as it is.');

/** Letters of other runs lie in the reader's row until they go out as one. */
export const WAITING = program('Waiting letters', 'memory', 'Letters for the next slot of this person.', {
  hidden: true,
  fact: true,
});

/** What every row of a process shows, after its own columns. */
export const PROCESS_COLUMNS = {
  season: program('Season', 'text', 'The season this row belongs to.', { fact: true }),
  stage: program('Stage', 'text', 'Where the process stands.', { fact: true }),
  nextStep: program('Next step', 'text', 'What happens next, and when.'),
  systemNote: program('System note', 'text', 'The answer to the last edit of this row.'),
  staffNote: column('Staff note', 'long text', 'staff', 'For you. The program never reads it.', { personal: true }),
  run: program('Run', 'link', 'The run of this process, for operators.'),
  memory: program('Memory', 'memory', 'What the program needs to go on after a loss.', { hidden: true, fact: true }),
} as const;

import type { Message, Outcome } from '../domain/messages.ts';
import type { Ports } from './ports.ts';

export interface TellInput {
  readonly to: string;
  readonly message: Message;
}
/** Asks another run and waits for its answer; `pending` when it did not answer in time and will find the message later. */
export const tell = (ports: Ports, { to, message }: TellInput): Promise<Outcome> => ports.runs.tell(to, message);

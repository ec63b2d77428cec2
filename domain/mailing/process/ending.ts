import type { LetterKey } from '../../letters/index.ts';
import type { Actor } from '../../messages.ts';
import { stopSpan } from '../clock.ts';
import { cancelSocial } from './social.ts';
import { deliveryRun, type Mailing } from './types.ts';

type EndStage = 'Done' | 'Refused' | 'Rejected' | 'Withdrawn';

/** Ends the process; who waits for it hears of it, and nothing is left waiting. */
export function end(mailing: Mailing, stage: EndStage, by: Actor, why: string, letter?: LetterKey): void {
  const { out } = mailing;
  const wasFrozen = out.stage === 'Scheduled';
  out.remember({ spans: stopSpan(out.memory.spans, out.now) });
  if (stage !== 'Done') {
    cancelSocial(mailing);
    if (wasFrozen) out.tell(deliveryRun(out.row), 'thaw', `thaw/${out.memory.round}`);
  }
  out.moveTo(stage, by, why);
  if (letter) out.letter(letter, out.row, stage.toLowerCase());
}

/** No day is left: refused instead of late; the letter says what is still open (the next digest, the School's page, a social post). */
export function refuseLate(mailing: Mailing): void {
  mailing.out.refuse('mailing-late');
  end(mailing, 'Refused', 'program', 'The window has passed', 'mailing-refused');
}

/** The initiator takes it back, at any time before it is being sent. */
export function withdraw(mailing: Mailing, by: Actor): void {
  const { out } = mailing;
  if (!['Draft', 'In moderation', 'Returned', 'Scheduled'].includes(out.stage))
    return out.refuse(`mailing-${out.stage.toLowerCase()}`);
  const wasAsked = out.stage === 'In moderation' || out.stage === 'Scheduled';
  out.answer('mailing-withdrawn');
  end(mailing, 'Withdrawn', by, 'Taken back', 'mailing-withdrawn');
  if (wasAsked) out.letter('mailing-stopped', 'role:Moderator', 'withdrawn');
}

import type { Instant } from '../calendar/index.ts';
import type { LetterOrder } from '../letters/index.ts';
import { PAIR_END_STAGES } from '../program/index.ts';
import type { PairMemory } from './pair/index.ts';
import type { ParticipantMemory } from './participant/index.ts';

/** What the row a letter is about shows when the letter is about to go. */
export interface AboutRow {
  readonly stage: string;
  readonly memory: PairMemory | undefined;
  /** Which side the reader is on, for a pair. */
  readonly side: 'mentee' | 'mentor' | undefined;
  /** What a participant's own run remembers, for a letter about a person. */
  readonly person?: ParticipantMemory | undefined;
  readonly now: Instant;
}

/** Whether a letter that waited for its slot still has a point (lifecycle of letters): answered questions are not asked again. */
export function stillTrue(order: LetterOrder, about: AboutRow): boolean {
  const { memory, now, person, side, stage } = about;
  const month = String(order.data?.month ?? '');
  const check = memory?.checks?.[month];
  switch (order.key) {
    case 'check':
    case 'check-midway':
    case 'check-notice':
    case 'check-reminder':
      return stage === 'Active' || stage === 'Closing' ? side !== undefined && check?.[side] === undefined : false;
    case 'contact-nudge':
    case 'partner-nudge':
    case 'readjust':
      return stage === 'Active';
    case 'plan-reminder':
      return stage === 'Active' && side !== undefined && !memory?.planned[side];
    case 'ask-mentor-reminder':
      return stage === 'Asking mentor';
    case 'agreement-reminder':
      return stage === 'Agreement' && side !== undefined && !memory?.confirmed[side];
    case 'survey-reminder':
      return stage === 'Closing' && side !== undefined && !memory?.surveyed[side];
    case 'extension-asked':
      return (
        stage === 'Active' && memory?.extension !== undefined && side !== undefined && !memory.extension.agreed[side]
      );
    case 'goals-asked':
      return stage === 'Active' && side !== undefined && !memory?.goals[side];
    case 'fresh-link':
      return side === undefined || !(PAIR_END_STAGES as readonly string[]).includes(stage);
    case 'incomplete':
      return stage === 'Incomplete';
    case 'training-invitation':
    case 'training-missed':
      return stage === 'Training' && person?.booked === undefined;
    case 'training-reminder':
      return stage === 'Training' && person?.booked?.session === order.data?.session && String(order.due) > now;
    case 'eligible-mentor':
    case 'eligible-mentee':
      return ['Eligible', 'Choosing', 'Waiting', 'Matched'].includes(stage);
    case 'choose':
    case 'choose-reminder':
      return stage === 'Choosing' && person?.round?.chosen === false && person.round.closes > now;
    case 'waiting':
    case 'waiting-season-over':
      return stage === 'Waiting';
    case 'silent-mentor':
      return stage === 'Paused';
    default:
      return true;
  }
}

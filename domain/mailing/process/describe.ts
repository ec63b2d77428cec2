import { momentWords } from '../../process/index.ts';
import { MAILING_END_STAGES } from '../../program/index.ts';
import { clockRules, hoursWorked } from '../clock.ts';
import type { Mailing } from './types.ts';

export const isMailingOver = (stage: string): boolean => (MAILING_END_STAGES as readonly string[]).includes(stage);

const WAITS: Readonly<Record<string, string>> = {
  Draft: 'the initiator',
  'In moderation': 'moderation',
  Returned: 'the initiator',
  Scheduled: 'its hour',
  Sending: 'the delivery',
  Sent: 'the social post',
};

/** The spans of the clock as staff read them: 6 h + 2.5 h. */
function spans({ out }: Mailing): string {
  const rules = clockRules(out.moment.settings);
  const hours = out.memory.spans.map((span) => `${hoursWorked(span, out.now, rules, out.moment.holidays)} h`);
  return hours.length > 0 ? ` Working time so far: ${hours.join(' + ')}.` : '';
}

/** Next step in words for staff, and what the run waits for, for operators. */
export function describe(mailing: Mailing): void {
  const { out, facts } = mailing;
  out.waitingFor = isMailingOver(out.stage) ? 'nothing' : (WAITS[out.stage] ?? 'a date');
  const at = (name: string) => {
    const timer = out.memory.timers[name];
    return timer ? momentWords(timer.at) : '';
  };
  const closes = at('window') ? ` The window closes ${at('window')}.` : '';
  switch (out.stage) {
    case 'Draft':
      out.nextStep = `The initiator hands it in.${closes}`;
      break;
    case 'In moderation':
      out.nextStep = `${out.memory.breached ? 'Overdue' : `Due ${at('due')}`}.${spans(mailing)}${closes}`;
      break;
    case 'Returned':
      out.nextStep = `${out.memory.fix ? 'The initiator consents to the fix' : 'The initiator puts it right'}; the clock stands.${spans(mailing)}${closes}`;
      break;
    case 'Scheduled':
      out.nextStep =
        facts.social === 'only'
          ? 'The communication officer posts it.'
          : at('send')
            ? `Goes out ${at('send')}.`
            : `Held for overlap.${closes}`;
      break;
    case 'Sending':
      out.nextStep = out.memory.paused
        ? 'Paused.'
        : `${out.memory.delivery?.sent ?? 0} of ${facts.audience.count} sent.`;
      break;
    case 'Sent':
      out.nextStep = 'The communication officer confirms the post.';
      break;
    default:
      out.nextStep = '';
  }
}

/** What somebody can do behind a signed link: the page's words, its fields, and the message it sends. */
import { CONTACT_METHODS } from './program/vocabulary.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** What may be chosen; with none, the answer is typed. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly typed?: 'date' | 'time';
  readonly required: boolean;
  readonly fallback?: string;
}
export interface Action {
  readonly title: string;
  readonly explain: string;
  readonly button: string;
  readonly fields: readonly Field[];
  /** Kind of the message the press sends; `null`: the page only shows something. */
  readonly kind: string | null;
  /** Ends or refuses something: the button looks so, and the page says what follows. */
  readonly grave?: true;
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const action = (
  title: string,
  explain: string,
  button: string,
  kind: string | null,
  fields: readonly Field[] = [],
): Action => ({ title, explain, button, kind, fields });
const grave = (
  title: string,
  explain: string,
  button: string,
  kind: string,
  fields: readonly Field[] = [],
): Action => ({ title, explain, button, kind, fields, grave: true });

const ACTIONS = {
  accept: action(
    'Accept this request?',
    "After that you both get each other's name and contact data, and an agreement to confirm.",
    'Accept',
    'accept',
  ),
  decline: grave(
    'Decline this request?',
    'Nobody asks for a reason. The other side only hears that there was no place this time.',
    'Decline',
    'decline',
  ),
  confirm: action(
    'Confirm the agreement?',
    'You have read the agreement in your letter. The six months begin when both of you have confirmed.',
    'Confirm',
    'confirm',
  ),
  refuse: grave(
    'Not confirm the agreement?',
    'The place is released and the other side is told in neutral words. Nobody is at fault.',
    'Do not confirm',
    'refuse',
  ),
  plan: action(
    'Have you made your plan?',
    'We ask only how you keep contact and how often you meet. The plan itself stays with the two of you.',
    'Save',
    'plan',
    [
      { name: 'contact', label: 'How do you keep contact?', choices: same(CONTACT_METHODS), required: true },
      {
        name: 'rhythm',
        label: 'How often?',
        choices: same(['Every week', 'Every two weeks', 'Every month']),
        required: true,
      },
    ],
  ),
  meet: action(
    'When do you meet?',
    'Both of you get it for your calendars. We never ask what you talk about. Said again, it moves.',
    'Put it into our calendars',
    'meet',
    [
      { name: 'day', label: 'Day', choices: [], typed: 'date', required: true },
      { name: 'time', label: 'Time, where you are', choices: [], typed: 'time', required: true },
      {
        name: 'minutes',
        label: 'How long?',
        choices: [
          { value: '30', label: 'Half an hour' },
          { value: '60', label: 'An hour' },
          { value: '90', label: 'An hour and a half' },
        ],
        required: true,
        fallback: '60',
      },
    ],
  ),
  unmeet: grave(
    'Call the meeting off?',
    'Both calendars forget it. You can name another day at any time.',
    'Call it off',
    'unmeet',
  ),
  check: action(
    'Did you talk this month?',
    'One answer is enough. We never ask what you talked about.',
    'Send',
    'check',
    [
      {
        name: 'talked',
        label: 'Did you talk?',
        choices: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        required: true,
      },
      { name: 'channel', label: 'How? (if you did)', choices: same(CONTACT_METHODS), required: false },
      {
        name: 'concern',
        label: 'Is there anything that worries you? Only the Center sees this.',
        choices: [
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes, please contact me' },
        ],
        required: true,
        fallback: 'no',
      },
    ],
  ),
  here: action(
    'Are you still there?',
    'Your partner would like to hear from you. One press tells us that you are here; then write to them, if you can.',
    'I am here',
    'here',
  ),
  silent: action(
    'Your partner does not answer?',
    'We write them a friendly letter without naming a reason. If no sign comes within a week, the Center takes over.',
    'Ask for help',
    'silent',
  ),
  pause: action(
    'Pause the mentorship?',
    'Nothing is asked while it pauses. It resumes by itself, and the end moves by the same time.',
    'Pause',
    'pause',
    [
      {
        name: 'days',
        label: 'For how long?',
        choices: [
          { value: '7', label: 'A week' },
          { value: '14', label: 'Two weeks' },
          { value: '30', label: 'A month' },
        ],
        required: true,
        fallback: '14',
      },
    ],
  ),
  resume: action('Go on?', 'Everything continues from here.', 'Go on', 'resume'),
  end: grave(
    'End the mentorship?',
    'Either side may stop at any time, without a reason. Your partner is told in neutral words, and the Center knows.',
    'End it',
    'end',
    [
      {
        name: 'how',
        label: 'What fits?',
        choices: [
          { value: 'end', label: 'I would like to stop' },
          { value: 'goals', label: 'We have reached our goals' },
        ],
        required: true,
        fallback: 'end',
      },
    ],
  ),
  agree: action('Do you agree?', 'It holds when both of you agree.', 'I agree', 'agree'),
  disagree: action('Do you not agree?', 'Then everything stays as it is.', 'I do not agree', 'disagree'),
  continue: action(
    'Go on informally?',
    'If both of you say so, you simply carry on. The Center no longer asks and is no longer responsible.',
    'We go on',
    'continue',
  ),
  stop: action('Finish here?', 'Thank you for the time you gave.', 'We finish here', 'stop'),
  book: action(
    'Book this session?',
    'You get a letter with a calendar file. Booking another session moves your place.',
    'Book',
    'book',
  ),
  cancel: grave(
    'Cancel your booking?',
    'You may book another session from your letter.',
    'Cancel the booking',
    'cancel',
  ),
  rest: action(
    'Pause your participation?',
    'No request reaches you until you come back, which is one press in the letter that follows. Open requests are withdrawn.',
    'Pause',
    'pause',
  ),
  leave: grave(
    'Leave the programme?',
    'Open requests are withdrawn and partners are told in neutral words. You can come back at any time by the form.',
    'Leave',
    'leave',
  ),
  catalogue: action(
    'Choose your mentors',
    'Rank the mentors you would like, first choice first.',
    'Save my ranking',
    'chosen',
  ),
  'case-decide': action(
    'Take this decision?',
    'It is taken in your name, which History and the row keep. Nothing of the case reaches the partner.',
    'Decide',
    'case-decide',
  ),
  'confirm-address': action(
    'Is this your new address?',
    'From then on our letters go there. If it was not you, leave this page: nothing changes.',
    'Use the new address',
    'confirm-address',
  ),
  handbook: action('Handbook', '', '', null),
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];
export const isAction = (name: string): name is ActionName => Object.hasOwn(ACTIONS, name);
export const actionOf = (name: ActionName): Action => ACTIONS[name];

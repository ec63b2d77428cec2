import { type Html, html } from './html.ts';

const list = (items: readonly string[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const BOTH = [
  'Talk at least once a month, in the way you both like: by phone, mail, video or in person.',
  'Agree early on how and when you keep contact, and look at it again when a semester begins.',
  'What you share stays between the two of you, except where ethics or safety are concerned.',
  'Tell the Center about any issue; every letter has a link for it.',
  'Answer the short surveys; they decide what the next season does better.',
] as const;
const MENTOR = [
  'Help your mentee to set goals, follow progress and adapt when things change.',
  'Help with a long-term and a short-term action plan; read the development plan and say what you think of it.',
  'Keep up the contact, answer in good time, clarify, and look for answers together.',
  'Support career planning: aims, network, CV, interviews. Encourage professional conduct by your own example.',
  'Encourage reflection; decisions and mistakes remain those of the mentee.',
] as const;
const MENTEE = [
  'Set clear goals, and build your development plan from what you talk about.',
  'Be available and engaged, listen actively, and respect the time your mentor gives.',
  'Keep your requests fitting: a mentor is not asked for a job or an internship.',
  'Keep notes for yourself and a log of your conversations.',
  'At the end, send your mentor a formal thank-you note.',
] as const;

/** The handbook of a role (M31–M37, M40, M41), for those who lost the letter. */
export function handbookOf(person: string): Html {
  const mentor = person.startsWith('MR-');
  return html`<h1>Handbook for ${mentor ? 'mentors' : 'mentees'}</h1><h2>For both</h2>${list(BOTH)}<h2>For you</h2>${list(mentor ? MENTOR : MENTEE)}
    <h2>Your action plan</h2>${list(["The other's goals and expectations", 'Contact data and preferred way of contact', 'Joint goals, long-term and short-term', 'Log of conversations and notes', mentor ? 'Feedback on the development plan' : 'Development plan'])}`;
}

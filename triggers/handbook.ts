import { type Html, html } from './html.ts';
import type { Reader } from './reader.ts';

const list = (items: readonly string[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** The handbook of a role (M31–M37, M40, M41), for those who lost the letter. */
export function handbookOf(person: string, { words }: Reader): Html {
  const isMentor = person.startsWith('MR-');
  const { handbook } = words;
  return html`<h1>${isMentor ? handbook.mentor : handbook.mentee}</h1><h2>${handbook.forBoth}</h2>${list(handbook.both)}<h2>${handbook.forYou}</h2>${list(isMentor ? handbook.mentorPoints : handbook.menteePoints)}
    <h2>${handbook.plan}</h2>${list([...handbook.planPoints, isMentor ? handbook.mentorPlan : handbook.menteePlan])}`;
}

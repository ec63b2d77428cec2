import type { Check } from './index.ts';

/** Texts that only rows and letters may hold: names, addresses, phones, whatever somebody wrote. */
export const nothingPersonalInTemporal: Check = ({ runs, cast, tabs }) => {
  const words = new Map<string, string>();
  for (const actor of cast)
    for (const [key, value] of Object.entries(actor.answers))
      if (['name', 'email', 'phone', 'goals', 'about', 'employer'].includes(key) && typeof value === 'string')
        words.set(value, `${key} of a ${actor.role}`);
  for (const row of [...tabs.staff, ...tabs.alumni]) {
    if (row.name) words.set(row.name, 'name in Staff or Alumni');
    if (row.email) words.set(row.email, 'address in Staff or Alumni');
  }
  for (const row of tabs.evaluations)
    for (const text of [row.experience, row.improve]) if (text) words.set(text, 'words of a survey');
  for (const row of [...tabs.cases, ...tabs.concerns]) if (row.words) words.set(row.words, 'words of a report');
  const wrong: string[] = [];
  for (const run of runs)
    for (const [text, what] of words) if (run.text.includes(text)) wrong.push(`${run.id} holds the ${what}`);
  return { checked: runs.length * words.size, wrong };
};

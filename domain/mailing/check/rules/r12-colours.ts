import type { Found, Rule } from '../rule.ts';

/** Black, white and what lies between: no colour of anybody's brand. */
function isGrey(value: string): boolean {
  const parts = [1, 3, 5].map((from) => Number.parseInt(value.slice(from, from + 2), 16));
  return Math.max(...parts) - Math.min(...parts) <= 12;
}

/** R12: colours of the University's Brandbook, as listed in Settings. */
export const colours: Rule = {
  id: 'R12',
  ofText: true,
  judge: ({ mailing, rules: { brandColours } }) => {
    const seen = new Set<string>();
    const found: Found[] = [];
    for (const { value, at } of mailing.colours) {
      if (seen.has(value) || brandColours.has(value) || isGrey(value)) continue;
      seen.add(value);
      const allowed = [...brandColours].join(', ');
      found.push({
        code: allowed === '' ? 'colour-unlisted' : 'colour-foreign',
        at,
        text: value,
        found: value,
        allowed: allowed || null,
        severity: 'warning',
      });
    }
    return found;
  },
};

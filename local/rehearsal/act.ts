import type { Answered, Letter, LocalClient } from '../client/index.ts';
import type { Actor } from './cast.ts';
import { type Offer, offersIn } from './letter.ts';

/** What somebody means to do on a day, because of a letter. */
export interface Intention {
  readonly actor: Actor;
  readonly day: number;
  readonly offer: Offer;
  readonly how: 'press' | 'rank' | 'survey';
  readonly fields?: Readonly<Record<string, string>>;
}

/** Months into a pair at which some tempers do what they are known for. */
const LEAVES_AT = 3;
const FINISHES_AT = 4;
const WORRIES_AT = 2;

/** What a person does about a letter, by temper; nothing for letters that only tell. `day` is today, `n` counts such letters. */
export function intentionsFor(actor: Actor, letter: Letter, day: number, count: (what: string) => number): Intention[] {
  const offers = offersIn(letter);
  const seen = new Set<string>();
  const out: Intention[] = [];
  for (const offer of offers) {
    const one = `${offer.process}/${group(offer.action)}`;
    // Of several buttons about one question, people press one.
    if (seen.has(one)) continue;
    seen.add(one);
    out.push(...intentionFor(actor, offer, offers, day, count));
  }
  return out;
}

/** Buttons that answer the same question. */
const GROUPS: Readonly<Record<string, string>> = {
  decline: 'accept',
  refuse: 'confirm',
  disagree: 'agree',
  stop: 'continue',
  cancel: 'calendar',
};
const group = (action: string): string => GROUPS[action] ?? action;

function intentionFor(
  actor: Actor,
  offer: Offer,
  offers: readonly Offer[],
  day: number,
  count: (what: string) => number,
): Intention[] {
  const { temper, random, role } = actor;
  const soon = temper === 'late' ? random.whole(4, 7) : random.whole(0, 1);
  const press = (action = offer.action, fields?: Intention['fields'], after = soon): Intention[] => {
    const found = offers.find((each) => each.process === offer.process && each.action === action);
    return found ? [{ actor, day: day + after, offer: found, how: 'press', ...(fields ? { fields } : {}) }] : [];
  };
  switch (offer.action) {
    case 'book':
      return press('book', undefined, Math.min(soon, 2));
    case 'catalogue':
      // The silent forget to rank; the matching then leaves them over.
      return temper === 'silent' && random.chance(0.5)
        ? []
        : [{ actor, day: day + Math.min(soon, 5), offer, how: 'rank' }];
    case 'accept':
      if (temper === 'silent' && role === 'mentor' && count('asked') <= 1) return [];
      return press(temper === 'refusing' && count('asked') <= 1 ? 'decline' : 'accept', undefined, Math.min(soon, 3));
    case 'confirm':
      if (temper === 'silent' && random.chance(0.4)) return [];
      return press(
        temper === 'refusing' && count('agreements') <= 1 ? 'refuse' : 'confirm',
        undefined,
        Math.min(soon, 5),
      );
    case 'plan':
      return temper === 'silent' ? [] : press('plan', { contact: 'Email', rhythm: 'Every two weeks' });
    case 'check':
      return checking(actor, offer, offers, press, count);
    case 'here':
      return temper === 'silent' ? [] : press('here');
    case 'form-evaluation':
      return temper === 'silent' ? [] : [{ actor, day: day + soon, offer, how: 'survey' }];
    case 'continue':
      return temper === 'silent' ? [] : press(random.chance(0.5) ? 'continue' : 'stop');
    case 'agree':
      return temper === 'silent' ? [] : press('agree');
    case 'resume':
      return press('resume', undefined, random.whole(2, 9));
    default:
      return [];
  }
}

function checking(
  actor: Actor,
  offer: Offer,
  offers: readonly Offer[],
  press: (action?: string, fields?: Intention['fields']) => Intention[],
  count: (what: string) => number,
): Intention[] {
  const { temper, random } = actor;
  const month = count(`checks ${offer.process}`);
  const has = (action: string) => offers.some((each) => each.process === offer.process && each.action === action);
  if (temper === 'leaving' && month >= LEAVES_AT && has('end')) return press('end', { how: 'end' });
  if (temper === 'finishing' && month >= FINISHES_AT && has('end')) return press('end', { how: 'goals' });
  if (temper === 'silent') return random.chance(0.3) && has('silent') ? press('silent') : [];
  if (temper === 'refusing' && month === 2 && has('pause')) return press('pause', { days: '14' });
  const concern = temper === 'worried' && month === WORRIES_AT ? 'yes' : 'no';
  return press('check', { talked: random.chance(0.85) ? 'yes' : 'no', channel: 'Email', concern });
}

/** Carries an intention out, as a person in front of a browser would. */
export async function carryOut(people: LocalClient, intention: Intention): Promise<Answered> {
  const { actor, offer, how, fields } = intention;
  if (how === 'survey')
    return people.answer(
      'evaluation',
      {
        works: String(actor.random.whole(2, 5)),
        goals: '4',
        recommend: '8',
        experience: `Experience of ${actor.name}`,
      },
      offer.href,
    );
  if (how === 'rank') return rank(people, actor, offer.href);
  const answer = await people.press(offer.href, fields ?? {});
  const more = /href="([^"]*viewform[^"]*)"/.exec(answer.html)?.[1];
  // The page after a concern asks for words; they go straight to the restricted workbook.
  if (fields?.concern === 'yes' && more)
    await people.answer(
      'issue',
      { category: 'Communication', words: `Worry of ${actor.name}, for case officers only` },
      more.replaceAll('&amp;', '&'),
    );
  return answer;
}

/** Up to three mentors of the catalogue; popular ones are popular with everybody, so that places run out. */
async function rank(people: LocalClient, actor: Actor, link: string): Promise<Answered> {
  const page = await people.open(link);
  const select = /<select name="first">([\s\S]*?)<\/select>/.exec(page.html)?.[1] ?? '';
  const ids = [...select.matchAll(/<option value="([^"]+)"/g)].map((match) => match[1] ?? '');
  if (ids.length === 0) return page;
  const popular = ids.slice(0, 3);
  const chosen = [
    ...new Set([...(actor.random.chance(0.4) ? actor.random.some(popular, 1) : []), ...actor.random.some(ids, 3)]),
  ];
  const [first = '', second = '', third = ''] = chosen;
  return people.press(link, { first, second, third });
}

import { CENTER } from './units.ts';

/** An alumnus as far as choosing an audience needs it. */
export interface Alumnus {
  readonly id: string;
  readonly email: string;
  readonly school: string;
  readonly degree: string;
  readonly year: number | undefined;
  /** The mailbox of `email`, where somebody has worked it out already: a register is looked through many times. */
  readonly box?: string;
}

/** Who shall get a mailing. Empty lists ask nothing; `list` names rows or addresses of a list tab and replaces the others. */
export interface AudienceWish {
  readonly schools: readonly string[];
  readonly degrees: readonly string[];
  readonly years: readonly number[];
  readonly list?: readonly string[];
}

/** Why somebody who was asked for gets nothing. */
export type LeftOut = 'duplicate' | 'unsubscribed' | 'bounced' | 'no address' | 'unknown';

export interface Audience {
  readonly recipients: readonly Alumnus[];
  readonly asked: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/** One mailbox however it is written: case and surrounding blanks do not make another one. */
export const mailbox = (email: string): string => email.trim().toLowerCase();

export const boxOf = ({ email, box }: Pick<Alumnus, 'email' | 'box'>): string => box ?? mailbox(email);

const NUMBERS_MOST = 200;

/** Years as staff type them: `2019, 2021-2023`. Undefined for anything else, or for years nobody graduated in. */
export function readYears(text: string): readonly number[] | undefined {
  const years = new Set<number>();
  for (const part of text.split(/[,;\s]+/).filter(Boolean)) {
    const [, first, last] = /^(\d{4})(?:[-–](\d{4}))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const from = Number(first);
    const to = Number(last ?? first);
    if (to < from || to - from > NUMBERS_MOST) return undefined;
    for (let year = from; year <= to; year++) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

function askedFor(alumni: readonly Alumnus[], wish: AudienceWish): { people: Alumnus[]; unknown: number } {
  if (wish.list) {
    const byName = new Map<string, Alumnus>();
    for (const one of alumni) {
      byName.set(one.id.toLowerCase(), one);
      if (one.email !== '' && !byName.has(boxOf(one))) byName.set(boxOf(one), one);
    }
    const found = wish.list.map((name) => byName.get(mailbox(name)));
    return { people: found.filter((one) => one !== undefined), unknown: found.filter((one) => !one).length };
  }
  const years = new Set(wish.years);
  const people = alumni.filter(
    ({ school, degree, year }) =>
      (wish.schools.length === 0 || wish.schools.includes(school)) &&
      (wish.degrees.length === 0 || wish.degrees.includes(degree)) &&
      (years.size === 0 || (year !== undefined && years.has(year))),
  );
  return { people, unknown: 0 };
}

/**
 * The recipients of a wish, in the order of the register, each mailbox once. Duplicates, the unsubscribed, the bounced and those without
 * an address are left out and counted; so is who stands in a list but not in the register (P1).
 * @param unsubscribed mailboxes, as `mailbox` writes them; so is `bounced`
 */
export function chooseAudience(
  alumni: readonly Alumnus[],
  wish: AudienceWish,
  unsubscribed: ReadonlySet<string>,
  bounced: ReadonlySet<string>,
): Audience {
  const { people, unknown } = askedFor(alumni, wish);
  const leftOut: Record<LeftOut, number> = { duplicate: 0, unsubscribed: 0, bounced: 0, 'no address': 0, unknown };
  const seen = new Set<string>();
  const recipients = people.filter((one) => {
    const box = boxOf(one);
    const why: LeftOut | undefined =
      box === ''
        ? 'no address'
        : seen.has(box)
          ? 'duplicate'
          : unsubscribed.has(box)
            ? 'unsubscribed'
            : bounced.has(box)
              ? 'bounced'
              : undefined;
    seen.add(box);
    if (why) leftOut[why]++;
    return why === undefined;
  });
  return { recipients, asked: people.length + unknown, leftOut };
}

/** Whether a mailing stays among a unit's own alumni (P7) or needs the Center's approval (P6), and why. */
export interface Scope {
  readonly kind: 'own' | 'broad';
  /** Recipients who are not the unit's own. */
  readonly beyond: number;
  readonly why: 'own alumni' | 'other recipients' | 'no contact data' | 'always approved' | 'by the Center';
}

/**
 * Decided from the recipients themselves, never from what the initiator says: each must have graduated from the initiating unit, and
 * the unit must have submitted its contact data (Q11). The Center has no alumni of its own.
 */
export function scopeOf(
  unit: string,
  recipients: readonly Pick<Alumnus, 'school'>[],
  rules: { readonly dataSubmitted: boolean; readonly alwaysBroad: boolean },
): Scope {
  const beyond = unit === CENTER ? recipients.length : recipients.filter(({ school }) => school !== unit).length;
  if (rules.alwaysBroad) return { kind: 'broad', beyond, why: 'always approved' };
  if (unit === CENTER) return { kind: 'broad', beyond, why: 'by the Center' };
  if (beyond > 0) return { kind: 'broad', beyond, why: 'other recipients' };
  return rules.dataSubmitted
    ? { kind: 'own', beyond, why: 'own alumni' }
    : { kind: 'broad', beyond, why: 'no contact data' };
}

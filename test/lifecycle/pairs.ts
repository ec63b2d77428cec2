/**
 * People, pairs and staff for tests of a pair's life: rows are typed into the sheet, letters are read and their buttons
 * pressed, and the clock is moved, as at the desk. Nothing here knows an inner part of the program.
 */
import * as assert from 'uvu/assert';
import { instantAt } from '../../domain/calendar/index.ts';
import type { TabKey } from '../../domain/program/index.ts';
import type { Answered, Cells, Fields, Letter, LocalClient } from '../../local/client/index.ts';
import { linkIn, type Programme, type ProgrammeOptions, startProgramme } from '../support/programme.ts';

export interface Someone {
  readonly name: string;
  readonly email: string;
  readonly id: string;
}
export interface PairOf {
  readonly id: string;
  readonly mentee: Someone;
  readonly mentor: Someone;
}
export type Side = 'mentee' | 'mentor';
export const BOTH = ['mentee', 'mentor'] as const;

/** Of the sample programme. */
export const CASE_OFFICER: Someone = { id: '', name: 'Askar Bekov', email: 'askar.bekov@cac.example' };

const CONSENTS = { consentProfile: 'Yes', consentContact: 'Yes', consentStorage: 'Yes' };
const PERSON = { letters: 'English', timeZone: 'UTC+5', topics: 'Job search', languages: 'English', ...CONSENTS };
const MENTOR = {
  ...PERSON,
  degree: "Bachelor's",
  year: '2016',
  capacity: '3',
  alumnus: 'TRUE',
  consentCertificate: 'Yes',
};
const MENTEE = { ...PERSON, year: '3', goals: 'Find my way', student: 'TRUE' };

const address = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@people.example`;

/** Names of mentors and mentees, with cells that differ from the usual. */
export interface Wish extends ProgrammeOptions {
  readonly mentors: Readonly<Record<string, Cells>>;
  readonly mentees: Readonly<Record<string, Cells>>;
}

/** A stack with people who have attended the training: mentors shown, mentees ready for a pair. */
export async function startPairs(wish: Wish): Promise<Stand> {
  const programme = await startProgramme(wish);
  try {
    const stand = new Stand(programme);
    await stand.enter(wish);
    return stand;
  } catch (error) {
    await programme.close();
    throw error;
  }
}

export class Stand {
  readonly programme: Programme;
  readonly people: LocalClient;
  private readonly known = new Map<string, Someone>();
  constructor(programme: Programme) {
    this.programme = programme;
    this.people = programme.people;
  }
  close = (): Promise<void> => this.programme.close();

  /** Staff type people in, and that they came to the training. */
  async enter(wish: Pick<Wish, 'mentors' | 'mentees'>): Promise<void> {
    const { people } = this;
    for (const [name, cells] of Object.entries(wish.mentors))
      await people.add('mentors', { name, email: address(name), ...MENTOR, ...cells });
    for (const [name, cells] of Object.entries(wish.mentees))
      await people.add('mentees', { name, email: address(name), ...MENTEE, ...cells });
    await people.settle();
    const session = (await this.rows('training'))[0]?.id ?? '';
    await people.edit('training', session, { complete: 'TRUE' });
    for (const tab of ['mentors', 'mentees'] as const)
      for (const row of await this.rows(tab)) {
        const { id = '', name = '', email = '' } = row;
        if (this.known.has(name)) continue;
        this.known.set(name, { id, name, email });
        await people.add('attendance', { session, person: id, attended: 'TRUE' });
      }
    await people.settle();
  }

  who(name: string): Someone {
    const found = this.known.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  /** Staff type pairs as [mentee, mentor]. */
  async propose(...wishes: readonly (readonly [mentee: string, mentor: string])[]): Promise<PairOf[]> {
    const before = new Set((await this.rows('matches')).map((row) => row.id));
    for (const [mentee, mentor] of wishes)
      await this.people.add('matches', { mentee: this.who(mentee).id, mentor: this.who(mentor).id });
    await this.people.settle();
    const rows = (await this.rows('matches')).filter((row) => !before.has(row.id));
    return wishes.map(([mentee, mentor]) => {
      const row = rows.find((each) => each.mentee === this.who(mentee).id && each.mentor === this.who(mentor).id);
      assert.ok(row, `the pair ${mentee} and ${mentor} has a row`);
      return this.pairOf(row);
    });
  }

  pairOf(row: Cells): PairOf {
    const person = (id: string | undefined): Someone => {
      const found = [...this.known.values()].find((each) => each.id === id);
      return found ?? { id: id ?? '', name: '', email: '' };
    };
    return { id: row.id ?? '', mentee: person(row.mentee), mentor: person(row.mentor) };
  }
  /** Pairs of a mentee, in the order of the sheet. */
  async pairsOf(mentee: string): Promise<PairOf[]> {
    const rows = (await this.rows('matches')).filter((row) => row.mentee === this.who(mentee).id);
    return rows.map((row) => this.pairOf(row));
  }

  /** Staff choose a decision in rows of Matches, and its grace passes. */
  async decide(decision: string, ...pairs: readonly PairOf[]): Promise<void> {
    for (const pair of pairs) await this.people.edit('matches', pair.id, { decision });
    await this.people.settle();
    await this.people.move({ by: 'PT3M' });
  }

  /** Staff choose a decision in a row of Cases, and the case officer takes it on the page that the letter brings. */
  async decideCase(id: string, decision: string): Promise<Cells> {
    await this.people.edit('cases', id, { decision });
    await this.people.settle();
    const page = await this.press(CASE_OFFICER, new RegExp(`A decision about case ${id}`), /^Decide$/);
    assert.is(page.status, 200, page.words);
    await this.people.settle();
    return this.rowIn('cases', id);
  }

  /** A choice round, opened and matched by staff: mentees rank mentors, pairs are proposed. Letters go out at 10:00. */
  async rank(rankings: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const { people } = this;
    const season = (await this.rows('seasons'))[0]?.id ?? '';
    const choose = async (decision: string) => {
      await people.edit('seasons', season, { decision });
      await people.settle();
      await people.move({ by: 'PT11M' });
    };
    await choose('Open choice round now');
    const opened = await people.now();
    const [waits = ''] = Object.keys(rankings);
    // The letter goes out at 10:00 of the next working day at the latest.
    for (let day = 0; day < 5 && !(await this.offers(this.who(waits), /catalogue/i)); day++) {
      const at = `${plus(opened.slice(0, 10), day)}T05:30:00Z`;
      if (at > opened) await people.move({ to: at });
    }
    for (const [mentee, [first, second, third]] of Object.entries(rankings)) {
      const ranking = { first, second, third };
      const fields = Object.entries(ranking).flatMap(([place, name]) => (name ? [[place, this.who(name).id]] : []));
      const page = await this.people.press(
        await this.newest(this.who(mentee), /catalogue/i),
        Object.fromEntries(fields),
      );
      assert.ok(page.status < 300, page.words);
    }
    await people.settle();
    await choose('Run matching now');
  }

  /** Approved; whom the mentee did not rank, the mentee says yes to. */
  async askMentors(...pairs: readonly PairOf[]): Promise<void> {
    await this.decide('Approve', ...pairs);
    for (const pair of pairs)
      if ((await this.row(pair)).stage === 'Asking mentee')
        await this.press(pair.mentee, /would this mentor suit you/, /^Yes/);
    await this.people.settle();
  }
  async toAgreement(...pairs: readonly PairOf[]): Promise<void> {
    await this.askMentors(...pairs);
    for (const pair of pairs)
      await this.press(pair.mentor, new RegExp(`${pair.mentee.name} would like you`), /^Accept/);
    await this.people.settle();
  }
  async toActive(...pairs: readonly PairOf[]): Promise<void> {
    await this.toAgreement(...pairs);
    for (const pair of pairs) for (const side of BOTH) await this.confirm(pair, side);
    await this.people.settle();
  }
  /** Typed by staff and led to Active, all at one time. */
  async active(...wishes: readonly (readonly [mentee: string, mentor: string])[]): Promise<PairOf[]> {
    const pairs = await this.propose(...wishes);
    await this.toActive(...pairs);
    return pairs;
  }
  confirm = (pair: PairOf, side: Side): Promise<Answered> =>
    this.press(pair[side], new RegExp(`meet ${partnerOf(pair, side).name}`), /^I confirm/);

  /** Rows of a tab, as the sheet shows them. */
  rows = (tab: TabKey): Promise<Cells[]> => this.people.rows(tab);
  row = async (pair: PairOf): Promise<Cells> => this.rowIn('matches', pair.id);
  async rowIn(tab: TabKey, id: string): Promise<Cells> {
    const row = (await this.rows(tab)).find((each) => each.id === id);
    assert.ok(row, `${tab} has a row ${id}`);
    return row;
  }
  stage = async (pair: PairOf): Promise<string> => (await this.row(pair)).stage ?? '';

  /** Letters to somebody, oldest first. */
  letters = (to: Someone): Promise<Letter[]> => this.people.letters(to.email);
  subjects = async (to: Someone): Promise<string[]> => (await this.letters(to)).map((letter) => letter.subject);
  /** The newest letter to somebody that tells of something: in its subject, or as a subject of a merged letter. */
  async letter(to: Someone, about: RegExp): Promise<Letter> {
    const letters = await this.letters(to);
    const found = letters.findLast((each) => about.test(each.subject));
    assert.ok(found, `a letter to ${to.name} about ${about}; there are: ${letters.map((l) => l.subject).join(' | ')}`);
    return found;
  }
  /** The newest link of that label in any letter to somebody. */
  async newest(to: Someone, label: RegExp): Promise<string> {
    for (const letter of (await this.letters(to)).toReversed()) {
      const link = letter.links.find((each) => label.test(each.label));
      if (link) return link.href;
    }
    throw new Error(`no letter to ${to.name} offers ${label}`);
  }
  offers = async (to: Someone, label: RegExp): Promise<boolean> =>
    (await this.letters(to)).some((letter) => letter.links.some((link) => label.test(link.label)));
  async press(to: Someone, about: RegExp, label: RegExp, fields?: Fields): Promise<Answered> {
    return this.people.press(linkIn(await this.letter(to, about), label), fields);
  }
  /** The newest link of that label that a letter offers about a partner, in a letter of its own or in a merged one. */
  async linkAbout(to: Someone, partner: Someone, label: RegExp): Promise<string> {
    for (const letter of (await this.letters(to)).toReversed()) {
      if (letter.subject.includes(partner.name)) {
        const link = letter.links.find((each) => label.test(each.label));
        if (link) return link.href;
      }
      for (const block of letter.text.split('\n\n')) {
        if (!block.includes(partner.name)) continue;
        for (const line of block.split('\n')) {
          const at = line.indexOf(': http');
          if (at >= 0 && label.test(line.slice(0, at))) return line.slice(at + 2).trim();
        }
      }
    }
    throw new Error(`no letter to ${to.name} offers ${label} about ${partner.name}`);
  }
  async pressAbout(pair: PairOf, side: Side, label: RegExp, fields?: Fields): Promise<Answered> {
    return this.people.press(await this.linkAbout(pair[side], partnerOf(pair, side), label), fields);
  }
  /** Answers the newest monthly check of a pair. */
  async answerCheck(pair: PairOf, side: Side, talked: 'yes' | 'no', rest: Fields = {}): Promise<Answered> {
    const page = await this.pressAbout(pair, side, /^Answer$/, { talked, concern: 'no', ...rest });
    assert.ok(page.status < 300, page.words);
    return page;
  }
  check = async (pair: PairOf, month: number): Promise<Cells | undefined> =>
    (await this.rows('checkIns')).find((row) => row.pair === pair.id && row.month === String(month));

  /** Open rows of the staff queue about a row. */
  async needs(about: string): Promise<Cells[]> {
    return (await this.rows('needs')).filter((row) => row.about === about && row.state === 'Open');
  }
  async need(about: string, what: RegExp): Promise<Cells> {
    const open = await this.needs(about);
    const found = open.filter((row) => what.test(row.what ?? ''));
    assert.is(found.length, 1, `one open row ${what} about ${about}; open are: ${open.map((n) => n.what).join(' | ')}`);
    return found[0] as Cells;
  }
  /** Chooses an action in a row of the queue. */
  async choose(need: Cells, action: string): Promise<Cells> {
    await this.people.edit('needs', need.id ?? '', { action });
    await this.people.settle();
    return this.rowIn('needs', need.id ?? '');
  }
  history = async (about: string): Promise<string[]> =>
    (await this.rows('history'))
      .filter((row) => row.row === about)
      .map((row) => `${row.change} by ${row.by}${row.why ? `: ${row.why}` : ''}`);

  /** A time of day in Almaty on a date. */
  to = (date: string, time = '12:00'): Promise<unknown> => this.people.move({ to: instantAt(date, time) });
  today = async (): Promise<string> =>
    new Date(Date.parse(await this.people.now()) + 5 * 3_600_000).toISOString().slice(0, 10);
}

export const partnerOf = (pair: PairOf, side: Side): Someone => pair[side === 'mentee' ? 'mentor' : 'mentee'];
/** `n` days after a date. */
const plus = (date: string, n: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

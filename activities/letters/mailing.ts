import type { CivilDate } from '../../domain/calendar/index.ts';
import type { Finding } from '../../domain/mailing/check/index.ts';
import { clockRules, directionRules, hoursWorked, type MailingMemory } from '../../domain/mailing/index.ts';
import {
  type Assessment,
  DRAFT_FIELDS,
  fieldsOf,
  findingKey,
  readKept,
  socialOf,
} from '../../domain/mailing/request/index.ts';
import { counted, DIRECTIONS } from '../../domain/program/index.ts';
import { draftWords, fieldIn } from '../../domain/words/index.ts';
import { contextOf } from '../facts/context.ts';
import { readMemory } from '../facts/memory.ts';
import { aroundOf, assessed } from '../mailing/around.ts';
import type { Row } from '../ports.ts';
import type { Composer } from './composer.ts';
import { clipped, findingFact, WORDS_MOST } from './finding.ts';

type Fact = { readonly label: string; readonly value: string };

/** More is not read in a letter; the page has all of them at their places. */
const FINDINGS_MOST = 15;
const SUBJECT_MOST = 60;
/** Between comments in their cell, newest first. */
const BETWEEN_COMMENTS = '\n\n―\n';

/**
 * What letters tell of a request for a mailing, from its row as it counts at the moment of sending. Everything holds when cells are
 * empty, when the row changed since the letter was ordered, and when it is gone.
 */
export class RequestTeller {
  readonly #c: Composer;
  readonly #row: Row<'mailings'> | undefined;
  readonly #memory: MailingMemory | undefined;
  #request: Assessment | undefined;

  constructor(c: Composer) {
    this.#c = c;
    this.#row = c.view.row('mailings', c.order.about);
    this.#memory = readMemory<MailingMemory>(this.#row?.cells.memory ?? '');
  }

  /** Nothing that letters tell depends on the moment at which it is judged, so the end of the links will do. */
  get #assessed(): Assessment | undefined {
    if (this.#row && !this.#request) this.#request = assessed(this.#row, aroundOf(this.#c.view, this.#c.order.expires));
    return this.#request;
  }
  get #words() {
    return draftWords(this.#c.reader.language);
  }
  #day(day: CivilDate | '' | undefined): string {
    return day ? this.#c.ports.letters.day(day, this.#c.reader.language) : '';
  }
  #facts(lines: readonly (readonly [label: string | undefined, value: string | number | undefined])[]): Fact[] {
    return lines
      .map(([label = '', value = '']) => ({ label, value: String(value).trim() }))
      .filter(({ value }) => value !== '');
  }
  #field(name: string): string | undefined {
    return this.#words.fields[name]?.[0];
  }

  /** The subject, short enough to stand in the subject of a letter. */
  get subject(): string {
    const subject = this.#row ? counted(this.#row).subject.replaceAll(/\s+/g, ' ').trim() : '';
    return subject === '' ? this.#c.word('mailing-unnamed') : clipped(subject, SUBJECT_MOST);
  }

  /** When it may go out, and until when it must be handed in (R24, R25, R27, Q7); or that nothing is prescribed. */
  dates(which: 'all' | 'window' | 'latest' = 'all'): Fact[] {
    const request = this.#assessed;
    if (!request) return [];
    const { dates, audience } = this.#words;
    const about = [this.#field('eventDate'), this.#day(request.cells.eventDate)] as const;
    if (socialOf(request.cells) === 'only') return this.#facts([about, [dates.title, audience.none]]);
    const { window, direction } = request;
    if (!window) {
      const none = direction !== '' && directionRules(direction).day === 'none';
      const undated = direction !== '' && directionRules(direction).day === 'possible' && !request.cells.eventDate;
      return this.#facts([about, [dates.title, none || undated ? dates.none : dates.unknown]]);
    }
    return this.#facts([
      about,
      [dates.earliest, which === 'latest' ? '' : this.#day(window.earliest)],
      [dates.latest, this.#day(window.latest)],
      [dates.handInBy, which === 'all' ? this.#day(window.handInBy) : ''],
      [dates.handInLast, which === 'all' ? this.#day(window.handInLast) : ''],
    ]);
  }

  /** Every finding but those called mistaken: rule and clause, what was found and is allowed, the words, a fix (R21). */
  findings(): Fact[] {
    const request = this.#assessed;
    if (!request) return [];
    const { language } = this.#c.reader;
    const { findings } = this.#words;
    const isOpen = (finding: Finding) => (this.#memory?.mistaken[findingKey(finding)]?.length ?? 0) < 2;
    const open = request.verdict.findings.filter(isOpen);
    const sorted = [...open].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    const more = sorted.length - FINDINGS_MOST;
    if (sorted.length === 0) return this.#facts([[findings.title, findings.none]]);
    return this.#facts([
      ...sorted
        .slice(0, FINDINGS_MOST)
        .map((finding) => findingFact(finding, language, this.#c.word('mailing-advice'))),
      [this.#c.word('mailing-more'), more > 0 ? String(more) : ''],
    ]);
  }
  /** The newest words of a moderator, the Center or the officer, with who said them and when. */
  comment(): Fact[] {
    const [newest = ''] = (this.#row?.cells.comment ?? '').split(BETWEEN_COMMENTS);
    const [, who, words] = /^([^\n]*):\n([\s\S]*)$/.exec(newest) ?? [];
    return this.#facts([[who ?? this.#words.comments, words ?? newest]]);
  }

  /** What a moderator's version would change, by field, in its new words. */
  changes(): Fact[] {
    const request = this.#assessed;
    const fix = readKept(this.#row?.cells.fix ?? '') ?? {};
    if (!request) return [];
    const now = fieldsOf(request.cells);
    return this.#facts(
      DRAFT_FIELDS.filter((field) => fix[field] !== undefined && fix[field] !== now[field]).map((field) => [
        this.#field(field),
        clipped(fieldIn(field, fix[field] ?? '', this.#c.reader.language) || '–', WORDS_MOST),
      ]),
    );
  }

  /** What a mailing that is too late can still become. */
  open(): string[] {
    const only = this.#assessed !== undefined && socialOf(this.#assessed.cells) === 'only';
    return ['mailing-open-digest', 'mailing-open-page', ...(only ? [] : ['mailing-open-post'])].map((code) =>
      this.#c.word(code),
    );
  }

  /** A request in short, for whoever decides about it. */
  request(): Fact[] {
    const request = this.#assessed;
    if (!request) return [];
    const { cells, verdict, audience, scope, direction } = request;
    const { dates, groups, findings, audience: said } = this.#words;
    const isPost = socialOf(cells) === 'only';
    const errors = verdict.findings.filter(({ severity }) => severity === 'error').length;
    return this.#facts([
      [this.#field('unit'), request.unit || cells.unit],
      [this.#field('direction'), direction === '' ? cells.direction : this.#c.word(DIRECTIONS[direction])],
      [this.#field('eventDate'), this.#day(cells.eventDate)],
      [dates.latest, isPost ? '' : this.#day(request.window?.latest)],
      [
        groups.audience,
        isPost
          ? said.none
          : `${audience.recipients.length}, ${this.#c.word(scope.kind === 'own' ? 'mailing-own' : 'mailing-broad')}`,
      ],
      [
        findings.title,
        verdict.findings.length === 0 ? findings.none : findings.tally(errors, verdict.findings.length - errors),
      ],
    ]);
  }

  /** What the communication officer posts: text, hashtag, day (R23, R28); the poster itself is on the page. */
  post(): Fact[] {
    const request = this.#assessed;
    if (!request) return [];
    const { cells, unit } = request;
    const ofUnit = this.#c.view.rows('units').find((row) => row.cells.code === unit)?.cells.hashtag ?? '';
    return this.#facts([
      [this.#field('unit'), unit || cells.unit],
      [this.#field('hashtag'), cells.hashtag || ofUnit],
      [this.#c.word('post-day'), this.#day(this.#c.data('day') || this.#memory?.day)],
      [this.#field('posterText'), cells.posterText],
      [this.#field('posterAlt'), cells.posterAlt],
    ]);
  }

  /** Whether moderation took no longer than it may (R26), with the working time of each span (Q8). */
  clock(): string {
    const { settings, holidays } = contextOf(this.#c.view);
    const kept = this.#c.word(this.#c.order.data?.kept === false ? 'mailing-clock-missed' : 'mailing-clock-kept');
    const hours = (this.#memory?.spans ?? []).flatMap((span) =>
      span.to === undefined ? [] : [hoursWorked(span, span.to, clockRules(settings), holidays)],
    );
    const unit = this.#c.word('mailing-hours');
    return hours.length === 0 ? kept : `${kept} (${hours.map((each) => `${each} ${unit}`).join(' + ')})`;
  }
}

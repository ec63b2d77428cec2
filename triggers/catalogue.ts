import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { counted, LANGUAGES, TOPICS } from '../domain/program/index.ts';
import { actionIn, outcomeIn, valueIn } from '../domain/words/index.ts';
import { refuseLink } from './action-page.ts';
import { type FunctionRequest, formFields } from './body.ts';
import { type Html, html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { ProgramTime, TriggerPorts } from './ports.ts';
import { pressField, pressOf } from './press.ts';
import { type Reader, readerOf } from './reader.ts';
import type { ActionLink, Row, View } from './types.ts';

/** What a mentee may see of a mentor; free places as the sheet shows them. */
interface Card {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
  readonly about: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly free: number;
}

const RANKS = [
  { name: 'first', label: 'First choice' },
  { name: 'second', label: 'Second choice' },
  { name: 'third', label: 'Third choice' },
] as const;

/** The catalogue behind a mentee's signed link: filter, compare, rank (M15, Q18). Contact data never stands here. */
export async function cataloguePage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const reader = readerOf(req);
  const time = await ports.now();
  const reading = ports.readToken(token, time.now);
  if (!reading.ok) return refuseLink(ports, req, res, reading, time, reader);
  const view = await ports.read(['mentors', 'mentees']);
  const cards = cardsFor(view, reading.link.person);
  if (req.method === 'POST') return rank(ports, req, res, reading.link, cards, time, reader);
  const query = new URL(req.url ?? '/', 'http://localhost').searchParams;
  return show(
    res,
    200,
    cards,
    { topic: query.get('topic') ?? '', language: query.get('language') ?? '', search: query.get('search') ?? '' },
    ranked(view, reading.link.person),
    reader,
  );
}

function cardsFor(view: View, mentee: string): Card[] {
  const season = view.row('mentees', mentee)?.cells.season;
  return view
    .rows('mentors')
    .filter(
      (row) =>
        row.cells.season === season &&
        ['Eligible', 'Matched'].includes(row.cells.stage) &&
        counted(row).consentProfile === 'Yes',
    )
    .map(cardOf)
    .sort((a, b) => Number(b.free > 0) - Number(a.free > 0) || (a.id < b.id ? -1 : 1));
}

function cardOf(row: Row<'mentors'>): Card {
  const c = counted(row);
  const [used = '0', capacity = String(c.capacity ?? 1)] = c.places.split(' of ');
  const lines = [
    [c.degree, c.year === undefined ? '' : String(c.year), c.school].filter(Boolean),
    [c.position, c.employer].filter(Boolean),
    [c.field, c.industry].filter(Boolean),
  ];
  return {
    id: row.id,
    name: c.name,
    lines: lines.filter((line) => line.length > 0),
    about: c.about,
    topics: c.topics,
    languages: c.languages,
    free: Math.max(0, Number(c.capacity ?? capacity) - (Number(used) || 0)),
  };
}

const ranked = (view: View, mentee: string): string[] =>
  (view.row('mentees', mentee)?.cells.choices ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

async function rank(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  link: ActionLink,
  cards: readonly Card[],
  time: ProgramTime,
  reader: Reader,
): Promise<void> {
  const { words, language } = reader;
  const posted = formFields(req);
  const ids = RANKS.map(({ name }) => posted[name] ?? '');
  const chosen = ids.filter(Boolean);
  const none = { topic: '', language: '', search: '' };
  if (chosen.some((id) => !cards.some((card) => card.id === id)))
    return show(res, 400, cards, none, chosen, reader, outcomeIn('unknown-mentor', language));
  if (chosen.length === 0 || new Set(chosen).size !== chosen.length)
    return show(res, 400, cards, none, chosen, reader, outcomeIn('bad-ranking', language));
  const outcome = await ports.runs.tell(`participant/${link.person}`, {
    id: `chosen/${createHash('sha256')
      .update(JSON.stringify([link, chosen, time.now, pressOf(posted)]))
      .digest('base64url')
      .slice(0, 24)}`,
    kind: 'chosen',
    by: `person ${link.person}`,
    at: time.now,
    data: { first: chosen[0] ?? '', second: chosen[1] ?? '', third: chosen[2] ?? '' },
    ...(time.clock ? { clock: time.clock } : {}),
  });
  if (outcome.status === 'pending' || outcome.status === 'again')
    return sendWords(res, 202, words.thanks, outcomeIn('kept', language), undefined, reader);
  return sendWords(
    res,
    outcome.status === 'done' ? 200 : 409,
    outcome.status === 'done' ? words.thanks : words.notNow,
    outcomeIn(outcome.code, language),
    undefined,
    reader,
  );
}

interface Filter {
  readonly topic: string;
  readonly language: string;
  readonly search: string;
}

function show(
  res: ServerResponse,
  status: number,
  cards: readonly Card[],
  filter: Filter,
  chosen: readonly string[],
  reader: Reader,
  problem?: string,
): void {
  const { words, language } = reader;
  const say = (value: string) => valueIn(value, language);
  const { title, button } = actionIn('catalogue', language);
  const search = filter.search.trim().toLowerCase();
  const shown = cards.filter(
    (card) =>
      (!filter.topic || card.topics.includes(filter.topic)) &&
      (!filter.language || card.languages.includes(filter.language)) &&
      (!search || [card.name, card.about, ...card.lines.flat()].join(' ').toLowerCase().includes(search)),
  );
  sendPage(
    res,
    status,
    problem === undefined ? title : `${words.problem}: ${title}`,
    html`<h1>${title}</h1>${problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`}<p>${words.catalogue.explain}</p>
    <form method="post">${pressField()}<div class="row">${RANKS.map(({ name, label }, i) => html`<label>${say(label)} ${mentorSelect(name, cards, chosen[i] ?? '', reader)}</label>`)}</div><button type="submit">${button}</button></form>
    <h2>${words.catalogue.count(shown.length, cards.length)}</h2>
    <form method="get" class="row" role="search" aria-label="${words.catalogue.filter}">${language === 'en' ? undefined : html`<input type="hidden" name="lang" value="${language}">`}<label>${say('Topic')} ${select('topic', 'All topics', TOPICS, filter.topic, say)}</label><label>${say('Language')} ${select('language', 'All languages', LANGUAGES, filter.language, say)}</label>
    <label>${say('Search')} <input type="search" name="search" value="${filter.search}"></label><button type="submit">${say('Filter')}</button></form>
    ${shown.map((card) => cardHtml(card, reader))}`,
    reader,
  );
}

type Say = (value: string) => string;
const select = (name: string, all: string, values: readonly string[], given: string, say: Say): Html =>
  html`<select name="${name}"><option value="">${say(all)}</option>${values.map((value) => html`<option value="${value}"${value === given ? html` selected` : undefined}>${say(value)}</option>`)}</select>`;

const mentorSelect = (name: string, cards: readonly Card[], given: string, { words, language }: Reader): Html =>
  html`<select name="${name}"><option value="">${valueIn('nobody', language)}</option>${cards.map((card) => html`<option value="${card.id}"${card.id === given ? html` selected` : undefined}>${card.name}${card.free > 0 ? '' : ` (${words.catalogue.full})`}</option>`)}</select>`;

function cardHtml(card: Card, { words, language }: Reader): Html {
  const said = (values: readonly string[], between: string) =>
    values.map((value) => valueIn(value, language)).join(between);
  const { free, full } = words.catalogue;
  return html`<section class="card"><h3>${card.name} <small class="soft">${card.id}</small></h3>${card.lines.map((line) => html`<p>${said(line, ', ')}</p>`)}<p class="tags">${said(card.topics, ' · ')}<br>${said(card.languages, ', ')} · ${card.free === 0 ? full : free(card.free)}</p>${card.about ? html`<p>${card.about}</p>` : undefined}</section>`;
}

import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { wordsOf } from '../domain/errors.ts';
import { counted, LANGUAGES, TOPICS } from '../domain/program/index.ts';
import { refuseLink } from './action-page.ts';
import { type FunctionRequest, formFields } from './body.ts';
import { type Html, html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { ProgramTime, TriggerPorts } from './ports.ts';
import { pressField, pressOf } from './press.ts';
import type { ActionLink, Row, View } from './types.ts';

/** What a mentee may see of a mentor; free places as the sheet shows them. */
interface Card {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
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
  const time = await ports.now();
  const reading = ports.readToken(token, time.now);
  if (!reading.ok) return refuseLink(ports, req, res, reading, time);
  const view = await ports.read(['mentors', 'mentees']);
  const cards = cardsFor(view, reading.link.person);
  if (req.method === 'POST') return rank(ports, req, res, reading.link, cards, time);
  const query = new URL(req.url ?? '/', 'http://localhost').searchParams;
  return show(
    res,
    200,
    cards,
    { topic: query.get('topic') ?? '', language: query.get('language') ?? '', search: query.get('search') ?? '' },
    ranked(view, reading.link.person),
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
    [c.degree, c.year === undefined ? '' : String(c.year), c.school].filter(Boolean).join(', '),
    [c.position, c.employer].filter(Boolean).join(', '),
    [c.field, c.industry].filter(Boolean).join(', '),
  ];
  return {
    id: row.id,
    name: c.name,
    lines: lines.filter(Boolean),
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
): Promise<void> {
  const posted = formFields(req);
  const ids = RANKS.map(({ name }) => posted[name] ?? '');
  const chosen = ids.filter(Boolean);
  const none = { topic: '', language: '', search: '' };
  if (chosen.some((id) => !cards.some((card) => card.id === id)))
    return show(res, 400, cards, none, chosen, wordsOf('unknown-mentor'));
  if (chosen.length === 0 || new Set(chosen).size !== chosen.length)
    return show(res, 400, cards, none, chosen, wordsOf('bad-ranking'));
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
    return sendWords(res, 202, 'Thank you', wordsOf('kept'));
  return sendWords(
    res,
    outcome.status === 'done' ? 200 : 409,
    outcome.status === 'done' ? 'Thank you' : 'Not possible now',
    wordsOf(outcome.code),
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
  problem?: string,
): void {
  const search = filter.search.trim().toLowerCase();
  const shown = cards.filter(
    (card) =>
      (!filter.topic || card.topics.includes(filter.topic)) &&
      (!filter.language || card.languages.includes(filter.language)) &&
      (!search || [card.name, card.about, ...card.lines].join(' ').toLowerCase().includes(search)),
  );
  sendPage(
    res,
    status,
    'Choose your mentors',
    html`<h1>Choose your mentors</h1>
    ${problem === undefined ? undefined : html`<p class="problem" role="alert">${problem}</p>`}
    <p>Rank up to three, first choice first. You may change your ranking until the round closes.</p>
    <form method="get" class="row" role="search"><label>Topic ${select('topic', 'All topics', TOPICS, filter.topic)}</label><label>Language ${select('language', 'All languages', LANGUAGES, filter.language)}</label>
    <label>Search <input type="search" name="search" value="${filter.search}"></label><button>Filter</button></form>
    <form method="post">${pressField()}<div class="row">${RANKS.map(({ name, label }, i) => html`<label>${label} ${mentorSelect(name, cards, chosen[i] ?? '')}</label>`)}</div><button>Save my ranking</button></form>
    <h2>${shown.length} of ${cards.length} mentors</h2>${shown.map(cardHtml)}`,
  );
}

const select = (name: string, all: string, values: readonly string[], given: string): Html =>
  html`<select name="${name}"><option value="">${all}</option>${values.map((value) => html`<option${value === given ? html` selected` : undefined}>${value}</option>`)}</select>`;

const mentorSelect = (name: string, cards: readonly Card[], given: string): Html =>
  html`<select name="${name}"><option value="">nobody</option>${cards.map((card) => html`<option value="${card.id}"${card.id === given ? html` selected` : undefined}>${card.name}${card.free > 0 ? '' : ' (full at the moment)'}</option>`)}</select>`;

const cardHtml = (card: Card): Html =>
  html`<section class="card${card.free > 0 ? '' : ' full'}"><h2>${card.name} <small>${card.id}</small></h2>${card.lines.map((line) => html`<p>${line}</p>`)}<p class="tags">${card.topics.join(' · ')}<br>${card.languages.join(', ')} · ${card.free === 0 ? 'no free place at the moment' : card.free === 1 ? '1 free place' : `${card.free} free places`}</p>${card.about ? html`<p>${card.about}</p>` : undefined}</section>`;

import { instantOf, localInput, longTime } from '/assets/times.js';

const at = (id) => document.getElementById(id);
const [now, next, said, progress, bar, way, date, waits, waitsFor, advice] = [
  'at',
  'next',
  'said',
  'progress',
  'bar',
  'way',
  'date',
  'waits',
  'waits-for',
  'advice',
].map(at);
const buttons = document.querySelectorAll('main button');
let from = '';
let asked = false;

const plural = (n, one, many) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

function say(words, wrong = false) {
  said.className = wrong ? 'error' : '';
  said.replaceChildren(...[words].flat());
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);
let shown = '';

/** Names what takes long; drawn anew only when it changed, so that it is read out once. */
function drawWaits(waiting) {
  const key = JSON.stringify(waiting ?? null);
  if (key === shown) return;
  shown = key;
  waits.hidden = !waiting;
  if (!waiting) return;
  const items = waiting.runs.map(({ what, url }) => {
    const item = element('li', { textContent: `${what} ·\u00a0` });
    item.append(element('a', { href: url, target: '_blank', rel: 'noopener', textContent: 'its\u00a0run' }));
    return item;
  });
  if (waiting.more > 0) items.push(element('li', { textContent: `and ${waiting.more} more` }));
  waitsFor.replaceChildren(...items);
  advice.textContent = waiting.advice;
}

/** Shows where the clock stands. @param {{clock: any, next: string, letters: number}} desk */
function draw({ clock, next: words }) {
  now.textContent = longTime(clock.at);
  next.textContent = words;
  drawWaits(clock.waitsFor);
  if (!said) return;
  const moving = asked || clock.moving;
  for (const button of buttons) button.disabled = moving;
  progress.hidden = !moving;
  date.min = localInput(clock.at);
  if (date.value < date.min) date.value = date.min;
  if (!moving) return;
  if (!clock.progress) {
    bar.removeAttribute('value');
    way.textContent = 'Doing what is due now…';
    return;
  }
  const { target } = clock.progress;
  from ||= clock.at;
  const [start, end, here] = [from, target, clock.at].map(Date.parse);
  bar.value = end > start ? (100 * (here - start)) / (end - start) : 0;
  way.textContent = `${longTime(clock.at)} → ${longTime(target)}`;
}

async function look() {
  const reply = await fetch('/api/desk').catch(() => undefined); // offline for a moment: the next look tries again
  if (!reply?.ok) return undefined;
  const desk = await reply.json();
  draw(desk);
  return desk;
}

async function move(wish) {
  const before = await look();
  from = before?.clock.at ?? '';
  asked = true;
  say('');
  const moving = fetch('/api/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wish),
  });
  await look();
  const reply = await moving.catch(() => undefined);
  asked = false;
  from = '';
  const answer = await reply?.json();
  const after = await look();
  if (!reply?.ok) return say(answer?.error ?? 'The clock does not answer. Is the program still running?', true);
  const link = element('a', { href: '/inbox', textContent: 'Open the inbox' });
  const letters = after && before ? after.letters - before.letters : 0;
  say([
    `It is ${longTime(answer.at)}. `,
    letters > 0 ? `${plural(letters, 'letter', 'letters')} came. ` : 'No letters came. ',
    link,
  ]);
}

for (const button of document.querySelectorAll('[data-move]'))
  button.addEventListener('click', () => {
    const { move: how } = button.dataset;
    void move(how === 'next' ? { next: true } : { by: how });
  });
at('to')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void move({ to: instantOf(date.value) });
});

/** Looks often while something moves. */
async function watch() {
  const desk = document.hidden ? undefined : await look();
  setTimeout(watch, asked || desk?.clock.moving ? 250 : 2000);
}
void watch();

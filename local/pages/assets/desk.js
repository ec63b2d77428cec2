import { longTime } from '/assets/times.js';

const [now, next, letters] = ['now', 'next', 'letters'].map((id) => document.getElementById(id));

async function refresh() {
  const reply = await fetch('/api/desk').catch(() => undefined); // offline for a moment: the next look tries again
  if (!reply?.ok) return;
  const desk = await reply.json();
  now.textContent = longTime(desk.clock.at);
  letters.textContent = desk.letters;
  next.textContent = desk.words;
}

// Soon after a start the next event is not known yet.
setTimeout(() => void refresh(), 1000);
setInterval(() => {
  if (!document.hidden) void refresh();
}, 3000);

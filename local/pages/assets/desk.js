import { longTime } from '/assets/times.js';

const [now, next, letters] = ['now', 'next', 'letters'].map((id) => document.getElementById(id));

async function refresh() {
  const reply = await fetch('/api/desk').catch(() => undefined); // offline for a moment: the next look tries again
  if (!reply?.ok) return;
  const desk = await reply.json();
  now.textContent = longTime(desk.clock.at);
  letters.textContent = desk.letters;
  if (desk.clock.moving) next.textContent = `moving to ${longTime(desk.clock.progress.target)}`;
  else if (desk.clock.mode === 'frozen')
    next.textContent = desk.clock.next
      ? `next: ${longTime(desk.clock.next.at)}, ${desk.clock.next.what}`
      : 'nothing planned yet';
}

setInterval(() => {
  if (!document.hidden) void refresh();
}, 3000);

import { hear } from '/assets/events.js';

/** Draws the list anew from the server, the letter that is open stays. */
async function refresh() {
  const here = new URL(location.href);
  const typed = document.getElementById('q').value;
  if (typed) here.searchParams.set('q', typed);
  else here.searchParams.delete('q');
  const reply = await fetch(here).catch(() => undefined); // offline for a moment: the next event tries again
  if (!reply?.ok) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('list');
  const old = document.getElementById('list');
  if (!fresh || fresh.innerHTML === old.innerHTML) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const { scrollTop } = old;
  old.replaceWith(fresh);
  fresh.scrollTop = scrollTop;
  if (focused) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

let waiting = 0;
const soon = (ms) => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, ms);
};

hear('/api/inbox/events', () => soon(50));
document.getElementById('q').addEventListener('input', () => soon(150));

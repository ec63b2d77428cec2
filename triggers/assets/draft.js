// Comfort for the draft page: findings, counts and preview while somebody types. Without it "Save and check" does the same.

// What went wrong with the last press is the first thing to know, for those who hear the page, too.
/** @type {HTMLElement | null} */ (document.querySelector('main [role=alert]'))?.focus();

const form = /** @type {HTMLFormElement | null} */ (document.getElementById('draft'));
/** Somebody who pauses this long wants to know. */
const PAUSE = 600;

if (form) {
  const unchecked = document.getElementById('unchecked');
  let timer = 0;
  let changed = false;
  let asking = new AbortController();

  /** What is typed now, without files: they are judged once they are uploaded. */
  const typed = () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    return body;
  };

  /** @param {Readonly<Record<string, string>>} regions markup that the server made, by the region it belongs to */
  const show = (regions) => {
    for (const region of document.querySelectorAll('[data-live]')) {
      const html = regions[region.getAttribute('data-live') ?? ''];
      if (html !== undefined && region.getAttribute('data-shown') !== html) {
        region.innerHTML = html;
        region.setAttribute('data-shown', html);
      }
    }
  };

  const check = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const path = `${location.pathname.replace(/\/$/, '')}/check${location.search}`;
      const answer = await fetch(path, { method: 'POST', body: typed(), signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { regions, frames } = await answer.json();
      show(regions);
      for (const [id, html] of Object.entries(frames)) {
        const frame = document.getElementById(id);
        if (frame instanceof HTMLIFrameElement && frame.srcdoc !== html) frame.srcdoc = html;
      }
      if (unchecked) unchecked.hidden = true;
    } catch {
      // A newer question took the place of this one; anything else is said, and nothing is lost by it.
      if (!signal.aborted && unchecked) unchecked.hidden = false;
    }
  };

  form.addEventListener('input', (event) => {
    changed = true;
    // A file is judged once it is uploaded.
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
    clearTimeout(timer);
    timer = window.setTimeout(check, PAUSE);
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(timer);
  });
  window.addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

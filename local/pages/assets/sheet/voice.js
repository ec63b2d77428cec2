import { el } from './dom.js';

/** What the page says: refusals stay until they are closed or the next act succeeds, notes pass. */
export function bindVoice() {
  const [message, state] = ['message', 'state'].map((id) => document.getElementById(id));
  let connected = true;
  let note = '';
  let fading = 0;
  const draw = () => {
    state.textContent = connected ? note : 'Not connected: what others change is not shown until it is back';
  };
  return {
    /** @param {string} words nothing closes what was said @param {boolean} [wrong] */
    say(words, wrong = false) {
      message.hidden = words === '';
      message.classList.toggle('wrong', wrong);
      const close = () => {
        message.hidden = true;
      };
      message.replaceChildren(words, el('button', { type: 'button', 'aria-label': 'Close', onclick: close }, '×'));
    },
    note(words) {
      note = words;
      clearTimeout(fading);
      fading = setTimeout(() => {
        note = '';
        draw();
      }, 5000);
      draw();
    },
    connection(on) {
      connected = on;
      draw();
    },
  };
}

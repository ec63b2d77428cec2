import { el } from './dom.js';

/** Shows a dialog and gives what its button said, or '' when it was left. */
function show(dialog) {
  document.body.append(dialog);
  const before = document.activeElement;
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus();
      resolve(dialog.returnValue);
    });
  });
}

const frame = (title, yes, ...content) =>
  el(
    'dialog',
    { class: 'ask', 'aria-labelledby': 'ask-title' },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'ask-title' }, title),
      ...content,
      el(
        'p',
        { class: 'answers' },
        el('button', { type: 'submit', value: 'yes', class: 'primary', autofocus: true }, yes),
        el('button', { type: 'button', onclick: (event) => event.target.closest('dialog').close('') }, 'Cancel'),
      ),
    ),
  );

/** @param {{title: string, words: string, yes: string}} question @returns {Promise<boolean>} */
export const askWhether = async ({ title, words, yes }) =>
  (await show(frame(title, yes, el('p', {}, words)))) === 'yes';

/** @param {{title: string, label: string, value?: string, yes: string}} question @returns {Promise<string>} '' when cancelled */
export async function askText({ title, label, value = '', yes }) {
  const input = el('input', {
    type: 'text',
    value,
    maxlength: 100,
    required: true,
    'aria-label': label,
  });
  const dialog = frame(title, yes, input);
  const answer = show(dialog);
  input.focus();
  input.select();
  return (await answer) === 'yes' ? input.value.trim() : '';
}

const QUIET_MS = 5 * 60_000;
let quietUntil = 0;

/** The warning before a column that the program keeps is changed. @param {string} title of the column */
export async function askProgram(title) {
  if (Date.now() < quietUntil) return true;
  const quiet = el('input', { type: 'checkbox' });
  const words = `The program keeps the column “${title}”. What is typed here is put back soon, and System note says so.`;
  const dialog = frame(
    'This column is kept by the program',
    'Edit anyway',
    el('p', {}, words),
    el('label', { class: 'option' }, quiet, 'Do not ask again for 5 minutes'),
  );
  const sure = (await show(dialog)) === 'yes';
  if (sure && quiet.checked) quietUntil = Date.now() + QUIET_MS;
  return sure;
}

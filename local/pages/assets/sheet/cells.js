import { el, letters } from './dom.js';

/** Texts that are addresses of the web, and nothing else. */
export const webAddress = (text) => (/^https?:\/\/\S+$/.test(text) ? text : undefined);

/** Draws what a cell shows. @param {import('./model.js').Model} model */
export function drawCell(model, row, column, element) {
  const { kind, owner, warn } = model.columns[column];
  const text = model.text(row, column);
  element.dataset.row = row;
  element.dataset.column = column;
  element.classList.add(`of-${owner}`, ...(warn ? ['kept'] : []));
  element.setAttribute('aria-colindex', column + 1);
  if (kind === 'checkbox' && row < model.rowCount) return checkbox(text, element);
  if (kind === 'list' && row < model.rowCount)
    return el('span', { class: 'choice' }, text ? el('span', { class: 'chip' }, text) : '', arrow());
  const address = webAddress(text);
  if (address)
    return el(
      'span',
      {},
      el('a', { href: address, target: '_blank', rel: 'noopener', tabindex: -1, class: 'open' }, '↗'),
      text.replace(/^https?:\/\//, ''),
    );
  if (/^-?\d[\d.,]*$/.test(text) && kind === 'number') element.classList.add('number');
  return document.createTextNode(text);
}

const arrow = () => el('span', { class: 'arrow', 'aria-hidden': true }, '▾');

function checkbox(text, element) {
  const on = text.toUpperCase() === 'TRUE';
  element.setAttribute('aria-label', on ? 'ticked' : 'not ticked');
  return el('span', { class: on ? 'box on' : 'box', 'aria-hidden': true }, on ? '✓' : '');
}

/** A header: its title, the arrow of its menu, the filter below it. */
export function drawHeader(column, index, filter) {
  const { title, help, owner } = column;
  const head = el(
    'div',
    { class: 'head', 'data-head': index, title: help ? `${title}\n${help}` : letters(index) },
    el('span', { class: 'title' }, title),
    el('button', { type: 'button', class: 'more', tabindex: -1, 'aria-label': `Menu of the column ${title}` }, '▾'),
  );
  head.dataset.owner = owner;
  if (filter) head.append(filter);
  return head;
}

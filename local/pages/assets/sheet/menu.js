import { el, floatBeside } from './dom.js';

let close = () => {};

/**
 * Opens a menu; arrows move, Enter chooses, Escape leaves.
 * @param {({name: string, hint?: string, disabled?: boolean, act: () => unknown} | null)[]} items null draws a line
 * @param {{left: number, top: number, bottom: number}} beside
 */
export function openMenu(items, beside) {
  close();
  const before = document.activeElement;
  const menu = el('div', { class: 'menu', role: 'menu' }, ...items.map((item) => draw(item)));
  const outside = (event) => {
    if (!menu.contains(event.target)) close();
  };
  close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    close = () => {};
  };
  const leave = () => {
    close();
    before?.focus();
  };
  menu.addEventListener('keydown', (event) => {
    const all = [...menu.querySelectorAll('button:enabled')];
    const at = all.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) all.at((at + step) % all.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
  });
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  document.addEventListener('pointerdown', outside, true);
  document.body.append(menu);
  floatBeside(menu, beside);
  menu.querySelector('button:enabled')?.focus();

  function draw(item) {
    if (!item) return el('hr', { role: 'separator' });
    const chosen = () => {
      leave();
      void item.act();
    };
    const hint = item.hint ? el('kbd', {}, item.hint) : '';
    return el(
      'button',
      { type: 'button', role: 'menuitem', disabled: item.disabled, onclick: chosen },
      item.name,
      hint,
    );
  }
}

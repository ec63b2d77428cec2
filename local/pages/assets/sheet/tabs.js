import { el } from './dom.js';
import { addTab, tabMenu } from './menus.js';

/** The tabs at the bottom. @param {import('./grid.js').Grid} grid @param {HTMLElement} nav */
export function bindTabs(grid, nav) {
  let drawn = '';
  grid.onShow(() => {
    const state = JSON.stringify([grid.tab, grid.view.tabs]);
    if (state === drawn) return;
    drawn = state;
    nav.replaceChildren(
      ...grid.view.tabs.map((tab) => button(grid, tab)),
      el(
        'button',
        { type: 'button', class: 'add', 'aria-label': 'New tab', title: 'New tab', onclick: () => addTab(grid) },
        '+',
      ),
    );
    nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

function button(grid, tab) {
  const current = tab.sheetId === grid.tab;
  const menu = (event) => {
    event.preventDefault();
    tabMenu(grid, tab, event.currentTarget.getBoundingClientRect());
  };
  const open = () => grid.open(tab.sheetId);
  const name = el(
    'button',
    { type: 'button', class: 'tab', 'aria-current': current ? 'true' : undefined, onclick: open, oncontextmenu: menu },
    tab.title,
  );
  if (!current) return name;
  const more = el(
    'button',
    { type: 'button', class: 'more', 'aria-label': `Menu of the tab ${tab.title}`, onclick: menu },
    '▾',
  );
  return el('span', { class: 'current' }, name, more);
}
